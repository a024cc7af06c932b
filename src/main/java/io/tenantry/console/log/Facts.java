package io.tenantry.console.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Named values to be listed; those without value are left out. */
final class Facts {
    private final List<Map.Entry<String, String>> facts = new ArrayList<>();

    Facts with(String name, JsonNode value) {
        return with(name, value.isContainerNode() ? value.toString() : value.asText(""));
    }

    Facts with(String name, String value) {
        if (!value.isEmpty() && !value.equals("null")) {
            facts.add(Map.entry(name, value));
        }
        return this;
    }

    List<Map.Entry<String, String>> all() {
        return facts;
    }
}
