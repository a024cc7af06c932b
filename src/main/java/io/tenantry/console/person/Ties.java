package io.tenantry.console.person;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.ApiCall;
import io.tenantry.console.api.Reading;
import io.tenantry.console.api.TenantNames;
import io.tenantry.console.api.UrlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The jobs that join a user to others, or may.
 *
 * @param chosen the one that the page shows
 */
public record Ties(List<Tie> all, Optional<Tie> chosen) {
    /** @param job id of the one to be shown; of an unknown one, that which has joined the user to another */
    static Ties read(Reading reading, TenantNames names, Person person, String job) {
        String tenant = "/_tenantry/tenants/" + UrlText.encoded(person.tenant());
        List<JsonNode> read = reading.all(List.of(
                ApiCall.control(tenant + "/users/" + UrlText.encoded(person.id()) + "/links"),
                ApiCall.control(tenant + "/jobs")));
        List<Tie> all = new ArrayList<>();
        Map<String, String> states = new HashMap<>();
        for (JsonNode link : read.get(0)) {
            String source = link.at("/source/tenant").asText();
            String state = link.path("state").asText();
            if (source.equals(person.tenant())) {
                states.put(link.path("job").asText(), state);
            } else {
                all.add(incoming(reading, names, link, source, state));
            }
        }
        for (JsonNode each : read.get(1)) {
            String state = states.getOrDefault(each.path("id").asText(), "");
            all.add(Tie.of(each, person.tenant(), person.id(), state, names));
        }
        return new Ties(all, chosen(all, job));
    }

    private static Tie incoming(Reading reading, TenantNames names, JsonNode link, String source, String state) {
        JsonNode job = reading.control("/_tenantry/tenants/" + UrlText.encoded(source) + "/jobs/"
                + UrlText.encoded(link.path("job").asText()));
        return Tie.of(job, source, link.at("/source/id").asText(), state, names);
    }

    private static Optional<Tie> chosen(List<Tie> all, String job) {
        return all.stream()
                .filter(each -> each.job().equals(job))
                .findFirst()
                .or(() -> all.stream().filter(each -> !each.state().isEmpty()).findFirst())
                .or(() -> all.stream().findFirst());
    }
}
