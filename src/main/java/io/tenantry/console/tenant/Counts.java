package io.tenantry.console.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.ApiCall;
import io.tenantry.console.api.QueryText;
import io.tenantry.console.api.Reading;
import java.util.List;

/** How many there are in a tenant. */
public record Counts(long people, long external, long groups, long applications) {
    /** External people, whatever their type of user is: members too may be from elsewhere. */
    static final String EXTERNAL = "creationType eq 'Invitation'";

    static List<ApiCall> calls(String tenant) {
        return List.of(
                counted(tenant, "users", ""),
                counted(tenant, "users", EXTERNAL),
                counted(tenant, "groups", ""),
                counted(tenant, "servicePrincipals", ""));
    }

    /** From the answers to {@link #calls}. */
    static Counts of(List<JsonNode> answers) {
        return new Counts(count(answers.get(0)), count(answers.get(1)), count(answers.get(2)), count(answers.get(3)));
    }

    static Counts read(Reading reading, String tenant) {
        return of(reading.all(calls(tenant)));
    }

    private static long count(JsonNode answer) {
        return answer.path("@odata.count").asLong();
    }

    private static ApiCall counted(String tenant, String collection, String filter) {
        return ApiCall.graph(
                tenant,
                new QueryText("/v1.0/" + collection)
                        .with("$filter", filter)
                        .with("$select", "id")
                        .with("$top", "1")
                        .with("$count", "true")
                        .text());
    }
}
