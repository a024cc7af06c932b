package io.tenantry.provisioning.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.directory.object.GroupKind;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import io.tenantry.store.Tenant;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a group of the target is when it begins, before mapped values come on top. */
class SyncedGroupTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Tenant SOURCE =
            new Tenant(1, Ids.random(), "alderwood", "alderwood", "alderwood.example", "global", NOON);

    private final Entity group = Entity.of("group", "0123-abcd");

    private Entity made(boolean roleEnabled) {
        return SyncedGroup.create(SOURCE, group, roleEnabled, NOON);
    }

    @ParameterizedTest
    @CsvSource({
        // nickname and name of the source, and what is made of them
        "dock, Harbour 7, dock",
        "'', Harbour 7 (north), Harbour7north",
        ", Harbour 7 (north), Harbour7north",
        ", ---, 0123abcd"
    })
    void everyGroupHasANickname(String nickname, String name, String expected) {
        group.set("mailNickname", nickname).set("displayName", name);
        assertEquals(expected, made(false).text("mailNickname"));
    }

    @Test
    void aNicknameMadeOfALongNameIsCut() {
        group.set("displayName", "x".repeat(65));
        assertEquals("x".repeat(64), made(false).text("mailNickname"));
    }

    @Test
    void aSecurityGroupIsMadeWhateverItsSourceIs() {
        Entity made = made(false);
        assertTrue(made.flag("securityEnabled"));
        assertFalse(made.flag("mailEnabled"));
    }

    @Test
    void rolesCanBeGivenToItWhereTheJobSaysSo() {
        assertFalse(made(false).flag(GroupKind.ASSIGNABLE));
        assertTrue(made(true).flag(GroupKind.ASSIGNABLE));
    }
}
