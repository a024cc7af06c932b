package io.tenantry.console.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.job.JobHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The draft of a schema, one of its object mappings in sight.
 *
 * @param draft all of it, as text
 * @param type of the source's objects
 * @param flowTypes what is done in the target, in lower case
 * @param differences of the object mapping, besides those of its attributes
 * @param changes how many there are in all of the draft
 * @param stale whether what is stored was changed since the draft was begun
 * @param problem what is wrong with the draft, beyond one mapping
 * @param person on whom mappings are tried, empty for nobody yet
 */
public record EditorView(
        JobHead head,
        String draft,
        List<ObjectChoice> objects,
        String type,
        boolean enabled,
        String flowTypes,
        List<MappingRow> rows,
        List<Difference> differences,
        int changes,
        boolean stale,
        String problem,
        String person) {
    /** An object mapping to choose. */
    public record ObjectChoice(ObjectPlace place, String name, int changes, boolean shown) {}

    static List<ObjectChoice> choices(JsonNode stored, Draft draft, ObjectPlace shown) {
        List<ObjectChoice> choices = new ArrayList<>();
        for (int rule = 0; rule < draft.rules().size(); rule++) {
            JsonNode mappings = draft.rules().path(rule).path("objectMappings");
            for (int i = 0; i < mappings.size(); i++) {
                ObjectPlace place = new ObjectPlace(rule, i);
                choices.add(new ObjectChoice(
                        place,
                        name(mappings.get(i)),
                        Comparison.at(place, stored, draft).changes(),
                        place.equals(shown)));
            }
        }
        return choices;
    }

    private static String name(JsonNode mapping) {
        String objects = mapping.path("sourceObjectName").asText("") + " to "
                + mapping.path("targetObjectName").asText("");
        String name = mapping.path("name").asText("");
        return name.isEmpty() ? objects : objects + ": " + name;
    }

    /** Where the pages of the job are. */
    public String href() {
        return head.href();
    }

    /** The schema in Graph. */
    public String schemaUrl() {
        return head.graph() + "/schema";
    }

    public String mappingHref() {
        return head.href() + "/mapping";
    }

    public boolean does(String flowType) {
        return List.of(flowTypes.toLowerCase(Locale.ROOT).replace(" ", "").split(","))
                .contains(flowType);
    }
}
