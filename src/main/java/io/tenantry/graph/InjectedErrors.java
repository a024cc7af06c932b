package io.tenantry.graph;

import io.tenantry.error.GraphError;
import io.tenantry.http.answer.InjectedFault;
import java.util.List;
import java.util.Map;

/** Faults that somebody ordered, in Graph's words where no others were given (odata-protocol.md §13.2). */
final class InjectedErrors {
    private InjectedErrors() {}

    static GraphError of(InjectedFault fault) {
        GraphError usual = usual(fault.status());
        return new GraphError(
                fault.status(),
                fault.code() == null ? usual.code() : fault.code(),
                fault.getMessage() == null ? usual.getMessage() : fault.getMessage(),
                List.of(),
                fault.retryAfter() == null ? Map.of() : Map.of("Retry-After", fault.retryAfter()));
    }

    private static GraphError usual(int status) {
        return switch (status) {
            case 401 -> GraphError.unauthorized("Access token validation failure.");
            case 403 -> GraphError.denied();
            case 404 -> GraphError.of(404, "Request_ResourceNotFound", "Resource could not be discovered.");
            case 405 -> GraphError.methodNotAllowed();
            case 409 -> GraphError.of(409, "Conflict", "Request failed due to concurrent modification.");
            case 429 -> GraphError.of(429, "TooManyRequests", "Too many requests.");
            case 500 -> GraphError.of(500, "InternalServerError", "An internal server error occurred.");
            case 502 -> GraphError.of(502, "BadGateway", "The gateway had no answer.");
            case 503 -> GraphError.of(503, "serviceNotAvailable", "Service unavailable. Please wait and try again.");
            case 504 -> GraphError.timedOut();
            default ->
                status < 500
                        ? GraphError.malformed("The request cannot be served.")
                        : GraphError.of(status, "UnknownError", "An unknown error occurred.");
        };
    }
}
