package io.tenantry.provisioning.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.provisioning.mapping.ModifiedProperty;
import io.tenantry.provisioning.object.Outcome.Update.Kind;
import io.tenantry.store.Entity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is to be done to an object, and what becomes of that with one change more. */
class OutcomeTest {
    private static final Entity MIRROR = Entity.of("user", "mirror");
    private static final ModifiedProperty CITY = new ModifiedProperty("city", "Faro", "Olhao");
    private static final ModifiedProperty MANAGER = new ModifiedProperty("manager", null, "ben");

    private static boolean disables(String name, String value) {
        return new Outcome.Update(MIRROR, List.of(CITY, new ModifiedProperty(name, "x", value)), Kind.CHANGED)
                .disables();
    }

    @Test
    void oneMoreChangeComesBehindTheOthers() {
        assertEquals(
                new Outcome.Create(MIRROR, List.of(CITY, MANAGER)),
                new Outcome.Create(MIRROR, List.of(CITY)).with(MANAGER));
        assertEquals(
                new Outcome.Update(MIRROR, List.of(CITY, MANAGER), Kind.RESTORED),
                new Outcome.Update(MIRROR, List.of(CITY), Kind.RESTORED).with(MANAGER));
    }

    @Test
    void whatWasTheSameIsAnUpdateWithAChange() {
        assertEquals(
                new Outcome.Update(MIRROR, List.of(MANAGER), Kind.CHANGED),
                new Outcome.Redundant(MIRROR).with(MANAGER));
    }

    @Test
    void anUpdateDisablesWhereTheAccountIsNotEnabledAnyMore() {
        assertTrue(disables("accountEnabled", "False"));
        assertFalse(disables("accountEnabled", "True"));
        assertFalse(disables("showInAddressList", "False"));
    }

    @Test
    void unknownIsOnlyWhomNeitherSideHas() {
        assertTrue(new Outcome.Skip(Outcome.Skip.Reason.UNKNOWN).unknown());
        assertFalse(new Outcome.Skip(Outcome.Skip.Reason.NOT_ENTITLED).unknown());
        assertFalse(new Outcome.Delete(MIRROR).unknown());
    }

    @Test
    void onlyWhoMayBeLookedAtOnceMoreIsWaitedFor() {
        assertEquals(new Mode(true, false, false, true), Mode.patient(true, false));
        assertEquals(new Mode(false, false, true, false), Mode.last(false, true));
    }
}
