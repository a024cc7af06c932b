package io.tenantry.directory.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Keys that are computed: directory.md §1, §13.3, §15. */
class KeyBytesTest {
    private static final String ID = "00e7bb05-86a1-49e2-bb6e-3dd60ab63a3a";

    @Test
    void theSecurityIdentifierIsTheIdAsFourNumbers() {
        assertEquals("S-1-12-1-15186693-1239582369-3594350267-976926218", SecurityIdentifier.of(ID));
    }

    @Test
    void aRoleAssignmentAtTheDirectoryIsKeyedByRoleAndPrincipal() {
        String key = KeyBytes.roleAssignment("62e90394-69f5-4237-9190-012177145e10", ID, "/");
        assertTrue(key.startsWith("lAPpYvVpN0KRkAEhdxReE"), key);
        assertTrue(key.endsWith("-1"));
        assertEquals(43 + 2, key.length());
    }

    @Test
    void aRoleAssignmentAtAnObjectIsKeyedByTheObjectToo() {
        assertEquals(
                64 + 2,
                KeyBytes.roleAssignment(ID, ID, "/administrativeUnits/" + ID).length());
    }

    @Test
    void aGrantForAllLeavesThePrincipalOut() {
        String all = KeyBytes.permissionGrant(ID, ID, null);
        assertEquals(43, all.length());
        assertTrue(KeyBytes.permissionGrant(ID, ID, ID).startsWith(all.substring(0, 42)));
    }
}
