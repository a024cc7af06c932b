package io.tenantry.directory;

import static io.tenantry.graph.GraphHttp.created;
import static io.tenantry.graph.GraphHttp.done;
import static io.tenantry.graph.GraphHttp.groupBody;
import static io.tenantry.graph.GraphHttp.reference;
import static io.tenantry.graph.GraphHttp.refused;
import static io.tenantry.graph.GraphHttp.userBody;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.directory.application.FirstPartyApplications;
import io.tenantry.directory.role.Roles;
import io.tenantry.graph.GraphHttp;
import io.tenantry.graph.WithClient;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one way to a thing asks for, every other way to it asks for too. */
@QuarkusTest
class PrivilegesHttpTest implements WithClient {
    private static final String DENIED = "Authorization_RequestDenied";
    private static final String GRAPH = FirstPartyApplications.MICROSOFT_GRAPH;
    private static final String READER = Roles.REPORTS_READER;

    // ---- paths for objects of any type

    @ParameterizedTest
    @CsvSource({
        "user, User.ReadWrite.All",
        "user, User.DeleteRestore.All",
        "group, Group.ReadWrite.All",
        "application, Application.ReadWrite.All",
        "servicePrincipal, Application.ReadWrite.All"
    })
    void anObjectOfAnyTypeIsDeletedAndRestoredByWhoMayWriteItsOwn(String type, String permission) {
        String id = object(type);
        String family = permission.substring(0, permission.indexOf('.'));
        List<GraphHttp> others = Stream.of("User.ReadWrite.All", "Group.ReadWrite.All", "Application.ReadWrite.All")
                .filter(other -> !other.startsWith(family))
                .map(SOURCE::app)
                .toList();
        String item = "/v1.0/directory/deletedItems/" + id;

        others.forEach(other -> refused(other.delete("/v1.0/directoryObjects/" + id), 403, DENIED));
        done(SOURCE.app(permission).delete("/v1.0/directoryObjects/" + id));
        others.forEach(other -> refused(other.post(item + "/restore"), 403, DENIED));
        others.forEach(other -> refused(other.delete(item), 403, DENIED));
        SOURCE.app(permission).post(item + "/restore").statusCode(200);
        done(SOURCE.delete("/v1.0/directoryObjects/" + id));
        done(SOURCE.app(permission).delete(item));
    }

    @Test
    void ownedByDeletesAndRestoresWhatIsOwned() {
        GraphHttp ownedBy = SOURCE.app("Application.ReadWrite.OwnedBy");
        String mine = created(ownedBy.post("/v1.0/applications", "{'displayName':'Mine'}"));
        String theirs = object("application");
        String group = created(SOURCE.post("/v1.0/groups", groupBody("crew")));
        done(SOURCE.post("/v1.0/groups/" + group + "/owners/$ref", reference(WithClient.servicePrincipal())));

        refused(ownedBy.delete("/v1.0/directoryObjects/" + theirs), 403, DENIED);
        refused(ownedBy.delete("/v1.0/directoryObjects/" + group), 403, DENIED);
        done(ownedBy.delete("/v1.0/directoryObjects/" + mine));
        done(SOURCE.delete("/v1.0/applications/" + theirs));
        refused(ownedBy.post("/v1.0/directory/deletedItems/" + theirs + "/restore"), 403, DENIED);
        ownedBy.post("/v1.0/directory/deletedItems/" + mine + "/restore").statusCode(200);
    }

    private static String object(String type) {
        return switch (type) {
            case "user" -> SOURCE.newUser("ana");
            case "group" ->
                created(SOURCE.post(
                        "/v1.0/groups",
                        groupBody("crew", "'groupTypes':['Unified']")
                                .replace("'mailEnabled':false", "'mailEnabled':true")));
            case "application" -> created(SOURCE.post("/v1.0/applications", "{'displayName':'Crew'}"));
            default -> servicePrincipal("Crew");
        };
    }

    private static String servicePrincipal(String name) {
        String appId = SOURCE.post("/v1.0/applications", "{'displayName':'" + name + "'}")
                .statusCode(201)
                .extract()
                .path("appId");
        return created(SOURCE.post("/v1.0/servicePrincipals", "{'appId':'" + appId + "'}"));
    }

    // ---- creation by an alternate key

    @ParameterizedTest
    @ValueSource(
            strings = {
                "User-Phone.ReadWrite.All",
                "User-Mail.ReadWrite.All",
                "User-PasswordProfile.ReadWrite.All",
                "User.ManageIdentities.All",
                "User.ReadWrite.CrossCloud"
            })
    void whoMayChangeUsersDoesNotCreateThem(String permission) {
        String path = "/v1.0/users(userPrincipalName='new@" + DOMAIN + "')";

        refused(SOURCE.app(permission).with("Prefer", "create-if-missing").patch(path, userBody("new")), 403, DENIED);
        SOURCE.get(path).statusCode(404);
        SOURCE.app("User.ReadWrite.All")
                .with("Prefer", "create-if-missing")
                .patch(path, userBody("new"))
                .statusCode(201);
    }

    @Test
    void whoMayCreateApplicationsDoesSoByAnyKey() {
        GraphHttp ownedBy = SOURCE.app("Application.ReadWrite.OwnedBy").with("Prefer", "create-if-missing");
        String path = "/v1.0/applications(uniqueName='crew')";

        ownedBy.patch(path, "{'displayName':'Crew'}").statusCode(201);
        done(ownedBy.patch(path, "{'displayName':'Crew 2'}"));
        SOURCE.with("Prefer", "create-if-missing")
                .patch(path.replace("crew", "theirs"), "{'displayName':'Theirs'}")
                .statusCode(201);
        refused(ownedBy.patch(path.replace("crew", "theirs"), "{'displayName':'Mine'}"), 403, DENIED);
    }

    // ---- app roles

    @ParameterizedTest
    @ValueSource(
            strings = {
                "servicePrincipals/{graph}/appRoleAssignedTo",
                "servicePrincipals/{me}/appRoleAssignments",
                "servicePrincipals/{me}/appRoleAssignedTo"
            })
    void permissionsOfGraphAreGrantedAndRevokedByWhoMayGrantThem(String way) {
        String me = WithClient.servicePrincipal();
        String graph = SOURCE.get("/v1.0/servicePrincipals(appId='" + GRAPH + "')")
                .extract()
                .path("id");
        String role = SOURCE.get("/v1.0/servicePrincipals/" + graph).extract().path("appRoles[0].id");
        String path = "/v1.0/" + way.replace("{graph}", graph).replace("{me}", me);
        String body = "{'principalId':'" + me + "','resourceId':'" + graph + "','appRoleId':'" + role + "'}";
        List<GraphHttp> others = List.of(
                SOURCE.app("Application.ReadWrite.All", "Directory.ReadWrite.All"),
                SOURCE.user("Application.ReadWrite.All", "Cloud Application Administrator"),
                SOURCE.user("AppRoleAssignment.ReadWrite.All Directory.Read.All", "Application Administrator"));

        others.forEach(other -> refused(other.post(path, body), 403, DENIED));
        String id = created(
                SOURCE.user("AppRoleAssignment.ReadWrite.All Directory.Read.All", "Privileged Role Administrator")
                        .post(path, body));
        for (String below : List.of(graph + "/appRoleAssignedTo/", me + "/appRoleAssignments/")) {
            others.forEach(other -> refused(other.delete("/v1.0/servicePrincipals/" + below + id), 403, DENIED));
        }
        done(SOURCE.app("AppRoleAssignment.ReadWrite.All")
                .delete("/v1.0/servicePrincipals/" + graph + "/appRoleAssignedTo/" + id));
    }

    @Test
    void anOwnerAssignsRolesOfWhatItOwnsOnly() {
        String ana = SOURCE.newUser("ana");
        String mine = servicePrincipal("Mine");
        String theirs = servicePrincipal("Theirs");
        done(SOURCE.post("/v1.0/servicePrincipals/" + mine + "/owners/$ref", reference(ana)));
        GraphHttp owner = SOURCE.as("ana@" + DOMAIN, "Application.ReadWrite.All");
        String path = "/v1.0/servicePrincipals/" + mine + "/appRoleAssignedTo";
        String body =
                "{'principalId':'" + ana + "','resourceId':'%s','appRoleId':'00000000-0000-0000-0000-000000000000'}";

        refused(owner.post(path, body.formatted(theirs)), 403, DENIED);
        created(owner.post(path, body.formatted(mine)));
    }

    @Test
    void delegatedPermissionsAreGrantedByWhoMayGrantThem() {
        String client = servicePrincipal("Crew");
        String graph = SOURCE.get("/v1.0/servicePrincipals(appId='" + GRAPH + "')")
                .extract()
                .path("id");
        String body = "{'clientId':'" + client + "','consentType':'AllPrincipals','resourceId':'" + graph
                + "','scope':'User.Read'}";
        String id = created(SOURCE.post("/v1.0/oauth2PermissionGrants", body));
        GraphHttp other = SOURCE.app("Application.ReadWrite.All", "AppRoleAssignment.ReadWrite.All");

        refused(other.post("/v1.0/oauth2PermissionGrants", body), 403, DENIED);
        refused(other.patch("/v1.0/oauth2PermissionGrants/" + id, "{'scope':'Directory.ReadWrite.All'}"), 403, DENIED);
        refused(other.delete("/v1.0/oauth2PermissionGrants/" + id), 403, DENIED);
    }

    // ---- credentials

    @ParameterizedTest
    @ValueSource(strings = {"applications", "servicePrincipals"})
    void credentialsAreNotChangedByARoleThatAddsNone(String set) {
        String id = object(set.substring(0, set.length() - 1));
        GraphHttp hybrid = SOURCE.user("Application.ReadWrite.All", "Hybrid Identity Administrator");
        String path = "/v1.0/" + set + "/" + id;
        SOURCE.post(path + "/addPassword", "{}").statusCode(200);

        refused(hybrid.post(path + "/addPassword", "{}"), 403, DENIED);
        refused(hybrid.patch(path, "{'passwordCredentials':[]}"), 403, DENIED);
        done(hybrid.patch(path, "{'tags':['a']}"));
        SOURCE.get(path).body("passwordCredentials", hasSize(1));
        done(SOURCE.user("Application.ReadWrite.All", "Application Administrator")
                .patch(path, "{'passwordCredentials':[]}"));
    }

    // ---- members that follow from a rule

    @Test
    void membersOfADynamicGroupComeByItsRuleAlone() {
        String ana = SOURCE.newUser("ana");
        String rule = "'groupTypes':['DynamicMembership'],'membershipRule':'user.department -eq null',"
                + "'membershipRuleProcessingState':'Paused'";
        String group = SOURCE.newGroup("crew", rule);
        String bound = "'members@odata.bind':['https://graph.microsoft.com/v1.0/users/" + ana + "']";

        refused(SOURCE.post("/v1.0/groups/" + group + "/members/$ref", reference(ana)), 403, DENIED);
        refused(SOURCE.delete("/v1.0/groups/" + group + "/members/" + ana + "/$ref"), 404, "Request_ResourceNotFound");
        refused(SOURCE.patch("/v1.0/groups/" + group, "{" + bound + "}"), 403, DENIED);
        refused(SOURCE.post("/v1.0/groups", groupBody("others", rule, bound)), 403, DENIED);
        SOURCE.get("/v1.0/groups/" + group + "/members").body("value", empty());
        SOURCE.get("/v1.0/groups").body("value", hasSize(1));
        done(SOURCE.post("/v1.0/groups/" + group + "/owners/$ref", reference(ana)));
        done(SOURCE.patch("/v1.0/groups/" + group, "{'description':'Crew'}"));
    }

    @ParameterizedTest
    @CsvSource({
        "user, User.ReadBasic.All, Group.Read.All",
        "group, Group.Read.All, User.Read.All",
        "servicePrincipal, Application.Read.All, User.Read.All"
    })
    void whoWritesMembershipsAloneAddsWhatItReads(String type, String reading, String other) {
        String members = "/v1.0/groups/" + SOURCE.newGroup("dock") + "/members";
        String member = type.equals("group") ? SOURCE.newGroup("crew") : object(type);

        refused(SOURCE.app("GroupMember.ReadWrite.All", other).post(members + "/$ref", reference(member)), 403, DENIED);
        SOURCE.get(members).body("value", empty());
        done(SOURCE.app("GroupMember.ReadWrite.All", reading).post(members + "/$ref", reference(member)));
    }

    @Test
    void whereMembersMakeNoGroupsRoleAdministratorsMakeThoseThatHoldRoles() {
        done(SOURCE.patch(
                "/v1.0/policies/authorizationPolicy",
                "{'defaultUserRolePermissions':{'allowedToCreateSecurityGroups':false}}"));
        GraphHttp caller =
                SOURCE.user("Group.ReadWrite.All RoleManagement.ReadWrite.Directory", "Privileged Role Administrator");

        refused(caller.post("/v1.0/groups", groupBody("crew")), 403, DENIED);
        created(caller.post("/v1.0/groups", groupBody("admins", "'isAssignableToRole':true")));
    }

    // ---- the other end of a reference, licences

    @ParameterizedTest
    @ValueSource(strings = {"memberOf", "transitiveMemberOf", "ownedObjects", "directReports", "sponsorOf"})
    void aReferenceIsNotWrittenFromItsOtherEnd(String name) {
        String ana = SOURCE.newUser("ana");
        String group = SOURCE.newGroup("admins", "'isAssignableToRole':true");

        SOURCE.post("/v1.0/users/" + ana + "/" + name + "/$ref", reference(group))
                .statusCode(405);
        SOURCE.patch(
                        "/v1.0/users/" + ana,
                        "{'" + name + "@odata.bind':['https://graph.microsoft.com/v1.0/groups/" + group + "']}")
                .statusCode(400);
        SOURCE.get("/v1.0/users/" + ana + "/memberOf").body("value", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"assignedLicenses", "licenseAssignmentStates", "assignedPlans"})
    void licencesAreAssignedByTheirActionAlone(String property) {
        String sku = SOURCE.get("/v1.0/subscribedSkus").extract().path("value[0].skuId");
        String value = "'" + property + "':[{'skuId':'" + sku + "'}]";
        String ana = SOURCE.newUser("ana", "'usageLocation':'SE'");

        SOURCE.patch("/v1.0/users/" + ana, "{" + value + "}").statusCode(400);
        SOURCE.post("/v1.0/users", userBody("ben", value)).statusCode(400);
        SOURCE.post("/v1.0/groups", groupBody("crew", value)).statusCode(400);
        SOURCE.get("/v1.0/users/" + ana + "?$select=assignedLicenses").body("assignedLicenses", empty());
    }

    // ---- directory roles

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /directoryRoles/{role}/members/$ref {ref}",
                "POST /directoryRoles(roleTemplateId='{template}')/members/$ref {ref}",
                "POST /directoryRoles/roleTemplateId={template}/members/$ref {ref}",
                "POST /roleManagement/directory/roleAssignments {assignment}",
                "POST /directoryRoles {'roleTemplateId':'{other}'}",
                "DELETE /directoryRoles/{role}/members/{holder}/$ref",
                "DELETE /directoryRoles(roleTemplateId='{template}')/members/{holder}/$ref",
                "DELETE /roleManagement/directory/roleAssignments/{held}"
            })
    void rolesAreGivenByWhoMayGiveThem(String way) {
        String holder = SOURCE.newUser("ina");
        String outside = SOURCE.newUser("otto");
        String held = created(SOURCE.post("/v1.0/roleManagement/directory/roleAssignments", assignment(holder)));
        String role = SOURCE.get("/v1.0/directoryRoles(roleTemplateId='" + READER + "')")
                .extract()
                .path("id");
        String[] parts = way.replace("{role}", role)
                .replace("{template}", READER)
                .replace("{other}", Roles.GUEST_INVITER)
                .replace("{holder}", holder)
                .replace("{held}", held)
                .replace("{ref}", reference(outside))
                .replace("{assignment}", assignment(outside))
                .split(" ", 3);

        for (GraphHttp caller : List.of(
                SOURCE.app("Directory.ReadWrite.All", "Group.ReadWrite.All", "User.ReadWrite.All"),
                SOURCE.user("RoleManagement.ReadWrite.Directory", "User Administrator"),
                SOURCE.user("Directory.ReadWrite.All", "Privileged Role Administrator"))) {
            for (String version : List.of("/v1.0", "/beta")) {
                String path = version + parts[1];
                refused(parts[0].equals("POST") ? caller.post(path, parts[2]) : caller.delete(path), 403, DENIED);
            }
        }
        SOURCE.get("/v1.0/directoryRoles/" + role + "/members").body("value.id", contains(holder));
        SOURCE.get("/v1.0/directoryRoles").body("value.roleTemplateId", not(contains(Roles.GUEST_INVITER)));
    }

    private static String assignment(String principal) {
        return "{'roleDefinitionId':'" + READER + "','principalId':'" + principal + "','directoryScopeId':'/'}";
    }
}
