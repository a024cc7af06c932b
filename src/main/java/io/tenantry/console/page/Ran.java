package io.tenantry.console.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A job whose cycles ran while time was moved. */
public record Ran(String tenant, String id, String name, int cycles, long exported, String state, boolean quarantined) {

    /** Empty where the answer is not that of time moved. */
    static Optional<List<Ran>> of(JsonNode answer) {
        JsonNode ran = answer.path("ran");
        if (!ran.isArray()) {
            return Optional.empty();
        }
        List<Ran> jobs = new ArrayList<>();
        ran.forEach(each -> jobs.add(job(each, each.path("job"))));
        return Optional.of(jobs);
    }

    private static Ran job(JsonNode ran, JsonNode job) {
        return new Ran(
                ran.path("tenant").asText(),
                job.path("id").asText(),
                job.at("/servicePrincipal/displayName").asText(job.path("id").asText()),
                ran.path("cycles").asInt(),
                ran.path("exported").asLong(),
                job.at("/lastExecution/state").asText(),
                job.path("quarantine").isObject());
    }

    public boolean succeeded() {
        return state.equals("Succeeded") && !quarantined;
    }
}
