package io.tenantry.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What can be there once only, asked for by many at the same time: one gets it, the others Graph's conflict error. */
abstract class ContentionCases extends ServerCases {
    @Test
    void of200CreatesOfOneUserPrincipalNameOneSucceeds() throws Exception {
        List<Answer> answers =
                atOnce(200, i -> () -> source.post("/v1.0/users", user("same@fernholm.example", "same" + i)));
        oneCreated(answers, "userPrincipalName");
        assertEquals(
                1,
                source.all("/v1.0/users?$filter=userPrincipalName%20eq%20'same@fernholm.example'")
                        .size());
    }

    @Test
    void of200CreatesWithOneMailAddressOneSucceeds() throws Exception {
        List<Answer> answers = atOnce(200, i -> () -> {
            ObjectNode user = (ObjectNode) Json.parse(user("mail" + i + "@fernholm.example", "mail" + i));
            return source.post("/v1.0/users", Json.write(user.put("mail", "one.address@fernholm.example")));
        });
        oneCreated(answers, "proxyAddresses");
        String filter = "proxyAddresses/any(p:p%20eq%20'smtp:one.address@fernholm.example')";
        assertEquals(1, source.all("/v1.0/users?$filter=" + filter).size());
        assertEquals(
                1,
                source.all("/v1.0/users?$filter=startswith(userPrincipalName,'mail')")
                        .size());
    }

    @Test
    void of50AddsOfOneGroupMemberOneSucceeds() throws Exception {
        String user = source.post("/v1.0/users", user("member@fernholm.example", "member"))
                .expect(201)
                .text("id");
        String group = source.post(
                        "/v1.0/groups",
                        "{\"displayName\": \"Wanted\", \"mailNickname\": \"wanted\", \"mailEnabled\": false, \"securityEnabled\": true}")
                .expect(201)
                .text("id");
        String members = "/v1.0/groups/" + group + "/members";
        String reference = "{\"@odata.id\": \"" + source.base() + "/v1.0/directoryObjects/" + user + "\"}";
        List<Answer> answers = atOnce(50, i -> () -> source.post(members + "/$ref", reference));
        assertEquals(
                1, answers.stream().filter(answer -> answer.status() == 204).count());
        for (Answer answer : answers) {
            if (answer.status() != 204) {
                refused(answer).expect(400);
                assertEquals(
                        "One or more added object references already exist for the following modified properties: 'members'.",
                        answer.text("error.message"));
            }
        }
        assertEquals(1, source.all(members).size());
    }

    @Test
    void of50DeletionsOfOneUserOneSucceeds() throws Exception {
        String user = source.post("/v1.0/users", user("leaver@fernholm.example", "leaver"))
                .expect(201)
                .text("id");
        List<Answer> answers = atOnce(50, i -> () -> source.delete("/v1.0/users/" + user));
        assertEquals(
                1, answers.stream().filter(answer -> answer.status() == 204).count());
        for (Answer answer : answers) {
            if (answer.status() != 204) {
                refused(answer).expect(404);
            }
        }
    }

    /** What each has read must still be so when it writes. */
    @Test
    void ofChangesToDifferentPropertiesOfOneUserNoneIsLost() throws Exception {
        String user = source.post("/v1.0/users", user("changed@fernholm.example", "changed"))
                .expect(201)
                .text("id");
        List<String> properties = List.of(
                "jobTitle",
                "department",
                "city",
                "state",
                "country",
                "postalCode",
                "streetAddress",
                "officeLocation",
                "companyName",
                "employeeId",
                "employeeType",
                "givenName",
                "surname",
                "faxNumber",
                "mobilePhone",
                "displayName");
        List<Answer> answers = atOnce(
                properties.size(),
                i -> () -> source.patch("/v1.0/users/" + user, "{\"" + properties.get(i) + "\": \"new\"}"));
        answers.forEach(answer -> answer.expect(204));
        Answer changed = source.get("/v1.0/users/" + user + "?$select=" + String.join(",", properties))
                .expect(200);
        properties.forEach(property -> assertEquals("new", changed.text(property), property));
    }

    private static void oneCreated(List<Answer> answers, String property) {
        assertEquals(
                1, answers.stream().filter(answer -> answer.status() == 201).count(), answers::toString);
        for (Answer answer : answers) {
            if (answer.status() != 201) {
                refused(answer).expect(400);
                assertEquals("Request_BadRequest", answer.text("error.code"));
                assertEquals(
                        "Another object with the same value for property " + property + " already exists.",
                        answer.text("error.message"));
            }
        }
    }

    /** Calls that all begin when the last one is ready. */
    private static List<Answer> atOnce(int clients, IntFunction<Callable<Answer>> call)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        CyclicBarrier barrier = new CyclicBarrier(clients);
        try {
            List<Future<Answer>> calls = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                Callable<Answer> each = call.apply(i);
                calls.add(threads.submit(() -> {
                    barrier.await();
                    return each.call();
                }));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> each : calls) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static String user(String name, String nickname) throws IOException {
        ObjectNode user = Json.object()
                .put("userPrincipalName", name)
                .put("displayName", "One of many")
                .put("mailNickname", nickname)
                .put("accountEnabled", true);
        user.putObject("passwordProfile").put("password", "Zm4-ohne-Not-18");
        return Json.write(user);
    }
}
