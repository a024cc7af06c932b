package io.tenantry.packaged;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that no client should send are refused by the own errors of who was called, and nothing of them is kept. */
abstract class BadBodyCases extends ServerCases {
    static final int DEPTH = 10_000;
    static final String TOKEN = "/" + SOURCE + "/oauth2/v2.0/token";
    static final String FORM = "application/x-www-form-urlencoded";

    private Map<String, Integer> before;

    @BeforeAll
    void count() throws IOException {
        before = inventory();
    }

    @AfterAll
    void nothingIsHalfWritten() throws IOException {
        assertEquals(before, inventory());
    }

    private static Stream<String> graphWrites() {
        return Stream.of(
                "POST /v1.0/users",
                "POST /beta/users",
                "PATCH " + LIV,
                "POST /v1.0/$batch",
                "POST /v1.0/groups",
                "POST /v1.0/applications",
                "POST /v1.0/invitations",
                "POST /v1.0/policies/crossTenantAccessPolicy/partners",
                "PATCH /v1.0/policies/crossTenantAccessPolicy/default",
                "PUT " + LIV + "/manager/$ref",
                "POST /v1.0/directoryObjects/getByIds");
    }

    private static Stream<String> controlWrites() {
        return Stream.of(
                "PUT /_tenantry/scenario",
                "POST /_tenantry/tenants",
                "POST /_tenantry/tenants/source/tokens",
                "PUT /_tenantry/clock",
                "POST /_tenantry/clock/advance");
    }

    private static Stream<String> jsonWrites() {
        return Stream.concat(graphWrites(), controlWrites());
    }

    private Answer send(String write, byte[] body, String contentType) throws IOException {
        int blank = write.indexOf(' ');
        return source.send(write.substring(0, blank), write.substring(blank + 1), body, contentType);
    }

    @ParameterizedTest
    @MethodSource("jsonWrites")
    void aBodyOf30MegabytesIsRefused(String write) throws IOException {
        byte[] body = ("{\"displayName\": \"" + "a".repeat(30 << 20) + "\"}").getBytes(UTF_8);
        refused(send(write, body, "application/json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM, "application/json", "multipart/form-data; boundary=x"})
    void aTokenRequestOf30MegabytesIsRefused(String contentType) throws IOException {
        byte[] body = ("grant_type=client_credentials&client_secret=" + "a".repeat(30 << 20)).getBytes(UTF_8);
        Answer answer = refused(send("POST " + TOKEN, body, contentType));
        assertTrue(answer.text("error_description").startsWith("AADSTS"), answer::body);
    }

    @ParameterizedTest
    @MethodSource("jsonWrites")
    void aBodyThatIsNoJsonObjectIsRefused(String write) throws IOException {
        for (String body : List.of(
                "{",
                "no json",
                "[]",
                "1",
                "\"text\"",
                "{\"a\": 1} b",
                "{'a': 1}",
                "{\"a\": \"\\ud8\"}",
                "\u0000",
                "<a/>")) {
            refused(send(write, body.getBytes(UTF_8), "application/json"));
        }
        refused(send(write, new byte[] {(byte) 0xff, (byte) 0xfe, 0}, "application/json"));
        refused(send(write, "{\"displayName\": \"\u00e9\"}".getBytes(ISO_8859_1), "application/json"));
    }

    @ParameterizedTest
    @MethodSource("jsonWrites")
    void tenThousandBracketsInABodyAreRefused(String write) throws IOException {
        String objects = "{\"a\":".repeat(DEPTH);
        for (String body : List.of(
                "[".repeat(DEPTH),
                "[".repeat(DEPTH) + "]".repeat(DEPTH),
                objects,
                objects + "1" + "}".repeat(DEPTH),
                "{\"displayName\": " + "[".repeat(DEPTH) + "]".repeat(DEPTH) + "}")) {
            refused(send(write, body.getBytes(UTF_8), "application/json"));
        }
    }

    @ParameterizedTest
    @MethodSource("graphWrites")
    void aContentTypeThatIsNotJsonIsRefused(String write) throws IOException {
        byte[] body = "{\"displayName\": \"Somebody\"}".getBytes(UTF_8);
        for (String type : List.of("text/xml", "text/plain", FORM, "multipart/form-data; boundary=x", "image/png")) {
            refused(send(write, body, type));
        }
        refused(send(write, body, null));
    }

    @Test
    void aTokenRequestThatIsNoFormIsRefused() throws IOException {
        for (String type :
                List.of("application/json", "text/xml", "multipart/form-data", "multipart/form-data; boundary=x")) {
            refused(send("POST " + TOKEN, "grant_type=client_credentials".getBytes(UTF_8), type));
        }
        for (String form : List.of("", "%", "%zz=%zz", "a=%ff", "=", "&&&", "grant_type", "a=1&".repeat(20_000))) {
            refused(send("POST " + TOKEN, form.getBytes(UTF_8), FORM));
        }
    }

    @Test
    void aNulInAnyStringIsRefusedOrKeptNowhere() throws IOException {
        for (String property : List.of(
                "displayName",
                "userPrincipalName",
                "mailNickname",
                "givenName",
                "jobTitle",
                "mail",
                "employeeId",
                "officeLocation")) {
            ObjectNode user = Json.object()
                    .put("displayName", "Nul")
                    .put("userPrincipalName", "nul@fernholm.example")
                    .put("mailNickname", "nul")
                    .put("accountEnabled", true)
                    .put(property, "a\u0000b");
            user.putObject("passwordProfile").put("password", "Zm4-ohne-Not-18");
            refused(source.post("/v1.0/users", Json.write(user)));
            refused(source.patch(LIV, Json.write(Json.object().put(property, "a\u0000b"))));
        }
        ObjectNode group = Json.object()
                .put("displayName", "a\u0000b")
                .put("mailNickname", "nul")
                .put("mailEnabled", false)
                .put("securityEnabled", true);
        refused(source.post("/v1.0/groups", Json.write(group)));
        refused(source.post("/v1.0/applications", "{\"displayName\": \"a\\u0000b\"}"));
        refused(source.post("/_tenantry/tenants/source/tokens", "{\"type\": \"delegated\", \"user\": \"a\\u0000b\"}"));
        refused(source.patch(LIV, "{\"businessPhones\": [\"a\\u0000b\"]}"));
        refused(source.patch(LIV, "{\"jobTitle\": \"half of a pair: \\ud800\"}"));
        refused(source.patch(LIV, "{\"businessPhones\": [\"\\udc00\"]}"));
        refused(source.put(LIV + "/manager/$ref", "{\"@odata.id\": \"http://localhost/v1.0/users/a\\u0000b\"}"));
        refused(source.post("/v1.0/directoryObjects/getByIds", "{\"ids\": [\"a\\u0000b\"]}"));
        refused(source.post("/_tenantry/tenants", "{\"id\": \"" + SOURCE + "\", \"displayName\": \"a\\u0000b\"}"));
        refused(source.post(
                "/v1.0/applicationTemplates/518e5f48-1fc8-4c48-9387-9fdf28b0dfe7/instantiate",
                "{\"displayName\": \"a\\u0000b\"}"));
        for (String field : List.of("client_id", "client_secret", "scope", "grant_type")) {
            String form = Arrays.stream(new String[] {"client_id", "client_secret", "scope", "grant_type"})
                    .map(each -> each + "="
                            + (each.equals(field) ? "a%00b" : each.equals("grant_type") ? "client_credentials" : "a"))
                    .collect(Collectors.joining("&"));
            refused(source.send("POST", TOKEN, form.getBytes(UTF_8), FORM));
        }
    }
}
