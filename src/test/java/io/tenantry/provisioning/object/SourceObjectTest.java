package io.tenantry.provisioning.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.provisioning.link.LinkState;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.store.Entity;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was read of a source object, and what that says of it. */
class SourceObjectTest {
    private static final Entity LIVE = Entity.of("user", "ana")
            .set("userPrincipalName", "ana@alderwood.example")
            .set("displayName", "Ana");
    private static final Entity DELETED = LIVE.copy().set("deletedDateTime", "2026-03-01T08:00:00Z");

    private static SourceObject read(Entity object, Entity target) {
        return read(object, target, LinkState.LINKED);
    }

    private static SourceObject read(Entity object, Entity target, LinkState state) {
        return new SourceObject(
                "ana",
                ObjectType.USER,
                Optional.ofNullable(object),
                Optional.of(new ObjectLink(ObjectType.USER, "ana", "mirror", state, false)),
                Optional.empty(),
                Optional.ofNullable(target));
    }

    @Test
    void liveIsWhatTheSourceHasAndHasNotDeleted() {
        assertTrue(read(LIVE, null).live());
        assertFalse(read(DELETED, null).live());
        assertFalse(read(null, null).live());
    }

    @Test
    void aTargetInDeletedItemsIsNoLiveOne() {
        assertEquals(Optional.of(LIVE), read(LIVE, LIVE).liveTarget());
        assertEquals(Optional.empty(), read(LIVE, DELETED).liveTarget());
        assertEquals(Optional.empty(), read(LIVE, null).liveTarget());
    }

    @Test
    void managedIsWhatALinkKeepsLikeItsSource() {
        assertTrue(read(LIVE, LIVE, LinkState.LINKED).managed());
        assertFalse(read(LIVE, LIVE, LinkState.UNMANAGED).managed());
    }

    @Test
    void theTargetIsWhatAnotherObjectOfThePageHasMadeOfItByNow() {
        SourceObject ana = read(LIVE, LIVE);
        assertSame(DELETED, ana.now(each -> DELETED).target().orElseThrow());
        assertSame(LIVE, ana.now(each -> DELETED).object().orElseThrow());
        assertEquals(Optional.empty(), read(LIVE, null).now(each -> DELETED).target());
    }

    @Test
    void logsNameAnObjectAsItsTypeDoesAndByItsIdWhereItIsGone() {
        assertEquals("ana@alderwood.example", read(LIVE, null).name());
        assertEquals("ana", read(null, null).name());
    }
}
