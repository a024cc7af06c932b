package io.tenantry.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import java.util.ArrayList;
import java.util.List;

/** Query options, by what is asked. */
final class QueryParameters {
    private QueryParameters() {}

    static List<String> ofCollection(StructuredType type) {
        List<String> names = new ArrayList<>(List.of("top", "filter", "orderby", "count", "select", "expand"));
        names.addAll(type.directory() ? advanced(type) : List.of("skip"));
        return names;
    }

    static List<String> ofCount(StructuredType type) {
        List<String> names = new ArrayList<>(List.of("filter"));
        names.addAll(type.directory() ? advanced(type) : List.of());
        return names;
    }

    static List<String> ofOne() {
        return List.of("select", "expand");
    }

    static List<String> ofDelta() {
        return List.of("select", "filter", "deltatoken");
    }

    private static List<String> advanced(StructuredType type) {
        boolean searchable = type.properties().stream().anyMatch(p -> p.search() != Property.Search.NONE);
        return searchable ? List.of("search", "consistencyLevel") : List.of("consistencyLevel");
    }

    /** The parameters that operations refer to. */
    static ObjectNode components() {
        ObjectNode all = Json.object();
        ObjectNode top = option(all, "top", "integer", "Size of a page.");
        top.put("minimum", 1).put("maximum", 999);
        option(all, "skip", "integer", "How many to leave out at the beginning.")
                .put("minimum", 0);
        option(all, "filter", "string", "A Boolean expression.");
        option(all, "search", "string", "Words to look for: \"property:word\". Needs ConsistencyLevel.");
        option(all, "orderby", "string", "Properties to sort by, each with asc or desc, separated by commas.");
        option(all, "count", "boolean", "Whether to answer the number of all as @odata.count.");
        option(all, "select", "string", "Properties to answer, separated by commas.");
        option(all, "expand", "string", "Relationships to answer with the object, separated by commas.");
        option(all, "deltatoken", "string", "Empty to begin anew, latest to begin with the next change.");
        ObjectNode level = all.putObject("consistencyLevel")
                .put("name", "ConsistencyLevel")
                .put("in", "header")
                .put("description", "With $count=true: advanced queries.");
        level.putObject("schema").put("type", "string").putArray("enum").add("eventual");
        return all;
    }

    private static ObjectNode option(ObjectNode all, String name, String type, String description) {
        ObjectNode parameter =
                all.putObject(name).put("name", "$" + name).put("in", "query").put("description", description);
        return parameter.putObject("schema").put("type", type);
    }
}
