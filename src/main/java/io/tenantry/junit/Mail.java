package io.tenantry.junit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A mail that the service would have sent.
 *
 * @param kind {@code quarantine}, {@code failure}, {@code invitation} and others
 * @param tenantId of the tenant that it comes from
 * @param job id of the synchronization job that it is about
 */
public record Mail(
        String id,
        Instant at,
        String kind,
        String tenantId,
        List<String> to,
        String subject,
        String text,
        Optional<String> job) {
    static Mail of(JsonNode shown) {
        List<String> to = new ArrayList<>();
        shown.get("to").forEach(address -> to.add(address.asText()));
        return new Mail(
                shown.get("id").asText(),
                Instant.parse(shown.get("at").asText()),
                shown.get("kind").asText(),
                shown.get("tenant").asText(),
                List.copyOf(to),
                shown.get("subject").asText(),
                shown.get("text").asText(),
                Optional.ofNullable(shown.get("job").textValue()));
    }
}
