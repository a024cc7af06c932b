package io.tenantry.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One client that creates users, changes them and adds them to its group as long as the server answers, and keeps account of the answers.
 * What was asked last and not answered may have been done or not; everything before must be there.
 */
final class Writer {
    /** A user as the answers have it: job title {@code v<answered>} at least, {@code v<sent>} at most. */
    private static final class Written {
        private final String name;
        private String id;
        private int answered;
        private int sent;
        private boolean member;

        Written(String name) {
            this.name = name;
        }
    }

    private final Http tenant;
    private final String prefix;
    private final String domain;
    private final String group;
    private final Random random;
    private final List<Written> users = new ArrayList<>();
    private int created;

    Writer(Http tenant, String prefix, String domain) throws IOException {
        this.tenant = tenant;
        this.prefix = prefix;
        this.domain = domain;
        this.random = new Random(prefix.hashCode());
        this.group = tenant.post(
                        "/v1.0/groups",
                        Json.write(Json.object()
                                .put("displayName", "Group of " + prefix)
                                .put("mailNickname", prefix)
                                .put("mailEnabled", false)
                                .put("securityEnabled", true)))
                .expect(201)
                .text("id");
    }

    /** Lets it change a user of the scenario as well, whose job title is {@code v0}. */
    void changes(String name) throws IOException {
        Written known = new Written(name);
        known.id = tenant.get("/v1.0/users/" + name).expect(200).text("id");
        users.add(known);
    }

    /** Until no answer comes. An answer other than that of success fails the test. */
    void write() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Written fresh = create();
                change(fresh);
                join(fresh);
                change(users.get(random.nextInt(users.size())));
            }
        } catch (IOException e) {
            return; // killed
        }
    }

    private Written create() throws IOException {
        Written user = new Written(prefix + "-" + ++created + "@" + domain);
        ObjectNode body = Json.object()
                .put("userPrincipalName", user.name)
                .put("displayName", "Written by " + prefix)
                .put("mailNickname", prefix + created)
                .put("jobTitle", "v0")
                .put("accountEnabled", true);
        body.putObject("passwordProfile").put("password", "Zm4-ohne-Not-18");
        user.id = tenant.post("/v1.0/users", Json.write(body)).expect(201).text("id");
        users.add(user);
        return user;
    }

    private void change(Written user) throws IOException {
        user.sent++;
        tenant.patch("/v1.0/users/" + user.id, "{\"jobTitle\": \"v" + user.sent + "\"}")
                .expect(204);
        user.answered = user.sent;
    }

    private void join(Written user) throws IOException {
        String reference = tenant.base() + "/v1.0/directoryObjects/" + user.id;
        tenant.post("/v1.0/groups/" + group + "/members/$ref", "{\"@odata.id\": \"" + reference + "\"}")
                .expect(204);
        user.member = true;
    }

    /** Compares what was answered so far with what is there. */
    void check() throws IOException {
        Map<String, JsonNode> there = new HashMap<>();
        for (JsonNode user : tenant.all("/v1.0/users?$top=999&$select=id,userPrincipalName,jobTitle")) {
            assertEquals(null, there.put(user.get("userPrincipalName").asText(), user), "somebody is there twice");
        }
        Set<String> members = tenant.all("/v1.0/groups/" + group + "/members?$top=999&$select=id").stream()
                .map(member -> member.get("id").asText())
                .collect(Collectors.toSet());
        for (Written user : users) {
            JsonNode found = there.get(user.name);
            assertNotNull(found, () -> "created, answered and lost: " + user.name);
            assertEquals(user.id, found.get("id").asText());
            int title = Integer.parseInt(found.get("jobTitle").asText().substring(1));
            assertTrue(
                    user.answered <= title && title <= user.sent,
                    () -> user.name + ": answered v" + user.answered + ", sent v" + user.sent + ", there v" + title);
            assertTrue(!user.member || members.contains(user.id), () -> "added, answered and lost: " + user.name);
        }
    }

    /** Writes that were answered. */
    int answers() {
        return users.stream()
                .mapToInt(user -> 1 + user.answered + (user.member ? 1 : 0))
                .sum();
    }
}
