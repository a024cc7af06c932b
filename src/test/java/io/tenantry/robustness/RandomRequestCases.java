package io.tenantry.robustness;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.tenantry.format.Json;
import io.tenantry.odata.edm.GraphModels;
import io.tenantry.odata.edm.Property;
import io.tenantry.robustness.Wire.Reply;
import io.tenantry.robustness.Wire.Request;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Requests that a generator makes from the Edm, whole and broken, the same ones for the same seed: {@code -Dtenantry.random.requests=10000
 * -Dtenantry.random.seed=7}.
 */
abstract class RandomRequestCases {
    private static final int REQUESTS = Integer.getInteger("tenantry.random.requests", 300);
    private static final long SEED = Long.getLong("tenantry.random.seed", 1);
    /** Written to; {@link #READ} stays as it is. */
    private static final String WRITTEN = "birchline.onmicrosoft.com";

    private static final String READ = "alderwood.onmicrosoft.com";
    private static final Map<String, String> SETS = Map.of(
            "users", "user", "groups", "group", "applications", "application", "servicePrincipals", "servicePrincipal");

    @Inject
    Vertx vertx;

    @Inject
    GraphModels models;

    private Wire reader;
    private Wire writer;
    private final Map<String, List<JsonNode>> objects = new HashMap<>();

    @BeforeEach
    void world() throws Exception {
        given().contentType("application/yaml")
                .body(scenario())
                .put("/_tenantry/scenario")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(204);
        reader = wire(READ);
        writer = wire(WRITTEN);
        for (String set : SETS.keySet()) {
            objects.put(set, everything(set));
        }
    }

    @Test
    void anyRequestIsAnsweredOrRefusedInGraphsWords() throws Exception {
        Random random = new Random(SEED);
        List<String> keys = keys();
        List<Executable> checks = new ArrayList<>();
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int i = 0; i < REQUESTS * 2 / 3; i++) {
            String version = random.nextInt(3) == 0 ? "beta" : "v1.0";
            RandomRequests requests = new RandomRequests(random, models.of(version), version, keys);
            boolean write = random.nextInt(3) == 0;
            Reply reply = write ? writer.send(requests.write()) : reader.send(requests.read());
            statuses.merge(reply.status(), 1, Integer::sum);
            checks.add(() -> requireGraphsWords(reply));
        }
        assertAll(checks);
        assertTrue(statuses.size() > 3, () -> "too much of one kind: " + statuses);
        System.out.println("random requests by status: " + statuses);
    }

    @Test
    void aValidFilterFindsWhatItMeans() throws Exception {
        Random random = new Random(SEED);
        List<String> sets = SETS.keySet().stream().sorted().toList();
        int found = 0;
        for (int i = 0; i < REQUESTS / 3; i++) {
            String set = random.nextInt(5) < 3 ? "users" : sets.get(random.nextInt(sets.size()));
            boolean advanced = random.nextInt(3) > 0;
            Condition condition = new RandomConditions(
                            random, models.of("v1.0").type(SETS.get(set)), objects.get(set), advanced)
                    .next(random.nextInt(3));
            found += compare(set, condition, advanced, random) ? 1 : 0;
        }
        assertTrue(found > REQUESTS / 12, found + " filters found something");
        System.out.println("random filters that found something: " + found + " of " + REQUESTS / 3);
    }

    // ---- filters

    private boolean compare(String set, Condition condition, boolean advanced, Random random) throws Exception {
        List<String> expected =
                ids(objects.get(set).stream().filter(condition::holds).toList());
        boolean sorted = advanced && random.nextInt(4) == 0;
        String address = "/v1.0/" + set + "?$select=id,displayName&$top=" + (20 + random.nextInt(980)) + "&$filter="
                + RandomRequests.encoded(condition.text()) + (advanced ? "&$count=true" : "")
                + (sorted ? "&$orderby=displayName" : "");
        List<JsonNode> answer = new ArrayList<>();
        JsonNode first = null;
        for (String next = address; next != null; ) {
            JsonNode page =
                    page(reader, advanced ? Request.get(next).with("ConsistencyLevel", "eventual") : Request.get(next));
            first = first == null ? page : first;
            page.get("value").forEach(answer::add);
            next = next(page);
        }
        assertEquals(expected, ids(answer), () -> set + ": " + condition.text());
        if (advanced) {
            assertEquals(expected.size(), first.path("@odata.count").asInt(-1), () -> set + ": " + condition.text());
        }
        if (sorted) {
            requireSorted(answer, condition);
        }
        return !expected.isEmpty();
    }

    private static void requireSorted(List<JsonNode> answer, Condition condition) {
        for (int i = 1; i < answer.size(); i++) {
            String before = answer.get(i - 1).path("displayName").asText("");
            String after = answer.get(i).path("displayName").asText("");
            assertTrue(
                    Condition.order(before, after) <= 0, () -> before + " before " + after + ": " + condition.text());
        }
    }

    private static List<String> ids(Collection<JsonNode> objects) {
        return objects.stream()
                .map(object -> object.get("id").asText())
                .sorted()
                .toList();
    }

    // ---- answers

    private static void requireGraphsWords(Reply reply) {
        boolean otherWorkload = reply.status() == 501 && reply.body().contains("\"NotImplemented\"");
        assertTrue(reply.status() < 500 || otherWorkload, reply::toString);
        if (reply.status() >= 400 && isUri(reply.request().address())) {
            JsonNode error = error(reply);
            assertTrue(error.path("code").isTextual() && error.path("message").isTextual(), reply::toString);
            for (String name : List.of("date", "request-id", "client-request-id")) {
                assertTrue(error.path("innerError").path(name).isTextual(), reply::toString);
            }
        }
    }

    /** The web server refuses anything else before Graph sees it, with 400 and no body. */
    private static boolean isUri(String address) {
        try {
            new URI(address);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static JsonNode error(Reply reply) {
        try {
            return Json.MAPPER.readTree(reply.body()).path("error");
        } catch (IOException e) {
            throw new AssertionError(reply.toString(), e);
        }
    }

    private static JsonNode page(Wire wire, Request request) throws Exception {
        Reply reply = wire.send(request);
        assertEquals(200, reply.status(), reply::toString);
        assertTrue(reply.json().path("value").isArray(), reply::toString);
        return reply.json();
    }

    /** Behind the server's own address; null at the end. */
    private static String next(JsonNode page) {
        String link = page.path("@odata.nextLink").textValue();
        return link == null ? null : link.substring(link.indexOf("/v1.0/"));
    }

    // ---- the world

    private Wire wire(String tenant) {
        String token = given().contentType("application/json")
                .body("{}")
                .post("/_tenantry/tenants/" + tenant + "/tokens")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        return new Wire(vertx, RestAssured.port, token);
    }

    /** All objects of a set with all that can be asked for there. */
    private List<JsonNode> everything(String set) throws Exception {
        String select = models.of("v1.0").type(SETS.get(set)).properties().stream()
                .filter(property -> !property.otherWorkload())
                .map(Property::name)
                .collect(Collectors.joining(","));
        List<JsonNode> all = new ArrayList<>();
        for (String next = "/v1.0/" + set + "?$top=999&$select=" + select; next != null; ) {
            JsonNode page = page(reader, Request.get(next));
            page.get("value").forEach(all::add);
            next = next(page);
        }
        return all;
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        objects.values().forEach(list -> list.stream()
                .limit(8)
                .forEach(object -> keys.add(object.get("id").asText())));
        objects.get("users").stream()
                .limit(4)
                .forEach(user -> keys.add(user.get("userPrincipalName").asText()));
        keys.sort(null);
        return keys;
    }

    private static byte[] scenario() throws IOException {
        try (var file = RandomRequestCases.class.getResourceAsStream("random-world.yaml")) {
            return file.readAllBytes();
        }
    }
}
