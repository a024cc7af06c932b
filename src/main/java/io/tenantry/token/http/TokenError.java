package io.tenantry.token.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.error.Excerpt;
import io.tenantry.format.Json;
import io.tenantry.http.answer.InjectedFault;
import io.tenantry.store.Tenant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/** The errors of the token service (token-service.md §7): status, OAuth error, AADSTS number and text. */
public final class TokenError extends RuntimeException {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    /** Numbers without a page of their own (token-service.md §11.10). */
    private static final Set<Integer> WITHOUT_PAGE = Set.of(65001, 70003, 500112, 700038, 9002327);

    private final int status;
    private final String error;
    private final int number;
    /** What clients tell apart within one {@code error}; null for none. */
    private final String suberror;

    private TokenError(int status, String error, int number, String text) {
        this(status, error, number, text, null);
    }

    private TokenError(int status, String error, int number, String text, String suberror) {
        super(Excerpt.of(text), null, false, false);
        this.status = status;
        this.error = error;
        this.number = number;
        this.suberror = suberror;
    }

    /** Status 401 for {@code invalid_client}, else 400. */
    static TokenError of(String error, int number, String text) {
        return new TokenError(error.equals("invalid_client") ? 401 : 400, error, number, text);
    }

    TokenError with(String suberror) {
        return new TokenError(status, error, number, getMessage(), suberror);
    }

    /** The same under another OAuth error: sign-ins that are sent back to the client name some otherwise. */
    public TokenError as(String otherError) {
        return new TokenError(status, otherError, number, getMessage(), suberror);
    }

    public static TokenError invalidRequest(int number, String text) {
        return new TokenError(400, "invalid_request", number, text);
    }

    public static TokenError invalidClient(int number, String text) {
        return new TokenError(401, "invalid_client", number, text);
    }

    private static TokenError invalidScope(int number, String text) {
        return new TokenError(400, "invalid_scope", number, text);
    }

    public static TokenError missing(String parameter) {
        return invalidRequest(900144, "The request body must contain the following parameter: '" + parameter + "'.");
    }

    public static TokenError malformed() {
        return invalidRequest(9002313, "Invalid request. Request is malformed or invalid.");
    }

    /** What is malformed before the service looks at it. */
    public static TokenError refused(String why) {
        return invalidRequest(9002313, "Invalid request. " + why);
    }

    /** A body that was too large, came too slowly or could not be decoded. */
    public static TokenError unread(int status, String why) {
        return new TokenError(status, "invalid_request", 9002313, "Invalid request. " + why);
    }

    /** @param accepted the verbs that would do, as the text lists them */
    public static TokenError wrongVerb(String accepted, String received) {
        return invalidRequest(
                900561, "The endpoint only accepts " + accepted + " requests. Received a " + received + " request.");
    }

    public static TokenError unsupportedGrant(String grantType) {
        return new TokenError(
                400,
                "unsupported_grant_type",
                70003,
                "The app requested an unsupported grant type '" + grantType + "'.");
    }

    public static TokenError tenantNotFound(String tenant) {
        return invalidRequest(
                90002,
                "Tenant '" + tenant
                        + "' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud."
                        + " Check with your subscription administrator, this may happen if there are no active subscriptions for the"
                        + " tenant.");
    }

    /** Documents name the same error otherwise than the token endpoint does. */
    public TokenError inDocuments() {
        return number == 90002 ? new TokenError(status, "invalid_tenant", number, getMessage()) : this;
    }

    public static TokenError malformedTenant(String tenant) {
        return invalidRequest(
                900023,
                "Specified tenant identifier '" + tenant
                        + "' is neither a valid DNS name, nor a valid external domain.");
    }

    public static TokenError noTenant() {
        return invalidRequest(
                90019,
                "No tenant-identifying information found in either the request or implied by any provided credentials.");
    }

    public static TokenError notOverCommon() {
        return invalidRequest(
                9001023,
                "The grant type is not supported over the /common or /consumers endpoints. Please use the /organizations or"
                        + " tenant-specific endpoint.");
    }

    public static TokenError malformedClientId(String clientId) {
        return new TokenError(400, "unauthorized_client", 700038, clientId + " is not a valid application identifier.");
    }

    public static TokenError applicationNotFound(String clientId, Tenant tenant) {
        return new TokenError(
                400,
                "unauthorized_client",
                700016,
                "Application with identifier '" + clientId + "' was not found in the directory '"
                        + tenant.displayName()
                        + "'. This can happen if the application has not been installed by the administrator of the tenant or"
                        + " consented to by any user in the tenant. You may have sent your authentication request to the wrong"
                        + " tenant.");
    }

    public static TokenError applicationDisabled(String clientId, String displayName) {
        return new TokenError(
                400,
                "unauthorized_client",
                7000112,
                "Application '" + clientId + "'(" + displayName + ") is disabled.");
    }

    public static TokenError noCredential() {
        return invalidClient(
                7000216,
                "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.");
    }

    public static TokenError wrongSecret(String clientId) {
        return invalidClient(
                7000215,
                "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the"
                        + " client secret ID, for a secret added to app '" + clientId + "'.");
    }

    public static TokenError expiredSecret(String clientId) {
        return invalidClient(
                7000222,
                "The provided client secret keys for app '" + clientId
                        + "' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret,"
                        + " or consider using certificate credentials for added security: https://aka.ms/certCreds.");
    }

    public static TokenError resourceParameter() {
        return invalidRequest(901002, "The 'resource' request parameter isn't supported.");
    }

    public static TokenError invalidScope(String scope) {
        return invalidScope(
                70011,
                "The provided value for the input parameter 'scope' is not valid. The scope " + scope
                        + " is not valid.");
    }

    /** A code says what it is for where the request says nothing; nothing in so many words is refused (token-service.md §11.8). */
    public static TokenError emptyScope() {
        return invalidScope(
                28003,
                "Provided value for the input parameter scope cannot be empty when requesting an access token using the provided"
                        + " authorization code. Please specify a valid scope.");
    }

    public static TokenError notDefaultScope(String scope) {
        return invalidScope(
                1002012,
                "The provided value for scope " + scope
                        + " is not valid. Client credential flows must have a scope value with /.default suffixed to the resource"
                        + " identifier (application ID URI).");
    }

    public static TokenError severalResources(String scope) {
        return invalidScope(
                28000,
                "Provided value for the input parameter scope is not valid because it contains more than one resource. Scope "
                        + scope + " is not valid.");
    }

    /** Names the tenant by its id (field-findings.md §6). */
    public static TokenError resourceNotFound(String resource, Tenant tenant) {
        return new TokenError(
                400,
                "invalid_resource",
                500011,
                "The resource principal named " + resource + " was not found in the tenant named "
                        + tenant.id()
                        + ". This can happen if the application has not been installed by the administrator of the tenant or"
                        + " consented to by any user in the tenant. You might have sent your authentication request to the wrong"
                        + " tenant.");
    }

    /** Somebody switched the resource off in the tenant [seen]. */
    public static TokenError resourceDisabled(String resource) {
        return new TokenError(
                400,
                "invalid_resource",
                500014,
                "The service principal for resource '" + resource
                        + "' is disabled. This indicate that a subscription within the tenant has lapsed, or that the administrator"
                        + " for this tenant has disabled the application, preventing tokens from being issued for it.");
    }

    /** A resource that is only for applications that have one of its roles. */
    public static TokenError applicationNotAssigned(String displayName, String resource) {
        return new TokenError(
                400,
                "invalid_grant",
                501051,
                "Application '" + displayName + "' is not assigned to a role for the application '" + resource + "'.");
    }

    public static TokenError unknownInstance() {
        return new TokenError(400, "invalid_instance", 50049, "Unknown or invalid instance.");
    }

    /** The store cannot be used at present. */
    public static TokenError unavailable() {
        return new TokenError(
                503, "temporarily_unavailable", 90033, "A transient error has occurred. Please try again.");
    }

    public static TokenError internal() {
        return new TokenError(
                500, "server_error", 50000, "There was an error issuing a token or an issue with our sign-in service.");
    }

    /** As somebody ordered it: a code is a number, {@code AADSTS50196} too, or the OAuth error; without one, what the service says with that status. */
    static TokenError injected(InjectedFault fault) {
        TokenError usual = usual(fault.status());
        String code = fault.code() == null ? "" : fault.code();
        boolean number = code.matches("(?:AADSTS)?\\d{1,9}");
        return new TokenError(
                fault.status(),
                number || code.isEmpty() ? usual.error : code,
                number ? Integer.parseInt(code.replace("AADSTS", "")) : usual.number,
                fault.getMessage() == null ? usual.getMessage() : fault.getMessage());
    }

    private static TokenError usual(int status) {
        return switch (status) {
            case 401 -> invalidClient(7000215, "Invalid client secret provided.");
            case 429 -> new TokenError(429, "temporarily_unavailable", 90055, "There are too many incoming requests.");
            case 500 -> internal();
            default -> status < 500 ? malformed() : unavailable();
        };
    }

    public String error() {
        return error;
    }

    public int number() {
        return number;
    }

    /** {@code AADSTS…: } and what is wrong. */
    public String description() {
        return "AADSTS" + number + ": " + getMessage();
    }

    public int status() {
        return status;
    }

    String described(Instant now, String traceId, String correlationId) {
        return description() + " Trace ID: " + traceId + " Correlation ID: " + correlationId + " Timestamp: "
                + TIMESTAMP.format(now);
    }

    public ObjectNode body(Instant now, String traceId, String correlationId) {
        String timestamp = TIMESTAMP.format(now);
        ObjectNode body =
                Json.object().put("error", error).put("error_description", described(now, traceId, correlationId));
        body.putArray("error_codes").add(number);
        body.put("timestamp", timestamp).put("trace_id", traceId).put("correlation_id", correlationId);
        if (suberror != null) {
            body.put("suberror", suberror);
        }
        page().ifPresent(uri -> body.put("error_uri", uri));
        return body;
    }

    /** {@code error_uri}. */
    public Optional<String> page() {
        return WITHOUT_PAGE.contains(number)
                ? Optional.empty()
                : Optional.of("https://login.microsoftonline.com/error?code=" + number);
    }
}
