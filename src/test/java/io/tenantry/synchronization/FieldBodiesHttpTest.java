package io.tenantry.synchronization;

import static io.tenantry.graph.GraphHttp.groupBody;
import static io.tenantry.graph.GraphHttp.missing;
import static io.tenantry.graph.GraphHttp.reference;
import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.TwoTenants;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** field-findings.md §3: bodies that no resource takes. */
@QuarkusTest
class FieldBodiesHttpTest implements TwoTenants {
    private static final String BAD = "Request_BadRequest";
    private static final String POLICY = "/v1.0/policies/crossTenantAccessPolicy";

    private static ValidatableResponse send(String method, String path, String body) {
        return switch (method) {
            case "POST" -> SOURCE.post(path, body);
            case "PUT" -> SOURCE.put(path, body);
            default -> SOURCE.patch(path, body);
        };
    }

    /** Paths name what the test makes: a user, a group, a configuration with a job, a partner. */
    private static String path(String template) {
        String path = template;
        if (path.matches(".*\\{(app|sp|job|sync)}.*")) {
            Configuration made = Configuration.instantiated().withJob();
            path = path.replace("{app}", "/v1.0/applications/" + made.application())
                    .replace("{sp}", "/v1.0/servicePrincipals/" + made.servicePrincipal())
                    .replace("{job}", made.job())
                    .replace("{sync}", made.root());
        }
        if (path.contains("{partner}")) {
            Configuration.outbound();
            SOURCE.put(POLICY + "/partners/" + TARGET_ID + "/identitySynchronization", "{'userSyncInbound':{}}");
        }
        if (path.contains("{mto}") || path.contains("multiTenantOrganization")) {
            SOURCE.put("/v1.0/tenantRelationships/multiTenantOrganization", "{'displayName':'Both'}");
        }
        if (path.contains("{user}")) {
            path = path.replace("{user}", "/v1.0/users/" + SOURCE.newUser("ana"));
        }
        if (path.contains("{group}")) {
            path = path.replace("{group}", "/v1.0/groups/" + SOURCE.newGroup("dock"));
        }
        return path.replace("{partner}", POLICY + "/partners/" + TARGET_ID)
                .replace("{policy}", POLICY)
                .replace("{mto}", "/v1.0/tenantRelationships/multiTenantOrganization");
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH, {user}",
        "PATCH, {group}",
        "POST, /v1.0/users",
        "POST, /v1.0/groups",
        "POST, /v1.0/applications",
        "PATCH, {app}",
        "PATCH, {sp}",
        "PATCH, {policy}",
        "PATCH, {policy}/default",
        "POST, {policy}/partners",
        "PATCH, {partner}",
        "PUT, {partner}/identitySynchronization",
        "PATCH, {partner}/identitySynchronization",
        "PATCH, {policy}/templates/multiTenantOrganizationPartnerConfiguration",
        "PATCH, {policy}/templates/multiTenantOrganizationIdentitySynchronization",
        "PATCH, /v1.0/policies/authorizationPolicy",
        "PATCH, {mto}",
        "POST, {mto}/tenants",
        "POST, {sync}/jobs",
        "PUT, {job}/schema",
        "POST, /v1.0/invitations",
        "POST, /v1.0/oauth2PermissionGrants",
        "PATCH, /v1.0/organization/5a1de000-5eed-4a11-8d00-00000000a11d"
    })
    void anUnknownPropertyIsNamedWhateverItsValue(String method, String template) {
        String path = path(template);
        for (String value : new String[] {"{'size':42}", "[{'size':42}]", "[]", "{}", "'x'", "7", "null"}) {
            refused(send(method, path, "{'shoe':" + value + "}"), 400, BAD, "Invalid property 'shoe'.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{policy}/default, B2bCollaborationInbound",
                "{partner}, InboundTrust",
                "{partner}, automaticuserconsentsettings",
                "{partner}/identitySynchronization, UserSyncInbound"
            })
    void namesOfThePolicyFamilyKeepTheirCase(String template, String property) {
        refused(
                SOURCE.patch(path(template), "{'" + property + "':{}}"),
                400,
                BAD,
                "Invalid property '" + property + "'.");
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH, {user}",
        "POST, /v1.0/users",
        "POST, {group}/members/$ref",
        "PUT, {user}/manager/$ref",
        "POST, /v1.0/invitations",
        "POST, /v1.0/applications",
        "PATCH, {app}",
        "POST, {sp}/appRoleAssignedTo",
        "POST, {policy}/partners",
        "PATCH, {partner}",
        "PUT, {partner}/identitySynchronization",
        "PUT, {mto}",
        "POST, {sync}/jobs",
        "PUT, {sync}/secrets",
        "PUT, {job}/schema",
        "POST, {job}/provisionOnDemand",
        "POST, {job}/validateCredentials",
        "POST, {sync}/acquireAccessToken",
        "POST, {job}/schema/parseExpression",
        "POST, {user}/assignLicense",
        "POST, {app}/removePassword",
        "POST, /v1.0/directoryObjects/getByIds",
        "POST, /v1.0/applicationTemplates/518e5f48-1fc8-4c48-9387-9fdf28b0dfe7/instantiate"
    })
    void whatWantsABodySaysSo(String method, String template) {
        String path = path(template);
        for (String body : new String[] {"", " \n"}) {
            refused(send(method, path, body), 400, "BadRequest", "Empty Payload. JSON content expected.");
        }
    }

    @ParameterizedTest
    @CsvSource({"{job}/start, 204", "{job}/pause, 204", "{group}/renew, 204", "{user}/revokeSignInSessions, 200"})
    void anActionWithoutNeedOfParametersComesWithoutABody(String template, int status) {
        SOURCE.post(path(template), "").statusCode(status);
    }

    // ---- references

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'https://graph.microsoft.com/v1.0/users/{id}'",
                "{'id':'{id}'}",
                "[['{id}']]",
                "[7]",
                "7",
                "null"
            })
    void linksOfACollectionComeInAList(String value) {
        String ana = SOURCE.newUser("ana");
        String dock = SOURCE.newGroup("dock");
        String bound = value.replace("{id}", ana);

        refused(SOURCE.patch("/v1.0/groups/" + dock, "{'members@odata.bind':" + bound + "}"), 400, BAD);
        refused(SOURCE.post("/v1.0/groups", groupBody("quay", "'owners@odata.bind':" + bound)), 400, BAD);
        SOURCE.get("/v1.0/groups/" + dock + "/members").body("value", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({"1, 20, 400", "20, 1, 400", "0, 21, 400", "21, 0, 400", "1, 19, 201"})
    void aBodyChangesTwentyLinksAtMost(int owners, int members, int status) {
        String body = groupBody(
                "big", "'owners@odata.bind':" + users("o", owners), "'members@odata.bind':" + users("m", members));
        ValidatableResponse answer = SOURCE.post("/v1.0/groups", body).statusCode(status);
        if (status == 400) {
            assertEquals(
                    "A resource cannot contain more than 20 link changes",
                    answer.extract().path("error.message"));
        }
    }

    private static String users(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "'https://graph.microsoft.com/v1.0/users/" + SOURCE.newUser(prefix + i) + "'")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{group}/members", "{group}/owners", "{app}/owners", "{sp}/owners", "{user}/sponsors"})
    void whoIsNoMemberIsMissedAtTheOwnerOfTheReference(String template) {
        String path = path(template);
        String[] parts = path.split("/");
        String owner = parts[parts.length - 2];

        missing(SOURCE.delete(path + "/" + SOURCE.newUser("ben") + "/$ref"), owner);
        missing(SOURCE.delete(path + "/" + UNKNOWN + "/$ref"), owner);
        SOURCE.post(path + "/$ref", reference(SOURCE.newUser("eva"))).statusCode(204);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, {user}/oauth2PermissionGrants/{id}",
        "PATCH, {user}/oauth2PermissionGrants/{id}",
        "POST, {user}/oauth2PermissionGrants",
        "DELETE, {sp}/oauth2PermissionGrants/{id}",
        "PATCH, {group}/owners/{id}",
        "POST, {group}/members",
        "DELETE, {user}/memberOf/{id}",
        "PATCH, {user}/manager",
        "DELETE, {app}/owners/{id}"
    })
    void whatIsReferredToIsWrittenWhereItIsAtHome(String method, String template) {
        String path = path(template).replace("{id}", UNKNOWN);
        refused(
                method.equals("DELETE") ? SOURCE.delete(path) : send(method, path, "{'displayName':'x'}"),
                400,
                "BadRequest",
                "Write requests are only supported on contained entities");
    }
}
