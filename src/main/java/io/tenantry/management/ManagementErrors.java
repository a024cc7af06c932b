package io.tenantry.management;

import io.tenantry.http.ErrorAnswer;
import io.tenantry.http.ErrorForm;
import io.tenantry.http.InjectedFault;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;

/** How Resource Manager tells of what none of its own rules names. */
@Singleton
class ManagementErrors implements ErrorForm {
    private static final Set<String> PATHS = Set.of("/subscriptions", "/tenants", "/metadata/endpoints");

    @Override
    public boolean isOf(String path) {
        return PATHS.contains(path);
    }

    @Override
    public ErrorAnswer tell(HttpServerRequest request, int status, Throwable failure) {
        String code = failure instanceof InjectedFault fault ? fault.code() : null;
        String message = failure == null ? null : failure.getMessage();
        return new ErrorAnswer(
                status,
                Map.of("Content-Type", "application/json"),
                ManagementError.of(
                                status,
                                code == null ? usualCode(status) : code,
                                message == null || !(failure instanceof InjectedFault) && status >= 500
                                        ? "The request could not be served."
                                        : message)
                        .body());
    }

    private static String usualCode(int status) {
        return switch (status) {
            case 429 -> "TooManyRequests";
            case 503 -> "ServerTimeout";
            case 504 -> "GatewayTimeout";
            default -> status < 500 ? "InvalidRequest" : "InternalServerError";
        };
    }
}
