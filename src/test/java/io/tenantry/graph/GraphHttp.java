package io.tenantry.graph;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tenantry.format.Json;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;

/**
 * Calls Graph over HTTP as a caller of one tenant. Bodies are written with single quotes, paths unencoded. What is no user of the directory
 * keeps its token while the world of a test lasts.
 */
public final class GraphHttp {
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private final String tenant;
    private final String token;
    private final Map<String, String> headers;

    private GraphHttp(String tenant, String token, Map<String, String> headers) {
        this.tenant = tenant;
        this.token = token;
        this.headers = headers;
    }

    /** An application with every permission. */
    static GraphHttp of(String tenant) {
        return new GraphHttp(tenant, "{}", Map.of());
    }

    /** An application of the same tenant with these permissions only. */
    public GraphHttp app(String... permissions) {
        return new GraphHttp(tenant, "{'type':'app','scopes':" + list(permissions) + "}", headers);
    }

    /** A user of the directory, signed in with these scopes. */
    public GraphHttp signedIn(String user, String... scopes) {
        return new GraphHttp(
                tenant, "{'type':'delegated','user':'" + user + "','scopes':" + list(scopes) + "}", headers);
    }

    /** A signed-in member of the tenant with scopes, blanks between them, and these directory roles. */
    public GraphHttp user(String scopes, String... roles) {
        return new GraphHttp(
                tenant,
                "{'type':'delegated','scopes':" + list(scopes.split(" ")) + ",'directoryRoles':" + list(roles) + "}",
                headers);
    }

    /** A user of the directory with these scopes and the roles that it holds. */
    public GraphHttp as(String userPrincipalName, String... scopes) {
        return new GraphHttp(
                tenant,
                "{'type':'delegated','scopes':" + list(scopes) + ",'user':'" + userPrincipalName + "'}",
                headers);
    }

    public GraphHttp anonymous() {
        return new GraphHttp(tenant, null, headers);
    }

    public GraphHttp with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new GraphHttp(tenant, token, more);
    }

    /** With what advanced queries need besides {@code $count=true}. */
    public GraphHttp eventual() {
        return with("ConsistencyLevel", "eventual");
    }

    public ValidatableResponse get(String path) {
        return request().get(encoded(path)).then();
    }

    public ValidatableResponse delete(String path) {
        return request().delete(encoded(path)).then();
    }

    public ValidatableResponse options(String path) {
        return request().options(encoded(path)).then();
    }

    /** An action without parameters. */
    public ValidatableResponse post(String path) {
        return request().post(encoded(path)).then();
    }

    public ValidatableResponse post(String path, String body) {
        return request(body).post(encoded(path)).then();
    }

    public ValidatableResponse put(String path, String body) {
        return request(body).put(encoded(path)).then();
    }

    public ValidatableResponse patch(String path, String body) {
        return request(body).patch(encoded(path)).then();
    }

    /** A new user, by id; {@code more} are further properties. */
    public String newUser(String nickname, String... more) {
        return created(post("/v1.0/users", userBody(nickname, more)));
    }

    public static String userBody(String nickname, String... more) {
        return "{'accountEnabled':true,'displayName':'" + nickname + "','mailNickname':'" + nickname
                + "','userPrincipalName':'" + nickname + "@" + TwoTenants.DOMAIN
                + "','passwordProfile':{'password':'Trellis-42-orbit!'}" + joined(more) + "}";
    }

    /** A new security group, by id. */
    public String newGroup(String nickname, String... more) {
        return created(post("/v1.0/groups", groupBody(nickname, more)));
    }

    public static String groupBody(String nickname, String... more) {
        return "{'displayName':'" + nickname + "','mailNickname':'" + nickname
                + "','mailEnabled':false,'securityEnabled':true" + joined(more) + "}";
    }

    public static String reference(String id) {
        return "{'@odata.id':'https://graph.microsoft.com/v1.0/directoryObjects/" + id + "'}";
    }

    public static String created(ValidatableResponse response) {
        return Json.parse(response.statusCode(201).extract().asString())
                .get("id")
                .asText();
    }

    /** 204 without a body. */
    public static void done(ValidatableResponse response) {
        response.statusCode(204).body(emptyString());
    }

    public static ValidatableResponse refused(ValidatableResponse response, int status, String code) {
        return response.statusCode(status).body(error("code", code));
    }

    public static ValidatableResponse refused(ValidatableResponse response, int status, String code, String message) {
        return refused(response, status, code).body(error("message", message));
    }

    /** Of the whole body: a path would be a script, and this is asked more often than anything else. */
    private static Matcher<String> error(String member, String expected) {
        return new FeatureMatcher<>(is(expected), "error with " + member, member) {
            @Override
            protected String featureValueOf(String body) {
                return Json.parse(body).path("error").path(member).asText(null);
            }
        };
    }

    public static ValidatableResponse missing(ValidatableResponse response, String key) {
        return refused(
                response,
                404,
                "Request_ResourceNotFound",
                "Resource '" + key
                        + "' does not exist or one of its queried reference-property objects are not present.");
    }

    private RequestSpecification request() {
        RequestSpecification request = given().urlEncodingEnabled(false).headers(headers);
        return token == null || headers.containsKey("Authorization")
                ? request
                : request.header("Authorization", "Bearer " + accessToken());
    }

    private RequestSpecification request(String body) {
        String type = headers.getOrDefault("Content-Type", "application/json");
        return request().contentType(type).body(body.replace('\'', '"'));
    }

    /** The next calls ask for their tokens anew, as after a new world, or hours later. */
    public static void signInAgain() {
        TOKENS.clear();
    }

    /** The same world begins again: the next calls ask anew for those tokens only that virtual time is in. To sign one takes longer than most calls. */
    static void keepTokensOfRealTime() {
        long now = Instant.now().getEpochSecond();
        TOKENS.values().removeIf(token -> {
            JsonNode claims = Json.parse(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8));
            return claims.get("nbf").asLong() > now || claims.get("exp").asLong() < now + 600;
        });
    }

    private String accessToken() {
        return token.contains("'user'")
                ? newAccessToken()
                : TOKENS.computeIfAbsent(tenant + " " + token, key -> newAccessToken());
    }

    private String newAccessToken() {
        String answer = given().contentType("application/json")
                .body(token.replace('\'', '"'))
                .post("/_tenantry/tenants/" + tenant + "/tokens")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return Json.parse(answer).path("access_token").asText();
    }

    private static String encoded(String path) {
        return path.replace(" ", "%20")
                .replace("'", "%27")
                .replace("\"", "%22")
                .replace("#", "%23")
                .replace("+", "%2B");
    }

    private static String list(String... texts) {
        return Arrays.stream(texts).map(text -> "'" + text + "'").collect(Collectors.joining(",", "[", "]"));
    }

    private static String joined(String... more) {
        return List.of(more).stream().map(each -> "," + each).collect(Collectors.joining());
    }
}
