package io.tenantry.token.permission;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.directory.role.DirectoryRoleTemplates;
import io.tenantry.error.GraphError;
import io.tenantry.family.Caller;
import io.tenantry.family.Caller.SignedInUser;
import io.tenantry.family.Sight;
import io.tenantry.format.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PermissionsTest {
    private static final String ANA = "aaaaaaaa-0000-4000-8000-000000000001";
    private static final String GROUP = "bbbbbbbb-0000-4000-8000-000000000002";
    private static final String ROLE_GROUP = "cccccccc-0000-4000-8000-000000000003";

    private final Permissions permissions = new Permissions(
            PermissionTable.parse(
                    """
                    # comment
                    GET          | /users             | User.Read.All Directory.Read.All | User.ReadBasic.All User.Read.All | *
                    GET          | /users/{}          | User.Read.All                    | User.Read(self) User.Read.All    | *
                    POST         | /users             | User.ReadWrite.All               | =                                | User Administrator
                    PATCH,DELETE | /groups/{}         | Group.ReadWrite.All              | =                                | (owner), Groups Administrator, Privileged Role Administrator(role groups)
                    POST         | /groups/{}/members/$ref | Member.Write+User.Read.All Group.ReadWrite.All | = | *
                    GET          | /groups/**         | Group.Read.All                   | =                                | *
                    GET          | /groups/{}/owners/** | Owner.Read                     | =                                | *
                    POST         | /applications/{}/addPassword | App.Write App.Owned(owned)   | =                                | (owner)
                    POST         | /applications/{}/owners/$ref | App.Owned(owned)+User.Read.All | -                              | -
                    POST         | /me/changePassword | -                                | Password.Change                  | -
                    GET          | /applicationTemplates | *                             | =                                | *
                    """),
            new Named(GROUP));

    @Test
    void anApplicationNeedsOneOfThePermissions() {
        allowed(app("Directory.Read.All"), "GET", "/users");
        denied(app("User.ReadBasic.All"), "GET", "/users");
        denied(app(), "GET", "/users");
    }

    @Test
    void aUserNeedsScopeAndRole() {
        allowed(user("User.ReadWrite.All", "User Administrator"), "POST", "/users");
        denied(user("User.ReadWrite.All"), "POST", "/users");
        denied(user("User.Read.All", "User Administrator"), "POST", "/users");
    }

    @Test
    void theGlobalAdministratorHoldsEveryRoleButNotEveryScope() {
        allowed(user("Password.Change", "Global Administrator"), "POST", "/me/changePassword");
        denied(user("User.Read.All", "Global Administrator"), "POST", "/users");
    }

    @Test
    void permissionsJoinedByPlusAreNeededTogether() {
        allowed(app("Member.Write", "User.Read.All"), "POST", "/groups/{}/members/$ref", GROUP);
        denied(app("Member.Write"), "POST", "/groups/{}/members/$ref", GROUP);
        denied(app("User.Read.All"), "POST", "/groups/{}/members/$ref", GROUP);
    }

    @Test
    void aScopeForOneselfOpensOnlyTheOwnObject() {
        allowed(user("User.Read"), "GET", "/users/{}", ANA);
        allowed(user("User.Read"), "GET", "/users/{}", "ANA@alderwood.example");
        denied(user("User.Read"), "GET", "/users/{}", GROUP);
        denied(user("User.Read"), "GET", "/users/{}");
    }

    @Test
    void aGuestReadsItselfButNoOthers() {
        denied(user("User.Read.All", "Guest User"), "GET", "/users");
        denied(user("User.Read.All", "Guest User"), "GET", "/users/{}", GROUP);
        allowed(user("User.Read", "Guest User"), "GET", "/users/{}", ANA);
    }

    @Test
    void anOwnerNeedsNoRole() {
        allowed(user("Group.ReadWrite.All"), "PATCH", "/groups/{}", GROUP);
        denied(user("Group.ReadWrite.All"), "PATCH", "/groups/{}", ANA);
        allowed(user("Group.ReadWrite.All", "Groups Administrator"), "DELETE", "/groups/{}", ANA);
    }

    @Test
    void aRoleForRoleGroupsCountsAtNoOtherObject() {
        allowed(user("Group.ReadWrite.All", "Privileged Role Administrator"), "PATCH", "/groups/{}", ROLE_GROUP);
        denied(user("Group.ReadWrite.All", "Privileged Role Administrator"), "PATCH", "/groups/{}", ANA);
        denied(user("Group.Read.All", "Privileged Role Administrator"), "PATCH", "/groups/{}", ROLE_GROUP);
    }

    @Test
    void aPermissionForWhatIsOwnedOpensNothingElse() {
        allowed(app("App.Owned"), "POST", "/applications/{}/addPassword", GROUP);
        denied(app("App.Owned"), "POST", "/applications/{}/addPassword", ANA);
        denied(app("App.Owned"), "POST", "/applications/{}/addPassword");
        allowed(app("App.Owned", "App.Write"), "POST", "/applications/{}/addPassword", ANA);
        allowed(user("App.Owned"), "POST", "/applications/{}/addPassword", GROUP);
        denied(user("App.Owned"), "POST", "/applications/{}/addPassword", ANA);
        denied(app("App.Owned"), "POST", "/applications/{}/owners/$ref", GROUP);
        denied(app("App.Owned", "User.Read.All"), "POST", "/applications/{}/owners/$ref", ANA);
        allowed(app("App.Owned", "User.Read.All"), "POST", "/applications/{}/owners/$ref", GROUP);
    }

    @Test
    void theLongestMatchWins() {
        allowed(app("Group.Read.All"), "GET", "/groups/{}/members/{}", GROUP, ANA);
        denied(app("Group.Read.All"), "GET", "/groups/{}/owners/{}", GROUP, ANA);
        allowed(app("Owner.Read"), "GET", "/groups/{}/owners/{}", GROUP, ANA);
        notServed(app("Group.Read.All"), "GET", "/groups");
    }

    @Test
    void aStarIsAnyTokenAndADashIsNobody() {
        allowed(app(), "GET", "/applicationTemplates");
        denied(app("Password.Change"), "POST", "/me/changePassword");
    }

    @Test
    void aDirectoryRoleOfAServicePrincipalOpensWhatItIsNamedFor() {
        Caller app = caller(Optional.empty(), Set.of(), Set.of(role("User Administrator")));

        allowed(app, "POST", "/users");
        denied(app, "GET", "/users");
    }

    @Test
    void whatTheTableDoesNotKnowIsNoMethodOfGraph() {
        notServed(app("User.Read.All"), "GET", "/nothing");
        assertFalse(permissions.covers("GET", "/nothing"));
        assertTrue(permissions.covers("GET", "/groups/{}/x"));
    }

    @Test
    void aStarStandsForEveryPermissionOfItsColumn() {
        assertTrue(permissions.allApplication(List.of("*")).contains("Member.Write"));
        assertFalse(permissions.allApplication(List.of("*")).contains("Password.Change"));
        assertTrue(permissions.allDelegated(List.of("*")).contains("User.Read"));
        assertEquals(Set.of("A"), permissions.allDelegated(List.of("A")));
    }

    /** Reading applications is open to it whole; everything else asks whose they are. */
    @Test
    void whereverAnApplicationIsNamedOwnedByAsksForItsOwner() throws IOException {
        Pattern open = Pattern.compile("Application\\.ReadWrite\\.OwnedBy(?!\\(owned\\))");
        try (InputStream in = Permissions.class.getResourceAsStream("/permissions.txt")) {
            List<String> rows = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && open.matcher(line).find())
                    .filter(line -> line.contains("{}") && !line.contains("/instantiate"))
                    .filter(line -> !line.startsWith("GET") || line.contains("/synchronization"))
                    .toList();
            assertEquals(List.of(), rows);
        }
    }

    @Test
    void theTableOfTheServerIsReadable() {
        assertTrue(new Permissions(new Named("none")).covers("GET", "/users"));
    }

    @Test
    void everyApplicationPermissionOfTheTableCanBeGranted() throws IOException {
        Set<String> asked = new Permissions(new Named("none")).allApplication(List.of("*"));
        try (InputStream in = Permissions.class.getResourceAsStream("/directory/graph-permissions.json")) {
            Set<String> granted = Json.MAPPER
                    .readTree(in)
                    .valueStream()
                    .filter(permission -> permission.hasNonNull("application"))
                    .map(permission -> permission.get("value").asText())
                    .collect(Collectors.toSet());
            assertEquals(
                    List.of(),
                    asked.stream().filter(name -> !granted.contains(name)).toList());
        }
    }

    @Test
    void whoHoldsEveryPermissionSeesEverything() {
        Set<String> every = new Permissions(new Named("none")).allApplication(List.of("*"));
        assertEquals(
                Set.of(),
                new SightTable()
                        .of(new SightTable.Holder(Optional.empty(), every, Set.of()))
                        .limited());
    }

    private void allowed(Caller caller, String method, String template, String... keys) {
        assertDoesNotThrow(() -> permissions.require(caller, method, template, List.of(keys)));
    }

    private void notServed(Caller caller, String method, String template) {
        GraphError error =
                assertThrows(GraphError.class, () -> permissions.require(caller, method, template, List.of()));
        assertEquals(405, error.status());
    }

    private void denied(Caller caller, String method, String template, String... keys) {
        GraphError error =
                assertThrows(GraphError.class, () -> permissions.require(caller, method, template, List.of(keys)));
        assertEquals(403, error.status());
        assertEquals("Authorization_RequestDenied", error.code());
    }

    private static Caller app(String... permissions) {
        return caller(Optional.empty(), Set.of(permissions), Set.of());
    }

    private static Caller user(String scopes, String... roles) {
        Set<String> templateIds = Stream.of(roles).map(PermissionsTest::role).collect(Collectors.toSet());
        SignedInUser ana = new SignedInUser(ANA, "ana@alderwood.example", "Ana");
        return caller(Optional.of(ana), Set.of(scopes.split(" ")), templateIds);
    }

    private static Caller caller(Optional<SignedInUser> user, Set<String> permissions, Set<String> roles) {
        return new Caller(null, "app", "App", "sp", user, permissions, roles, Sight.EVERYTHING);
    }

    private static String role(String name) {
        return DirectoryRoleTemplates.byName(name).orElseThrow().templateId();
    }

    /** Everybody owns one object, and one is a group that can hold roles. */
    private record Named(String owned) implements NamedObject {
        @Override
        public boolean ownedBy(Caller caller, String template, List<String> keys) {
            return keys.contains(owned);
        }

        @Override
        public boolean ownsApplications(Caller caller) {
            return false;
        }

        @Override
        public boolean holdsRoles(Caller caller, String template, List<String> keys) {
            return keys.contains(ROLE_GROUP);
        }
    }
}
