package io.tenantry.console.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A member that a draft has otherwise than what is stored, both as texts. */
public record Difference(String name, String before, String after) {
    private static final int LONGEST = 500;

    /** Of all members but one. */
    static List<Difference> between(JsonNode stored, JsonNode draft, String but) {
        Set<String> names = new LinkedHashSet<>();
        stored.fieldNames().forEachRemaining(names::add);
        draft.fieldNames().forEachRemaining(names::add);
        names.remove(but);
        List<Difference> differences = new ArrayList<>();
        for (String name : names) {
            if (!stored.path(name).equals(draft.path(name))) {
                differences.add(new Difference(name, text(name, stored.path(name)), text(name, draft.path(name))));
            }
        }
        return differences;
    }

    private static String text(String name, JsonNode value) {
        if (name.equals("source")) {
            return cut(MappedSource.of(value).expression());
        }
        return value.isNull() || value.isMissingNode()
                ? ""
                : cut(value.isValueNode() ? value.asText() : value.toString());
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
