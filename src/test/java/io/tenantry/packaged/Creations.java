package io.tenantry.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.format.Json;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Creates groups, whatever comes of it, and keeps account of the answers: what was answered with 201 is there, what was denied is not. */
final class Creations {
    private final Http tenant;
    private final String prefix;
    private final String description;
    private final Set<String> made = new TreeSet<>();
    private final Set<String> denied = new TreeSet<>();
    private int count;

    /** @param size of each group's description */
    Creations(Http tenant, String prefix, int size) {
        this.tenant = tenant;
        this.prefix = prefix;
        this.description = "d".repeat(size);
    }

    /** One more; whether it was made. The only other answer is that the store cannot be used. */
    boolean create() throws IOException {
        String name = prefix + "-" + count++;
        Answer answer = tenant.post(
                "/v1.0/groups",
                Json.write(Json.object()
                        .put("displayName", name)
                        .put("mailNickname", name)
                        .put("mailEnabled", false)
                        .put("securityEnabled", true)
                        .put("description", description)));
        if (answer.status() == 201) {
            made.add(name);
            return true;
        }
        unavailable(answer);
        denied.add(name);
        return false;
    }

    static void unavailable(Answer answer) {
        answer.expect(503);
        assertEquals("serviceNotAvailable", answer.text("error.code"), answer::toString);
        assertTrue(answer.json().at("/error/innerError/request-id").isTextual(), answer::toString);
    }

    int made() {
        return made.size();
    }

    int denied() {
        return denied.size();
    }

    void check() throws IOException {
        Set<String> there = tenant.all("/v1.0/groups?$top=999&$select=displayName").stream()
                .map(group -> group.get("displayName").asText())
                .filter(name -> name.startsWith(prefix + "-"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(made, there);
    }
}
