package io.tenantry.console.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.console.api.ApiAnswer;
import io.tenantry.console.api.ApiCall;
import io.tenantry.console.api.Reading;
import io.tenantry.console.job.JobHead;
import io.tenantry.console.job.JobTab;
import io.tenantry.console.mapping.EditorView.ObjectChoice;
import io.tenantry.format.Json;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;

/**
 * A draft beside what is stored, with what happens to it.
 *
 * @param stored the schema that the job has
 * @param place of the object mapping in sight
 */
record Step(Reading reading, JobHead head, JsonNode stored, Draft draft, ObjectPlace place, String person) {
    /** Begins with what is stored. */
    static Step begin(Reading reading, String tenant, String job, String object) {
        Step step = of(reading, tenant, job, null, ObjectPlace.of(object), "");
        return step.place.in(step.stored).isPresent() ? step : step.at(ObjectPlace.first(step.stored));
    }

    /** Goes on with the draft that came from the page. */
    static Step next(Reading reading, String tenant, String job, MultivaluedMap<String, String> fields) {
        String person = fields.getFirst("person");
        return of(
                reading,
                tenant,
                job,
                Draft.read(fields.getFirst("body")),
                ObjectPlace.of(fields.getFirst("object")),
                person == null ? "" : person);
    }

    private static Step of(Reading reading, String tenant, String job, Draft draft, ObjectPlace place, String person) {
        JobHead head = JobHead.read(reading, tenant, job, JobTab.MAPPING);
        JsonNode stored = reading.graph(tenant, head.graph() + "/schema");
        boolean begins = draft == null || draft.rules().equals(stored.path(Draft.RULES));
        return new Step(reading, head, stored, begins ? Draft.of(stored) : draft, place, person);
    }

    private Step at(ObjectPlace other) {
        return new Step(reading, head, stored, draft, other, person);
    }

    /** @param latest number of the mapping that was changed last, -1 for none */
    EditorView view(int latest) {
        ObjectNode mapping = draft.mapping(place);
        List<ObjectChoice> objects = EditorView.choices(stored, draft, place);
        int changes = objects.stream().mapToInt(ObjectChoice::changes).sum();
        boolean same = draft.rules().equals(stored.path(Draft.RULES));
        Optional<ApiAnswer> mistake = same ? Optional.empty() : mistake();
        String message = mistake.map(ApiAnswer::error).orElse("");
        int wrong = mistake.flatMap(each ->
                        place.attribute(each.json().path("error").path("place").asText("")))
                .orElse(-1);
        Comparison comparison = Comparison.at(place, stored, draft);
        return new EditorView(
                head,
                draft.text(),
                objects,
                mapping.path("sourceObjectName").asText(""),
                mapping.path("enabled").asBoolean(true),
                mapping.path("flowTypes").asText(""),
                comparison.rows(wrong, message, latest),
                comparison.own(),
                changes,
                !same && !draft.schema().path("version").equals(stored.path("version")),
                wrong < 0 ? message : "",
                person);
    }

    private Optional<ApiAnswer> mistake() {
        ObjectNode body = Json.object().set("schema", draft.schema());
        ApiAnswer answer = reading.tried(new ApiCall("POST", null, head.control() + "/plan/check", body));
        return answer.succeeded() ? Optional.empty() : Optional.of(answer);
    }
}
