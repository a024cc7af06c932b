package io.tenantry.directory.group;

import static io.tenantry.directory.World.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.directory.World;
import io.tenantry.directory.license.SkuCatalog;
import io.tenantry.directory.role.AuthorizationPolicy;
import io.tenantry.directory.role.Roles;
import io.tenantry.store.Entity;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GroupsTest {
    private static final String MEMBERS = "/groups/{}/members/$ref";
    private static final String DENIED = "Insufficient privileges to complete the operation.";

    @Inject
    World world;

    World.Place here;

    @BeforeEach
    void tenant() {
        here = world.tenant();
    }

    private Entity dynamic(String rule) {
        return here.group(
                "dyn",
                ", \"groupTypes\": [\"DynamicMembership\"], \"membershipRule\": \"%s\", \"membershipRuleProcessingState\": \"On\""
                        .formatted(rule.replace("\"", "\\\"")));
    }

    private Entity unified(String name) {
        return here.create(
                "/groups",
                """
                {"displayName": "%s", "mailNickname": "%s", "mailEnabled": true, "securityEnabled": false, "groupTypes": ["Unified"]}"""
                        .formatted(name, name));
    }

    @Test
    void requiredPropertiesAreNamed() {
        refused(
                400,
                "A value is required for property 'mailEnabled' of resource 'Group'.",
                () -> here.create(
                        "/groups", "{\"displayName\": \"x\", \"mailNickname\": \"x\", \"securityEnabled\": true}"));
    }

    @Test
    void mailEnabledSecurityGroupsAreNotWritable() {
        for (String kind : List.of(
                "\"mailEnabled\": true, \"securityEnabled\": true",
                "\"mailEnabled\": true, \"securityEnabled\": false")) {
            refused(
                    400,
                    "The service does not currently support writes of mail-enabled groups. Please ensure that the"
                            + " mail-enablement property is unset and the security-enablement property is set.",
                    () -> here.create("/groups", "{\"displayName\": \"x\", \"mailNickname\": \"x\", " + kind + "}"));
        }
    }

    @Test
    void aMicrosoft365GroupHasAnAddress() {
        Entity group = unified("harbour");
        assertEquals("harbour@" + here.domain(), group.text("mail"));
        assertEquals(List.of("SMTP:harbour@" + here.domain()), group.texts("proxyAddresses"));
        refused(
                400,
                "Another object with the same value for property mailNickname already exists.",
                () -> unified("Harbour"));
    }

    @Test
    void whetherMembersAreHiddenIsSaidAtCreationOfAMicrosoft365Group() {
        String refusal = "Invalid value specified for property 'visibility' of resource 'Group'.";
        refused(400, refusal, () -> here.group("crew", ", \"visibility\": \"HiddenMembership\""));
        Entity open = unified("harbour");
        refused(400, refusal, () -> here.update("/groups/{}", open, "{\"visibility\": \"HiddenMembership\"}"));
        here.update("/groups/{}", open, "{\"visibility\": \"Private\"}");
        assertEquals("Private", here.fresh(open).text("visibility"));
        Entity hidden = here.create(
                "/groups",
                """
                {"displayName": "hold", "mailNickname": "hold", "mailEnabled": true, "securityEnabled": false,
                 "groupTypes": ["Unified"], "visibility": "HiddenMembership"}""");
        here.update("/groups/{}", hidden, "{\"description\": \"below deck\", \"visibility\": \"HiddenMembership\"}");
        for (String other : List.of("\"Public\"", "null")) {
            refused(400, refusal, () -> here.update("/groups/{}", hidden, "{\"visibility\": " + other + "}"));
        }
        assertEquals("HiddenMembership", here.fresh(hidden).text("visibility"));
    }

    @Test
    void aMemberIsAddedOnceAndRemovedOnce() {
        Entity group = here.group("crew", "");
        Entity user = here.user("iris");
        here.refer(MEMBERS, group, user);
        refused(
                400,
                "One or more added object references already exist for the following modified properties: 'members'.",
                () -> here.refer(MEMBERS, group, user));
        here.unrefer(MEMBERS, group, user);
        refused(404, World.notFound(group.id()), () -> here.unrefer(MEMBERS, group, user));
    }

    @Test
    void boundMembersAreAllAddedOrNone() {
        Entity iris = here.user("iris");
        Entity otto = here.user("otto");
        Entity group = here.group(
                "crew",
                ", \"members@odata.bind\": [\"%s\", \"%s\"]".formatted(World.reference(iris), World.reference(otto)));
        assertEquals(Set.of(iris.id(), otto.id()), here.members(group));
        Entity dora = here.user("dora");
        refused(
                404,
                World.notFound("00000000-0000-4000-8000-000000000000"),
                () -> here.update(
                        "/groups/{}",
                        group,
                        "{\"members@odata.bind\": [\"%s\", \"https://x/v1.0/users/00000000-0000-4000-8000-000000000000\"]}"
                                .formatted(World.reference(dora))));
        assertEquals(2, here.members(group).size());
    }

    @Test
    void theSameObjectTwiceInOneRequestIsRefused() {
        Entity iris = here.user("iris");
        String twice = ", \"members@odata.bind\": [\"%1$s\", \"%1$s\"]".formatted(World.reference(iris));
        var error = org.junit.jupiter.api.Assertions.assertThrows(
                io.tenantry.error.GraphError.class, () -> here.group("crew", twice));
        assertTrue(error.getMessage().startsWith("Object '[ResourceType=User,Id=" + iris.id() + "]' referenced from"));
    }

    @Test
    void theLastOwnerStays() {
        Entity group = here.group("crew", "");
        Entity iris = here.user("iris");
        here.refer("/groups/{}/owners/$ref", group, iris);
        refused(
                400,
                "The group must have at least one owner, hence this owner cannot be removed.",
                () -> here.unrefer("/groups/{}/owners/$ref", group, iris));
    }

    @Test
    void aSignedInUserOwnsTheGroupItMakes() {
        Entity iris = here.user("iris");
        here.callAs(iris, Set.of(), "Group.ReadWrite.All");
        Entity group = here.group("crew", "");
        assertEquals(
                List.of(iris.id()), here.read(session -> session.references().targets("owner", group.id())));
    }

    @Test
    void aDynamicGroupFollowsItsRule() {
        Entity iris = here.user("iris", ", \"department\": \"Harbour\"");
        Entity group = dynamic("user.department -eq \"Harbour\"");
        assertEquals(Set.of(iris.id()), here.members(group));
        Entity otto = here.user("otto", ", \"department\": \"harbour\"");
        here.update("/users/{}", iris, "{\"department\": \"Locks\"}");
        assertEquals(Set.of(otto.id()), here.members(group));
        here.update("/groups/{}", group, "{\"membershipRule\": \"user.department -eq \\\"Locks\\\"\"}");
        assertEquals(Set.of(iris.id()), here.members(group));
        here.update("/groups/{}", group, "{\"membershipRuleProcessingState\": \"Paused\"}");
        here.update("/users/{}", iris, "{\"department\": \"Harbour\"}");
        assertEquals(Set.of(iris.id()), here.members(group));
    }

    @Test
    void aDynamicGroupTakesNoMembersByHand() {
        Entity iris = here.user("iris");
        Entity group = dynamic("user.department -eq \"Harbour\"");
        refused(403, DENIED, () -> here.refer(MEMBERS, group, iris));
        refused(403, DENIED, () -> here.unrefer(MEMBERS, group, iris));
    }

    @Test
    void aRuleThatDoesNotParseIsRefused() {
        refused(
                400,
                "Dynamic membership rule validation error: Wrong property applied.",
                () -> dynamic("user.nosuch -eq \"Harbour\""));
    }

    @Test
    void becomingDynamicReplacesTheMembers() {
        Entity iris = here.user("iris");
        Entity group = here.group("crew", ", \"members@odata.bind\": [\"%s\"]".formatted(World.reference(iris)));
        Entity otto = here.user("otto", ", \"department\": \"Harbour\"");
        here.update(
                "/groups/{}",
                group,
                "{\"groupTypes\": [\"DynamicMembership\"], \"membershipRule\": \"user.department -eq 'Harbour'\"}");
        assertEquals(Set.of(otto.id()), here.members(group));
    }

    @Test
    void roleAssignableGroupsAreMadeByWhoMayAssignRoles() {
        here.group("admins", ", \"isAssignableToRole\": true");
        here.callAsApp("Group.ReadWrite.All");
        refused(403, DENIED, () -> here.group("others", ", \"isAssignableToRole\": true"));
    }

    @Test
    void securityGroupsAreGoneMicrosoft365GroupsCanComeBack() {
        Entity iris = here.user("iris");
        Entity security = here.group("crew", "");
        Entity unified = unified("harbour");
        here.refer(MEMBERS, unified, iris);
        here.delete("/groups/{}", security);
        here.delete("/groups/{}", unified);
        assertTrue(here.read(session -> session.findObject(security.id(), true)).isEmpty());
        here.call("group", "restore", unified, null);
        assertTrue(here.live(unified));
        assertEquals(Set.of(iris.id()), here.members(unified));
    }

    @Test
    void groupsGiveTheirLicencesToTheirMembers() {
        Entity iris = here.user("iris");
        Entity group = here.group("crew", "");
        String sku = SkuCatalog.skuId("ENTRA_SUITE");
        here.refer(MEMBERS, group, iris);
        here.call(
                "group",
                "assignLicense",
                group,
                "{\"addLicenses\": [{\"skuId\": \"%s\", \"disabledPlans\": []}], \"removeLicenses\": []}"
                        .formatted(sku));
        Entity licensed = here.fresh(iris);
        assertEquals(sku, licensed.array("assignedLicenses").get(0).get("skuId").asText());
        assertEquals(
                group.id(),
                licensed.array("licenseAssignmentStates")
                        .get(0)
                        .get("assignedByGroup")
                        .asText());
        assertFalse(licensed.array("assignedPlans").isEmpty());
        here.unrefer(MEMBERS, group, iris);
        assertTrue(here.fresh(iris).array("assignedLicenses").isEmpty());
    }

    @Test
    void membersMayBeForbiddenToMakeGroups() {
        Entity iris = here.user("iris");
        here.update(
                "/policies/authorizationPolicy",
                here.read(AuthorizationPolicy::of),
                "{\"defaultUserRolePermissions\": {\"allowedToCreateSecurityGroups\": false}}");
        here.callAs(iris, Set.of(), "Group.ReadWrite.All");
        refused(403, DENIED, () -> here.group("crew", ""));
        here.callAs(iris, Set.of(Roles.GROUPS_ADMINISTRATOR), "Group.ReadWrite.All");
        here.group("crew", "");
    }

    @Test
    void rulesOverGroupsAndManagersFollowTheirChanges() {
        Entity iris = here.user("iris");
        Entity dora = here.user("dora");
        Entity crew = here.group("crew", "");
        Entity byGroup = dynamic("user.memberOf -any (group.objectId -in ['" + crew.id() + "'])");
        Entity byManager = dynamic("Direct Reports for \"" + dora.id() + "\"");
        here.refer(MEMBERS, crew, iris);
        here.refer("/users/{}/manager/$ref", iris, dora);
        assertEquals(Set.of(iris.id()), here.members(byGroup));
        assertEquals(Set.of(iris.id()), here.members(byManager));
        here.unrefer(MEMBERS, crew, iris);
        here.unrefer("/users/{}/manager/$ref", iris, null);
        assertEquals(Set.of(), here.members(byGroup));
        assertEquals(Set.of(), here.members(byManager));
    }

    @Test
    void membershipsEnterTheChangeSequenceByTheirKind() {
        Entity iris = here.user("iris");
        Entity crew = here.group("crew", "");
        here.refer(MEMBERS, crew, iris);
        here.unrefer(MEMBERS, crew, iris);
        assertEquals(
                List.of("ADDED member", "TAKEN member"),
                here.read(session -> session.query(
                        "select kind, name from change where tenant = {tenant} and object_id = ? and other = ? order by seq",
                        row -> row.getString(1) + " " + row.getString(2),
                        crew.id(),
                        iris.id())));
    }
}
