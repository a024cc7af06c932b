package io.tenantry.control.traffic;

import static io.restassured.RestAssured.given;
import static io.tenantry.graph.GraphHttp.created;
import static io.tenantry.graph.GraphHttp.done;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.TwoTenants;
import org.junit.jupiter.api.Test;

/** The outbox (insights-and-feeds.md §14). */
@QuarkusTest
class MailsHttpTest implements TwoTenants {
    private static final String SETTINGS = "{\\\"Enabled\\\":true,\\\"Recipients\\\":\\\"ops@harbour.example\\\"}";

    private static ValidatableResponse mails(String query) {
        return given().get("/_tenantry/mails" + query).then();
    }

    /** A job that cannot run: no policy lets it. */
    private static String quarantined() {
        ValidatableResponse made = SOURCE.post(
                "/v1.0/applicationTemplates/518e5f48-1fc8-4c48-9387-9fdf28b0dfe7/instantiate",
                "{'displayName':'Harbour sync'}");
        String root = "/v1.0/servicePrincipals/" + made.extract().path("servicePrincipal.id") + "/synchronization";
        String job = created(SOURCE.post(root + "/jobs", "{'templateId':'Azure2Azure'}"));
        done(SOURCE.put(
                root + "/secrets",
                "{'value':[{'key':'CompanyId','value':'" + TARGET_ID
                        + "'},{'key':'AuthenticationType','value':'SyncPolicy'},"
                        + "{'key':'SyncNotificationSettings','value':'" + SETTINGS + "'}]}"));
        done(SOURCE.post(root + "/jobs/" + job + "/start"));
        given().post("/_tenantry/tenants/" + SOURCE_ID + "/jobs/" + job + "/run")
                .then()
                .statusCode(200);
        return job;
    }

    @Test
    void aMailIsKeptUntilSomebodyClearsTheOutbox() {
        String job = quarantined();
        mails("")
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].kind", is("quarantine"))
                .body("[0].tenant", is(SOURCE_ID))
                .body("[0].to", is(java.util.List.of("ops@harbour.example")))
                .body("[0].from", is("azure-noreply@microsoft.com"))
                .body("[0].subject", containsString("Harbour sync"))
                .body("[0].text", containsString("EncounteredQuarantineException"))
                .body("[0].job", is(job))
                .body("[0].delivery.state", is("kept"));
        mails("?tenant=" + TARGET_ID).body("", empty());
        mails("?tenant=nowhere").statusCode(404);
        given().delete("/_tenantry/mails").then().statusCode(204);
        mails("").body("", empty());
    }
}
