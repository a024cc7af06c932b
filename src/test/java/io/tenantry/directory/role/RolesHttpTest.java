package io.tenantry.directory.role;

import static io.tenantry.graph.GraphHttp.created;
import static io.tenantry.graph.GraphHttp.done;
import static io.tenantry.graph.GraphHttp.missing;
import static io.tenantry.graph.GraphHttp.reference;
import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.graph.TwoTenants;
import org.junit.jupiter.api.Test;

/** directory.md §13. */
@QuarkusTest
class RolesHttpTest implements TwoTenants {
    private static final String ROLES = "/v1.0/roleManagement/directory";
    private static final String SECURITY = "194ae4cb-b126-40b2-bd5b-6091b380977d";
    private static final String READER = "4a5d8f65-41da-4de4-8968-e035b65339cf";
    private static final String CONFLICT =
            "A conflicting object with one or more of the specified property values is present in the directory.";

    private static String assignment(String principal) {
        return "{'roleDefinitionId':'" + SECURITY + "','principalId':'" + principal + "','directoryScopeId':'/'}";
    }

    @Test
    void aBuiltInRoleIsFoundByItsTemplateId() {
        SOURCE.get(ROLES + "/roleDefinitions/" + SECURITY)
                .body("displayName", is("Security Administrator"))
                .body("isBuiltIn", is(true))
                .body("", not(hasKey("isPrivileged")));
        SOURCE.get("/beta/roleManagement/directory/roleDefinitions/" + SECURITY).body("", hasKey("isPrivileged"));
        SOURCE.get(ROLES + "/roleDefinitions?$filter=displayName eq 'Reports Reader'")
                .body("value.id", contains(READER));
    }

    @Test
    void anAssignmentStandsOnceAndNeedsAScope() {
        String ana = SOURCE.newUser("ana");
        String id = created(SOURCE.post(ROLES + "/roleAssignments", assignment(ana))
                .body("'@odata.context'", endsWith("#roleManagement/directory/roleAssignments/$entity")));

        refused(SOURCE.post(ROLES + "/roleAssignments", assignment(ana)), 400, "Request_BadRequest", CONFLICT);
        SOURCE.post(ROLES + "/roleAssignments", "{'roleDefinitionId':'" + READER + "','principalId':'" + ana + "'}")
                .statusCode(400);
        SOURCE.get(ROLES + "/roleAssignments?$filter=principalId eq '" + ana + "'&$expand=principal")
                .body("'@odata.context'", endsWith("#roleManagement/directory/roleAssignments(principal())"))
                .body("value[0].principal.id", is(ana));
        refused(
                SOURCE.get(ROLES + "/roleAssignments?$expand=principal,roleDefinition"),
                400,
                "Request_UnsupportedQuery",
                "Only one property can be expanded in a request.");
        done(SOURCE.delete(ROLES + "/roleAssignments/" + id));
        missing(SOURCE.get(ROLES + "/roleAssignments/" + id), id);
    }

    @Test
    void aRoleIsActivatedOnce() {
        String body = "{'roleTemplateId':'" + READER + "'}";
        SOURCE.post("/v1.0/directoryRoles", body).statusCode(201).body("displayName", is("Reports Reader"));

        refused(SOURCE.post("/v1.0/directoryRoles", body), 400, "Request_BadRequest", CONFLICT);
        SOURCE.get("/v1.0/directoryRoles").body("value.displayName", hasItem("Global Administrator"));
    }

    @Test
    void membersOfARoleAreReferences() {
        String ana = SOURCE.newUser("ana");
        SOURCE.post("/v1.0/directoryRoles", "{'roleTemplateId':'" + READER + "'}");
        String members = "/v1.0/directoryRoles(roleTemplateId='" + READER + "')/members";
        done(SOURCE.post(members + "/$ref", reference(ana)));

        SOURCE.get(members).body("value.id", contains(ana));
        done(SOURCE.delete(members + "/" + ana + "/$ref"));
    }

    @Test
    void assigningNeedsThePermissionAndTheRole() {
        String ana = SOURCE.newUser("ana");
        String path = ROLES + "/roleAssignments";

        SOURCE.app("RoleManagement.Read.Directory").post(path, assignment(ana)).statusCode(403);
        SOURCE.user("RoleManagement.ReadWrite.Directory", "User Administrator")
                .post(path, assignment(ana))
                .statusCode(403);
        SOURCE.user("RoleManagement.ReadWrite.Directory", "Privileged Role Administrator")
                .post(path, assignment(ana))
                .statusCode(201);
    }
}
