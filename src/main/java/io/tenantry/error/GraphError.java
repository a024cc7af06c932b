package io.tenantry.error;

import java.util.List;
import java.util.Map;

/** An error that a client of Graph meets: status, code and message as Graph documents them. */
public final class GraphError extends RuntimeException {
    /** One entry of {@code error.details}. */
    public record Detail(String code, String message, String target) {
        public Detail {
            message = Excerpt.of(message);
            target = Excerpt.of(target);
        }
    }

    private final int status;
    private final String code;
    private final List<Detail> details;
    private final Map<String, String> headers;

    public GraphError(int status, String code, String message, List<Detail> details) {
        this(status, code, message, details, Map.of());
    }

    /** With headers of its own, such as {@code Retry-After}. */
    public GraphError(int status, String code, String message, List<Detail> details, Map<String, String> headers) {
        super(Excerpt.of(message), null, false, false);
        this.status = status;
        this.code = code;
        this.details = details;
        this.headers = headers;
    }

    public static GraphError of(int status, String code, String message) {
        return new GraphError(status, code, message, List.of());
    }

    /** 400 of the directory layer. */
    public static GraphError badRequest(String message) {
        return of(400, "Request_BadRequest", message);
    }

    /** directory.md E9. */
    public static GraphError invalidValue(String property, String resource) {
        return invalid(
                "Invalid value specified for property '" + property + "' of resource '" + resource + "'.", property);
    }

    /** 400 that names the property with an invalid value in its details. */
    public static GraphError invalid(String message, String property) {
        return new GraphError(
                400, "Request_BadRequest", message, List.of(new Detail("InvalidValue", message, property)));
    }

    /** More values than an object can hold (odata-protocol.md §13.2). */
    public static GraphError sizeExceeded() {
        return of(
                400,
                "Directory_ResourceSizeExceeded",
                "The size of the object has exceeded its limit. Please reduce the number of values and retry your request.");
    }

    /** 400 of the gateway: syntax and model. */
    public static GraphError malformed(String message) {
        return of(400, "BadRequest", message);
    }

    /** 400 for a member that stands twice in an object, in whatever spelling. */
    public static GraphError duplicate(String name) {
        return malformed("Multiple properties with the name '" + name
                + "' were detected in a resource. In OData, duplicate property names are not allowed.");
    }

    /** 400 for a query that parses but is not served. */
    public static GraphError unsupportedQuery(String message) {
        return of(400, "Request_UnsupportedQuery", message);
    }

    /** directory.md E1: the key is quoted as it was sent. */
    public static GraphError notFound(String key) {
        return of(
                404,
                "Request_ResourceNotFound",
                "Resource '" + key
                        + "' does not exist or one of its queried reference-property objects are not present.");
    }

    /** directory.md E17. */
    public static GraphError denied() {
        return of(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
    }

    /** 403 of the reporting service: sign-ins.md §1. */
    public static GraphError permissionMissing(String permission) {
        return of(
                403,
                "Authentication_MSGraphPermissionMissing",
                "The principal does not have required Microsoft Graph permission(s): " + permission
                        + " to call this API. For more information about Microsoft Graph permissions, please visit"
                        + " https://learn.microsoft.com/graph/permissions-overview.");
    }

    /** 403 of the reporting service for a user with the scope alone (odata-protocol.md §13.2). */
    public static GraphError roleMissing() {
        return of(403, "Authentication_RequestFromUnsupportedUserRole", "User is not in the allowed roles");
    }

    /** odata-protocol.md §13.2. */
    public static GraphError methodNotAllowed() {
        return of(405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.");
    }

    /** odata-protocol.md §11. */
    public static GraphError unknownSegment(String segment) {
        return malformed("Resource not found for the segment '" + segment + "'.");
    }

    /** The store cannot be used at present; nothing was done (odata-protocol.md §13.2). The wait is in seconds. */
    public static GraphError unavailable(String retryAfter) {
        return new GraphError(
                503,
                "serviceNotAvailable",
                "Service unavailable. Please wait and try again.",
                List.of(),
                Map.of("Retry-After", retryAfter));
    }

    /** What was asked took too long (odata-protocol.md §13.2); the service gives no text. */
    public static GraphError timedOut() {
        return of(504, "UnknownError", "");
    }

    public static GraphError unauthorized(String message) {
        return of(401, "InvalidAuthenticationToken", message);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<Detail> details() {
        return details;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
