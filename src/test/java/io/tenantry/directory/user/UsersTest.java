package io.tenantry.directory.user;

import static io.tenantry.directory.World.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.directory.World;
import io.tenantry.directory.object.SecurityIdentifier;
import io.tenantry.directory.role.Roles;
import io.tenantry.error.GraphError;
import io.tenantry.family.Answer;
import io.tenantry.store.Entity;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UsersTest {
    @Inject
    World world;

    World.Place here;

    @BeforeEach
    void tenant() {
        here = world.tenant();
    }

    @Test
    void aNewUserHasWhatTheDirectoryAdds() {
        Entity user =
                here.fresh(here.user("iris.moor", ", \"mail\": \"iris@post.example\", \"department\": \"Harbour\""));
        assertEquals("Member", user.text("userType"));
        assertEquals("2026-01-05T10:00:00Z", user.text("createdDateTime"));
        assertEquals(List.of("SMTP:iris@post.example"), user.texts("proxyAddresses"));
        assertEquals(SecurityIdentifier.of(user.id()), user.text("securityIdentifier"));
        assertEquals(1, user.array("identities").size());
        assertEquals(
                here.domain(), user.array("identities").get(0).get("issuer").asText());
        assertFalse(user.properties().toString().contains(World.PASSWORD));
        assertTrue(Passwords.isOf(user, World.PASSWORD));
        assertEquals(List.of("add user"), here.activities());
    }

    @Test
    void requiredPropertiesAreNamedInTheirOrder() {
        refused(
                400,
                "A value is required for property 'accountEnabled' of resource 'User'.",
                () -> here.create("/users", "{}"));
        refused(
                400,
                "A value is required for property 'mailNickname' of resource 'User'.",
                () -> here.create(
                        "/users", "{\"accountEnabled\": true, \"displayName\": \"x\", \"mailNickname\": null}"));
        refused(
                400,
                "A password must be specified to create a new user.",
                () -> here.create(
                        "/users",
                        "{\"accountEnabled\": true, \"displayName\": \"x\", \"mailNickname\": \"x\", \"userPrincipalName\": \"x@%s\"}"
                                .formatted(here.domain())));
    }

    @Test
    void aUserWithOnlyFederatedIdentitiesNeedsNoPassword() {
        here.create(
                "/users",
                """
                {"accountEnabled": true, "displayName": "x", "mailNickname": "x", "userPrincipalName": "x@%s",
                 "identities": [{"signInType": "federated", "issuer": "idp.example", "issuerAssignedId": "42"}]}"""
                        .formatted(here.domain()));
    }

    @Test
    void theNameMustBeWellFormedAndInAVerifiedDomain() {
        String body =
                """
                {"accountEnabled": true, "displayName": "x", "mailNickname": "x", "userPrincipalName": "%s",
                 "passwordProfile": {"password": "Trellis-42-orbit!"}}""";
        refused(400, "Property userPrincipalName is invalid.", () -> here.create("/users", body.formatted("no name")));
        refused(
                400,
                "The domain portion of the userPrincipalName property is invalid. You must use one of the verified domain names in your organization.",
                () -> here.create("/users", body.formatted("x@unverified.example")));
        refused(
                400,
                "Property userPrincipalName is invalid.",
                () -> here.create("/users", body.formatted("ada_a.example#EXT#@" + here.domain())));
    }

    @Test
    void anotherUserMayNotHaveTheSameNameOrAddress() {
        here.user("iris", ", \"mail\": \"iris@post.example\"");
        GraphError name = refused(
                400,
                "Another object with the same value for property userPrincipalName already exists.",
                () -> here.user("IRIS"));
        assertEquals("ObjectConflict", name.details().get(0).code());
        GraphError address = refused(
                400,
                "Another object with the same value for property proxyAddresses already exists.",
                () -> here.user("otto", ", \"mail\": \"Iris@post.example\""));
        assertEquals(
                List.of("ObjectConflict", "ConflictingObjects"),
                address.details().stream().map(GraphError.Detail::code).toList());
    }

    @Test
    void ofManyCreationsOfOneNameAtOnceOneWins() throws Exception {
        int many = 40;
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<String>> calls = Collections.nCopies(many, this::race);
        List<String> results = new ArrayList<>();
        for (var result : threads.invokeAll(calls)) {
            results.add(result.get());
        }
        threads.shutdown();
        assertEquals(1, Collections.frequency(results, "created"));
        assertEquals(
                many - 1,
                Collections.frequency(
                        results, "Another object with the same value for property userPrincipalName already exists."));
    }

    private String race() {
        try {
            here.user("race");
            return "created";
        } catch (GraphError e) {
            return e.getMessage();
        }
    }

    @Test
    void complexValuesMergeCollectionsAreReplacedAndNullClears() {
        Entity user = here.user(
                "iris",
                ", \"onPremisesExtensionAttributes\": {\"extensionAttribute1\": \"north\"}, \"otherMails\": [\"a@x.example\"], \"city\": \"Faro\"");
        here.update(
                "/users/{}",
                user,
                "{\"onPremisesExtensionAttributes\": {\"extensionAttribute2\": \"blue\"}, \"otherMails\": [\"b@x.example\"], \"city\": null}");
        Entity now = here.fresh(user);
        assertEquals(
                "north",
                now.get("onPremisesExtensionAttributes")
                        .get("extensionAttribute1")
                        .asText());
        assertEquals(
                "blue",
                now.get("onPremisesExtensionAttributes")
                        .get("extensionAttribute2")
                        .asText());
        assertEquals(List.of("b@x.example"), now.texts("otherMails"));
        assertNull(now.get("city"));
    }

    @Test
    void whatAUserAlwaysHasCannotBeCleared() {
        Entity user = here.user("iris");
        for (String name : List.of("displayName", "accountEnabled", "userPrincipalName", "mailNickname")) {
            refused(
                    400,
                    "Invalid value specified for property '" + name + "' of resource 'User'.",
                    () -> here.update("/users/{}", user, "{\"" + name + "\": null}"));
        }
    }

    @Test
    void aNewMailAddressBecomesThePrimaryOne() {
        Entity user = here.user("iris", ", \"mail\": \"iris@post.example\"");
        here.update("/users/{}", user, "{\"mail\": \"moor@post.example\"}");
        assertEquals(
                List.of("SMTP:moor@post.example", "smtp:iris@post.example"),
                here.fresh(user).texts("proxyAddresses"));
    }

    @Test
    void renamingKeepsTheIdentityInStep() {
        Entity user = here.user("iris");
        here.update("/users/{}", user, "{\"userPrincipalName\": \"moor@%s\"}".formatted(here.domain()));
        assertEquals(
                "moor@" + here.domain(),
                here.fresh(user)
                        .array("identities")
                        .get(0)
                        .get("issuerAssignedId")
                        .asText());
    }

    @Test
    void unknownExtensionsAreNamed() {
        Entity user = here.user("iris");
        refused(
                400,
                "The following extension properties are not available: extension_00000000000000000000000000000001_berth.",
                () -> here.update("/users/{}", user, "{\"extension_00000000000000000000000000000001_berth\": \"x\"}"));
    }

    @Test
    void disablingIsAuditedByItself() {
        Entity user = here.user("iris");
        here.update("/users/{}", user, "{\"accountEnabled\": false}");
        assertEquals(List.of("add user", "update user", "disable account"), here.activities());
    }

    @Test
    void anAdministratorIsDisabledOnlyByAHigherOne() {
        Entity admin = here.user("admin");
        Entity helper = here.user("helper");
        here.in(call -> Roles.assign(call.session(), Roles.GLOBAL_ADMINISTRATOR, admin.id(), Roles.DIRECTORY));
        here.callAs(helper, Set.of(Roles.USER_ADMINISTRATOR), "User.ReadWrite.All", "Directory.AccessAsUser.All");
        refused(
                403,
                "Insufficient privileges to complete the operation.",
                () -> here.update("/users/{}", admin, "{\"accountEnabled\": false}"));
        here.update("/users/{}", admin, "{\"city\": \"Faro\"}");
        here.callAs(helper, Set.of(Roles.GLOBAL_ADMINISTRATOR), "User.ReadWrite.All", "Directory.AccessAsUser.All");
        here.update("/users/{}", admin, "{\"accountEnabled\": false}");
        here.callAsApp("User.ReadWrite.All");
        refused(403, "Insufficient privileges to complete the operation.", () -> here.delete("/users/{}", admin));
    }

    @Test
    void aUserHasOneManagerAtATime() {
        Entity user = here.user("iris");
        Entity dora = here.user("dora");
        Entity otto = here.user("otto");
        here.refer("/users/{}/manager/$ref", user, dora);
        here.refer("/users/{}/manager/$ref", user, otto);
        assertEquals(
                List.of(otto.id()), here.read(session -> session.references().targets("manager", user.id())));
        here.unrefer("/users/{}/manager/$ref", user, null);
        refused(404, World.notFound("manager"), () -> here.unrefer("/users/{}/manager/$ref", user, null));
    }

    @Test
    void aManagerMayComeWithTheUser() {
        Entity dora = here.user("dora");
        Entity user = here.user("iris", ", \"manager@odata.bind\": \"%s\"".formatted(World.reference(dora)));
        assertEquals(
                List.of(dora.id()), here.read(session -> session.references().targets("manager", user.id())));
    }

    @Test
    void revokingSessionsMovesTheirStart() {
        Entity user = here.user("iris");
        Answer answer = here.call("user", "revokeSignInSessions", user, null);
        assertTrue(((Answer.Value) answer).value().asBoolean());
        assertNotNull(here.fresh(user).instant("signInSessionsValidFromDateTime"));
    }

    @Test
    void smsSignInIsAnIdentity() {
        Entity user = here.user("iris");
        Entity phone = here.create(
                "/users/{}/authentication/phoneMethods",
                "{\"phoneNumber\": \"+351 289555010\", \"phoneType\": \"mobile\"}",
                user.id());
        here.call("phoneAuthenticationMethod", "enableSmsSignIn", phone, null);
        assertEquals(
                "phoneNumber",
                here.fresh(user).array("identities").get(0).get("signInType").asText());
        here.call("phoneAuthenticationMethod", "disableSmsSignIn", phone, null);
        assertEquals(1, here.fresh(user).array("identities").size());
    }

    @Test
    void membershipsReachOverGroups() {
        Entity user = here.user("iris");
        Entity inner = here.group("inner", "");
        Entity outer = here.group("outer", "");
        here.refer("/groups/{}/members/$ref", outer, inner);
        here.refer("/groups/{}/members/$ref", inner, user);
        Answer.Value all = (Answer.Value) here.call("user", "getMemberGroups", user, "{\"securityEnabledOnly\": true}");
        assertEquals(2, all.value().size());
        Answer.Value some = (Answer.Value) here.call(
                "user",
                "checkMemberGroups",
                user,
                "{\"groupIds\": [\"%s\", \"00000000-0000-4000-8000-000000000000\"]}".formatted(outer.id()));
        assertEquals("[\"" + outer.id() + "\"]", some.value().toString());
    }

    @Test
    void someScopesOpenSinglePropertiesOnly() {
        Entity user = here.user("iris");
        here.callAsApp("User-Mail.ReadWrite.All", "User.EnableDisableAccount.All", "User.Read.All");
        here.update("/users/{}", user, "{\"otherMails\": [\"a@x.example\"], \"accountEnabled\": false}");
        refused(
                403,
                "Insufficient privileges to complete the operation.",
                () -> here.update("/users/{}", user, "{\"otherMails\": [], \"city\": \"Faro\"}"));
    }

    @Test
    void usersChangePartOfTheirOwnProfile() {
        Entity user = here.user("iris");
        here.callAs(user, Set.of(), "User.ReadWrite");
        here.update("/users/{}", user, "{\"mobilePhone\": \"+351 1\"}");
        refused(
                403,
                "Insufficient privileges to complete the operation.",
                () -> here.update("/users/{}", user, "{\"department\": \"Harbour\"}"));
    }

    @Test
    void leavingDatesNeedAScopeOfTheirOwn() {
        Entity user = here.user("iris");
        String body = "{\"employeeLeaveDateTime\": \"2026-03-01T00:00:00Z\"}";
        refused(403, "Insufficient privileges to complete the operation.", () -> here.update("/users/{}", user, body));
        here.callAsApp("User.ReadWrite.All", "User-LifeCycleInfo.ReadWrite.All");
        here.update("/users/{}", user, body);
    }

    @Test
    void usersChangeTheirPasswordIfTheyKnowIt() {
        Entity user = here.user("iris");
        here.callAs(user, Set.of(), "Directory.AccessAsUser.All");
        String body = "{\"currentPassword\": \"%s\", \"newPassword\": \"Trellis-43-orbit!\"}";
        refused(
                400,
                "One or more properties contains invalid values.",
                () -> here.call("user", "changePassword", user, body.formatted("wrong")));
        here.call("user", "changePassword", user, body.formatted(World.PASSWORD));
        assertTrue(Passwords.isOf(here.fresh(user), "Trellis-43-orbit!"));
    }
}
