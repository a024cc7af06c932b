package io.tenantry.synchronization;

import static io.tenantry.graph.GraphHttp.done;
import static io.tenantry.graph.GraphHttp.refused;
import static io.tenantry.synchronization.Configuration.CREDENTIALS;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.TwoTenants;
import org.junit.jupiter.api.Test;

/** synchronization-api.md §7.5. */
@QuarkusTest
class CredentialsHttpTest implements TwoTenants {
    private static final String REFUSED = "AzureActiveDirectoryCrossTenantSyncPolicyCheckFailure";

    private static ValidatableResponse validated(Configuration made, String body) {
        return SOURCE.post(made.jobs() + "/validateCredentials", body);
    }

    private static String sent(String credentials) {
        return "{'useSavedCredentials':false,'templateId':'Azure2Azure','credentials':" + credentials + "}";
    }

    @Test
    void bothPoliciesLetItThroughBeforeAnyJobExists() {
        Configuration.allowed();

        done(validated(Configuration.instantiated(), sent(CREDENTIALS)));
    }

    @Test
    void theSourceIsAskedFirst() {
        refused(validated(Configuration.instantiated(), sent(CREDENTIALS)), 400, REFUSED)
                .body("error.message", startsWith("The source tenant has not enabled automatic user consent"));
    }

    @Test
    void theTargetMustAllowInboundSynchronization() {
        Configuration.outbound();
        Configuration.inbound(false);

        refused(validated(Configuration.instantiated(), sent(CREDENTIALS)), 400, REFUSED)
                .body("error.message", startsWith("The target tenant has not enabled inbound synchronization"));
    }

    @Test
    void theTargetMustBeATenant() {
        refused(
                validated(Configuration.instantiated(), sent(CREDENTIALS.replace(TARGET_ID, UNKNOWN))),
                400,
                "ExternalTenantNotFound",
                "This tenant was not found by the authentication authority of the current cloud: " + UNKNOWN
                        + ". The authentication authority is https://login.microsoftonline.com/" + UNKNOWN + ".");
    }

    @Test
    void savedCredentialsMustHaveBeenSaved() {
        Configuration.allowed();
        Configuration made = Configuration.instantiated();
        refused(validated(made, "{'useSavedCredentials':true}"), 400, "RequestParameterInvalid");

        done(validated(made.withSecrets(), "{'useSavedCredentials':'true'}"));
    }

    @Test
    void companyAndAuthenticationTypeAreRequired() {
        refused(
                validated(Configuration.instantiated(), sent("[{'key':'CompanyId','value':'" + TARGET_ID + "'}]")),
                400,
                "RequestParameterInvalid");
    }
}
