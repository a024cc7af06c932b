package io.tenantry.console.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.mapping.MappingRow.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An object mapping of a draft beside the one that is stored. */
record Comparison(JsonNode stored, JsonNode draft) {
    private static final String ATTRIBUTES = "attributeMappings";

    /** @param place of an object mapping that may be missing on either side */
    static Comparison at(ObjectPlace place, JsonNode stored, Draft draft) {
        JsonNode none = stored.path("nothing of the kind");
        return new Comparison(
                place.in(stored).map(JsonNode.class::cast).orElse(none),
                place.in(draft.schema()).map(JsonNode.class::cast).orElse(none));
    }

    /** What differs besides the mappings of attributes. */
    List<Difference> own() {
        return Difference.between(stored, draft, ATTRIBUTES);
    }

    int changes() {
        return own().size()
                + (int) rows(-1, "", -1).stream()
                        .filter(each -> each.state() != State.STORED)
                        .count();
    }

    /**
     * The mappings of the draft, and behind them those that it has no more.
     *
     * @param wrong number of the one that has a mistake, -1 for none
     * @param latest number of the one that was changed last, -1 for none
     */
    List<MappingRow> rows(int wrong, String mistake, int latest) {
        List<MappingRow> rows = new ArrayList<>();
        Set<String> targets = new HashSet<>();
        JsonNode attributes = draft.path(ATTRIBUTES);
        for (int at = 0; at < attributes.size(); at++) {
            JsonNode mapping = attributes.get(at);
            targets.add(target(mapping));
            rows.add(row(at, mapping, at == wrong ? mistake : "", at == latest));
        }
        JsonNode before = stored.path(ATTRIBUTES);
        for (int at = 0; at < before.size(); at++) {
            if (!targets.contains(target(before.get(at)))) {
                rows.add(MappingRow.of(at, before.get(at), State.REMOVED, List.of(), "", false));
            }
        }
        return rows;
    }

    private MappingRow row(int at, JsonNode mapping, String error, boolean latest) {
        Optional<JsonNode> before = Draft.number(stored.path(ATTRIBUTES), target(mapping))
                .map(number -> stored.path(ATTRIBUTES).get(number));
        List<Difference> differences =
                before.map(each -> Difference.between(each, mapping, "")).orElseGet(List::of);
        State state = before.isEmpty() ? State.NEW : differences.isEmpty() ? State.STORED : State.CHANGED;
        return MappingRow.of(at, mapping, state, differences, error, latest);
    }

    private static String target(JsonNode mapping) {
        return mapping.path("targetAttributeName").asText("");
    }
}
