package io.tenantry.synchronization;

import static io.tenantry.graph.GraphHttp.done;
import static io.tenantry.graph.GraphHttp.refused;
import static io.tenantry.synchronization.Configuration.TEMPLATE;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.GraphHttp;
import io.tenantry.graph.TwoTenants;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** synchronization-api.md §3, §5 and §7. */
@QuarkusTest
class JobsHttpTest implements TwoTenants {
    private static final String UNROUTED = "No HTTP resource was found that matches the request URI";

    @Test
    void instantiationMakesAnApplicationAndItsServicePrincipal() {
        SOURCE.post(TEMPLATE + "/instantiate", "{'displayName':'Adatum Sync'}")
                .statusCode(201)
                .body("'@odata.context'", endsWith("#microsoft.graph.applicationServicePrincipal"))
                .body("application.appRoles.displayName", is(java.util.List.of("msiam_access")))
                .body("application.appRoles[0].value", nullValue())
                .body("servicePrincipal.appRoleAssignmentRequired", is(true))
                .body("servicePrincipal.tags", hasItem("WindowsAzureActiveDirectoryIntegratedApp"));
    }

    @Test
    void instantiationNeedsATemplateAndAName() {
        SOURCE.post("/v1.0/applicationTemplates/" + UNKNOWN + "/instantiate", "{'displayName':'x'}")
                .statusCode(404);
        refused(SOURCE.post(TEMPLATE + "/instantiate", "{}"), 400, "Request_BadRequest");
        refused(SOURCE.post(TEMPLATE + "/instantiate", "{'displayName':''}"), 400, "Request_BadRequest");
        refused(
                SOURCE.post(TEMPLATE + "/instantiate", "{'displayName':'" + "x".repeat(257) + "'}"),
                400,
                "Request_BadRequest");
    }

    @Test
    void aNewJobIsPausedAndHasNeverRun() {
        Configuration made = Configuration.instantiated();

        SOURCE.post(made.jobs(), "{'templateId':'Azure2Azure'}")
                .statusCode(201)
                .body(
                        "'@odata.context'",
                        endsWith("#servicePrincipals('" + made.servicePrincipal() + "')/synchronization/jobs/$entity"))
                .body("id", is(made.jobId()))
                .body("schedule.interval", is("PT40M"))
                .body("schedule.state", is("Disabled"))
                .body("status.code", is("Paused"))
                .body("status.lastExecution", nullValue())
                .body("status.steadyStateFirstAchievedTime", is("0001-01-01T00:00:00Z"))
                .body("", not(hasKey("schema")));
    }

    @Test
    void oneJobIsAllThatATemplateGives() {
        Configuration made = Configuration.instantiated().withJob();

        SOURCE.post(made.jobs(), "{'templateId':'Azure2Azure'}")
                .statusCode(409)
                .body("error.message", containsString("already exists"));
        SOURCE.post(made.jobs(), "{'templateId':'Elsewhere'}").statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1.0/servicePrincipals/{sp}/synchronization/jobs/{job}/",
                "/v1.0/servicePrincipals('{sp}')/synchronization/jobs('{job}')",
                "/v1.0/servicePrincipals(appId='{app}')/synchronization/jobs/{job}",
                "/v1.0/applications(appId='{app}')/synchronization/jobs/{job}",
                "/beta/servicePrincipals/{sp}/synchronization/jobs/{job}"
            })
    void aJobHasManyAddresses(String form) {
        Configuration made = Configuration.instantiated().withJob();
        String path = form.replace("{sp}", made.servicePrincipal())
                .replace("{app}", made.appId())
                .replace("{job}", made.jobId());

        SOURCE.get(path).statusCode(200).body("id", is(made.jobId()));
    }

    @Test
    void whatIsDoneToAJobIsDoneAtItsApplicationToo() {
        Configuration.allowed();
        Configuration made = Configuration.instantiated().withJob().withSecrets();
        String jobs = "/v1.0/applications(appId='" + made.appId() + "')/synchronization/jobs";
        String job = jobs + "/" + made.jobId();

        SOURCE.get(jobs).statusCode(200).body("value.id", is(List.of(made.jobId())));
        SOURCE.get(job + "/schema").statusCode(200).body("id", is(made.jobId()));
        done(SOURCE.post(job + "/start"));
        SOURCE.get(made.job()).body("schedule.state", is("Active"));
        done(SOURCE.delete(job));
        SOURCE.get(made.jobs()).body("value", empty());
    }

    /** Edm of beta. */
    @Test
    void theServiceIsThere() {
        String root = "/servicePrincipals/" + Configuration.instantiated().servicePrincipal() + "/synchronization";

        SOURCE.get("/beta" + root + "/Ping").statusCode(200).body("value", is("Pong"));
        refused(SOURCE.get("/v1.0" + root + "/Ping"), 404, "UnknownError");
    }

    /** applicationtemplate-list. */
    @Test
    void templatesOfTheGalleryAreFoundByNameAndCategory() {
        String templates = "/v1.0/applicationTemplates?$filter=";
        SOURCE.get(templates + "contains(displayName,'synchronization')").body("value", hasSize(1));
        SOURCE.get(templates + "categories/any(c:contains(c,'none'))")
                .statusCode(200)
                .body("value", empty());
        refused(SOURCE.get(templates + "categories/any(c:c eq 'none')"), 400, "Request_UnsupportedQuery");
        refused(SOURCE.get(templates + "publisher eq 'none'"), 400, "Request_UnsupportedQuery");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/schema"})
    void jobsAndSchemasAreNeverPatched(String below) {
        Configuration made = Configuration.instantiated().withJob();

        refused(SOURCE.patch(made.job() + below, "{'unknown':1}"), 404, "UnknownError")
                .body("error.message", containsString(UNROUTED))
                .body("error.message", containsString("jobs('" + made.jobId() + "')" + below));
    }

    /** synchronization-api.md §13: unknown sub path. */
    @ParameterizedTest
    @CsvSource({
        "GET, /v1.0/servicePrincipals/{sp}/synchronization, /history",
        "POST, /v1.0/servicePrincipals/{sp}/synchronization/jobs('{job}'), /stop",
        "GET, /v1.0/servicePrincipals/{sp}/synchronization/jobs('{job}'), /bulkUpload",
        "PUT, /v1.0/servicePrincipals/{sp}/synchronization/jobs('{job}'), /bulkUpload/$value",
        "GET, /v1.0/servicePrincipals/{sp}/synchronization/jobs('{job}')/schema, /rules",
        "GET, /beta/servicePrincipals/{sp}/synchronization/templates('Azure2Azure'), /jobs"
    })
    void whatTheServiceDoesNotRouteIsTheGatewaysError(String method, String known, String unknown) {
        Configuration made = Configuration.instantiated().withJob();
        String path = known.replace("{sp}", made.servicePrincipal()).replace("{job}", made.jobId());

        refused(called(method, path + unknown), 404, "UnknownError")
                .body("error.message", containsString(UNROUTED))
                .body(
                        "error.message",
                        containsString("/api/servicePrincipals('" + made.servicePrincipal() + "')/synchronization"));
    }

    private static ValidatableResponse called(String method, String path) {
        return switch (method) {
            case "POST" -> SOURCE.post(path);
            case "PUT" -> SOURCE.put(path, "{}");
            default -> SOURCE.get(path);
        };
    }

    @Test
    void aJobIsStartedPausedAndDeleted() {
        Configuration.allowed();
        Configuration made = Configuration.instantiated().withJob().withSecrets();
        done(SOURCE.post(made.job() + "/start"));
        SOURCE.get(made.job()).body("schedule.state", is("Active"));
        done(SOURCE.post(made.job() + "/pause"));
        SOURCE.get(made.job()).body("status.code", is("Paused"));
        done(SOURCE.delete(made.job()));

        SOURCE.get(made.job()).statusCode(404);
        SOURCE.get(made.jobs()).body("value", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'criteria':{}}",
                "{'criteria':{'resetScope':'Full'}}",
                "{'criteria':{'resetScope':'Watermark, Escrows, QuarantineState'}}",
                "{'criteria':{'resetScope':'None'}}"
            })
    void aRestartTakesFlagsAndStarts(String body) {
        Configuration made = Configuration.instantiated().withJob();

        done(SOURCE.post(made.job() + "/restart", body));
        SOURCE.get(made.job()).body("schedule.state", is("Active"));
    }

    @Test
    void aFlagThatNobodyKnowsIsRefused() {
        Configuration made = Configuration.instantiated().withJob();

        SOURCE.post(made.job() + "/restart", "{'criteria':{'resetScope':'Everything'}}")
                .statusCode(400);
    }

    @Test
    void secretsComeWithTheWholeEntityToo() {
        Configuration made = Configuration.instantiated().withSecrets();
        done(SOURCE.put(made.root(), "{'secrets':[{'key':'Password','value':'kelp'}]}"));
        SOURCE.get(made.root() + "/secrets").body("value", hasSize(3)).body("value.key", hasItem("Password"));
    }

    @Test
    void notificationSettingsAreAJsonObjectAndEmptiedByAnEmptyOne() {
        Configuration made = Configuration.instantiated();
        String secrets = made.root() + "/secrets";
        String settings = "{'value':[{'key':'SyncNotificationSettings','value':'%s'}]}";
        for (String value : List.of("", "on", "[]", "{")) {
            refused(SOURCE.put(secrets, settings.formatted(value)), 400, "UnknownError")
                    .body("error.message", containsString("InvalidNotificationSettings"));
        }
        done(SOURCE.put(secrets, settings.formatted("{}")));
        SOURCE.get(secrets).body("value.find{it.key=='SyncNotificationSettings'}.value", is("{}"));
    }

    @Test
    void secretsAreMaskedKeptAndRemoved() {
        Configuration made = Configuration.instantiated().withSecrets();
        String secrets = made.root() + "/secrets";
        done(SOURCE.put(secrets, "{'value':[{'key':'Password','value':'kelp'}]}"));
        SOURCE.get(secrets)
                .body("value", hasSize(3))
                .body("value.find{it.key=='Password'}.value", is("*"))
                .body("value.find{it.key=='CompanyId'}.value", is(TARGET_ID));
        done(SOURCE.put(secrets, "{'value':[{'key':'Password','value':''}]}"));

        SOURCE.get(secrets).body("value", hasSize(2));
        SOURCE.put(secrets, "{'value':[{'key':'Colour','value':'x'}]}").statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({
        "Synchronization.Read.All, 200, 403",
        "Synchronization.ReadWrite.All, 200, 204",
        "Directory.ReadWrite.All, 200, 204",
        "Application.ReadWrite.All, 200, 204",
        "User.Read.All, 403, 403"
    })
    void applicationsNeedAPermissionOfTheTable(String permission, int read, int written) {
        Configuration made = Configuration.instantiated();

        SOURCE.app(permission).get(made.jobs()).statusCode(read);
        SOURCE.app(permission).put(made.root() + "/secrets", "{'value':[]}").statusCode(written);
    }

    /** Global Readers do not see how provisioning is configured (known-issues). */
    @ParameterizedTest
    @CsvSource({
        "Hybrid Identity Administrator, 200, 204",
        "Application Administrator, 200, 204",
        "Cloud Application Administrator, 200, 204",
        "Security Administrator, 403, 403",
        "Global Reader, 403, 403"
    })
    void signedInUsersNeedARoleToo(String role, int read, int written) {
        Configuration made = Configuration.instantiated();
        GraphHttp user = SOURCE.user("Synchronization.ReadWrite.All", role);

        user.get(made.jobs()).statusCode(read);
        user.put(made.root() + "/secrets", "{'value':[]}").statusCode(written);
    }
}
