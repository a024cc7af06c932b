package io.tenantry.console.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A mapping of an attribute, as the draft has it.
 *
 * @param at its number in the draft, or in what is stored where the draft has it no more
 * @param error what is wrong with it, empty where nothing is known
 * @param latest whether it was changed last
 */
public record MappingRow(
        int at,
        String target,
        MappedSource source,
        String flowType,
        String flowBehavior,
        String defaultValue,
        int priority,
        boolean exportsMissing,
        State state,
        List<Difference> differences,
        String error,
        boolean latest) {
    /** Beside what is stored. */
    public enum State {
        STORED(""),
        NEW("new"),
        CHANGED("changed"),
        REMOVED("removed");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    static MappingRow of(
            int at, JsonNode mapping, State state, List<Difference> differences, String error, boolean latest) {
        return new MappingRow(
                at,
                mapping.path("targetAttributeName").asText(""),
                MappedSource.of(mapping.path("source")),
                mapping.path("flowType").asText("Always"),
                mapping.path("flowBehavior").asText("FlowWhenChanged"),
                mapping.path("defaultValue").asText(""),
                mapping.path("matchingPriority").asInt(),
                mapping.path("exportMissingReferences").asBoolean(),
                state,
                differences,
                error,
                latest);
    }

    public boolean isRemoved() {
        return state == State.REMOVED;
    }

    /** Whether what is stored can be had back. */
    public boolean isRestorable() {
        return state == State.REMOVED || state == State.CHANGED;
    }
}
