package io.tenantry.token.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.directory.role.DirectoryRoleTemplates;
import io.tenantry.family.Caller.SignedInUser;
import io.tenantry.family.Sight;
import io.tenantry.family.Sight.Seen;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.ModelLoader;
import io.tenantry.store.Entity;
import io.tenantry.token.permission.SightTable.Holder;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SightTableTest {
    private static final String ANA = "aaaaaaaa-0000-4000-8000-000000000001";

    private final SightTable table = new SightTable(
            """
            # comment
            user        | * -secret      | Read.All Other.All | Read(self) Read.All
            user        | name           | Basic.All          | =
            user        | secret         | Log.All!+Read.All  | =                   | Reports Reader
            group, role | *              | Group.All          | =
            """);

    @Test
    void aCallerSeesWhatItsRowsOpenTogether() {
        assertEquals(new Seen(false, Set.of()), app().of("user"));
        assertEquals(new Seen(false, Set.of("name")), app("Basic.All").of("user"));
        assertEquals(
                new Seen(true, Set.of("secret")), app("Basic.All", "Read.All").of("user"));
        assertEquals(Seen.WHOLE, app("Read.All", "Log.All").of("user"));
        assertEquals(
                new Seen(true, Set.of("secret")), app("Read.All", "Other.All").of("user"));
    }

    @Test
    void whatHasNoRowIsSeenWhole() {
        assertTrue(app().of("domain").whole());
        assertEquals(Set.of("user", "group", "role"), app().limited());
        assertEquals(Set.of(), app("Read.All", "Log.All", "Group.All").limited());
    }

    @Test
    void theIdIsAlwaysSeen() {
        assertTrue(app().of("user").shows("id"));
        assertTrue(app().of("user").nothing());
        assertFalse(app("Basic.All").of("user").nothing());
        assertTrue(app("Basic.All").of("user").shows("name"));
        assertFalse(app("Basic.All").of("user").shows("extension_x"));
        assertTrue(app("Read.All").of("user").shows("extension_x"));
    }

    @Test
    void aScopeForOneselfOpensOnlyTheOwnUser() {
        Sight sight = user("Read");
        assertTrue(sight.of(Entity.of("user", ANA)).shows("name"));
        assertFalse(sight.of(Entity.of("user", ANA)).shows("secret"));
        assertTrue(sight.of(Entity.of("user", "other")).nothing());
        assertTrue(sight.of("user").nothing());
    }

    @Test
    void aRowMayAskForARoleBesidesTheScope() {
        assertFalse(user("Read.All Log.All").of("user").shows("secret"));
        assertTrue(user("Read.All Log.All", "Reports Reader").of("user").shows("secret"));
        assertFalse(user("Read.All", "Reports Reader").of("user").shows("secret"));
    }

    @Test
    void theRefusalNamesThePermissionThatIsMissing() {
        assertEquals(
                "Authentication_MSGraphPermissionMissing",
                app("Read.All").refusal("secret").code());
        assertTrue(app("Read.All").refusal("secret").getMessage().contains("Log.All"));
        assertEquals(
                "Authorization_RequestDenied", app("Log.All").refusal("secret").code());
        assertEquals(
                "Authentication_RequestFromUnsupportedUserRole",
                user("Read.All Log.All").refusal("secret").code());
        assertEquals("Authorization_RequestDenied", app().refusal("name").code());
        assertFalse(app().refuses("name"));
        assertFalse(app("Read.All", "Log.All").refuses("secret"));
    }

    @Test
    void aDirectoryRoleLetsAnApplicationReadTheDirectory() {
        Holder none = new Holder(Optional.empty(), Set.of(), Set.of("0997a1d0-0d1d-4acb-b408-d5ca73121e90"));
        Holder directoryReader = new Holder(Optional.empty(), Set.of(), Set.of(role("Directory Readers")));
        assertTrue(table.of(none).of("user").nothing());
        assertTrue(table.of(directoryReader).of("user").shows("name"));
        assertFalse(table.of(directoryReader).of("user").shows("secret"));
    }

    @Test
    void theTableOfTheServerNamesWhatThereIs() {
        GraphModel beta = ModelLoader.load("beta");
        new SightTable()
                .named()
                .forEach((type, properties) -> properties.forEach(property ->
                        assertTrue(beta.type(type).property(property).isPresent(), type + "/" + property)));
    }

    private Sight app(String... permissions) {
        return table.of(new Holder(Optional.empty(), Set.of(permissions), Set.of()));
    }

    private Sight user(String scopes, String... roles) {
        return table.of(new Holder(
                Optional.of(new SignedInUser(ANA, "ana@alderwood.example", "Ana")),
                Set.of(scopes.split(" ")),
                Stream.of(roles).map(SightTableTest::role).collect(Collectors.toSet())));
    }

    private static String role(String name) {
        return DirectoryRoleTemplates.byName(name).orElseThrow().templateId();
    }
}
