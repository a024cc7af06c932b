package io.tenantry.management;

import io.tenantry.format.Json;
import io.tenantry.http.answer.ErrorAnswer;
import io.tenantry.http.answer.ErrorForm;
import io.tenantry.http.answer.InjectedFault;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** How Resource Manager tells of what none of its own rules names. */
@Singleton
public class ManagementErrors implements ErrorForm {
    private static final Set<String> PATHS = Set.of("/subscriptions", "/tenants", "/metadata/endpoints");

    @ServerExceptionMapper
    public Response refused(ManagementError error) {
        Response.ResponseBuilder response = Response.status(error.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Json.write(error.body()));
        if (error.status() == 401) {
            response.header(
                    HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer authorization_uri=\"https://login.windows.net/\", error=\"invalid_token\","
                            + " error_description=\"" + error.getMessage().replace('"', '\'') + "\"");
        }
        return response.build();
    }

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
