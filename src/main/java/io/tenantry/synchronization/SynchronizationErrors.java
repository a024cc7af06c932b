package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.error.GraphError;
import io.tenantry.format.Json;
import io.tenantry.provisioning.job.PolicyGate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** Errors of the synchronization service (synchronization-api.md §13). */
final class SynchronizationErrors {
    private SynchronizationErrors() {}

    /** What is not routed below the synchronization of a service principal. */
    static GraphError unrouted(String servicePrincipal, String path) {
        return unrouted("servicePrincipals('" + servicePrincipal + "')/synchronization/" + path);
    }

    /** A segment that is not there; template and keys are those before it. */
    static GraphError unrouted(String template, List<String> keys, String segment) {
        String path = template.substring(1);
        for (String key : keys) {
            path = path.replaceFirst("/\\{}", Matcher.quoteReplacement("('" + key + "')"));
        }
        return unrouted(path + "/" + segment);
    }

    /** What the gateway answers for a path that the service does not route: the message is itself JSON. */
    private static GraphError unrouted(String path) {
        ObjectNode message = Json.object()
                .put(
                        "Message",
                        "No HTTP resource was found that matches the request URI 'https://syncfabric.windowsazure.com/api/"
                                + path + "?api-version=2.0'.");
        return GraphError.of(404, "UnknownError", Json.write(message));
    }

    static GraphError invalidParameter(String message) {
        return GraphError.of(400, "RequestParameterInvalid", message);
    }

    /** field-findings.md §5. */
    static GraphError invalidNotificationSettings() {
        return GraphError.of(
                400,
                "UnknownError",
                "InvalidNotificationSettings: The value of SyncNotificationSettings must be a JSON object.");
    }

    static GraphError schemaInvalid(String message) {
        return GraphError.of(400, "schemaInvalid", message);
    }

    /** @param place of the mapping that is meant, in the schema */
    static GraphError schemaInvalid(String message, String place) {
        return new GraphError(
                400, "schemaInvalid", message, List.of(new GraphError.Detail("schemaInvalid", message, place)));
    }

    static GraphError jobExists(String templateId) {
        return GraphError.of(
                409, "Conflict", "A synchronization job for the template '" + templateId + "' already exists.");
    }

    static GraphError jobActive(String jobId) {
        return GraphError.of(
                409,
                "Conflict",
                "The synchronization job '" + jobId + "' is active. Pause it before object connections are deleted.");
    }

    static GraphError unlistedConnections() {
        return GraphError.of(
                400, "BadRequest", "Listing object connections is not supported. Specify the id of an object.");
    }

    static GraphError unknownTemplate(String templateId) {
        return GraphError.of(
                400,
                "RequestParameterInvalid",
                "The synchronization template '" + templateId + "' is not available for the service principal.");
    }

    /** The code is Graph's own for what asks for a premium licence. */
    static GraphError unlicensed(String plan) {
        return GraphError.of(
                403,
                "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
                "The tenant has no licence that has " + plan + ".");
    }

    static GraphError refused(PolicyGate.Refusal refusal) {
        return GraphError.of(400, refusal.code(), refusal.message());
    }

    /** The double spaces are the service's own. */
    static GraphError unknownRule(String jobId, String ruleId) {
        return invalidParameter("The request identified this synchronization job: " + jobId
                + ".  The request also identified this synchronization rule: " + ruleId
                + ".  However, the job does not include the rule.");
    }

    static GraphError tooManyRequests(Duration wait) {
        return new GraphError(
                429,
                "TooManyRequests",
                "Too many requests. Provisioning on demand takes 5 requests in 10 seconds.",
                List.of(),
                Map.of("Retry-After", Long.toString(wait.plusMillis(999).toSeconds())));
    }
}
