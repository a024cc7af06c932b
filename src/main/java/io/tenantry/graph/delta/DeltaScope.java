package io.tenantry.graph.delta;

import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.filter.Filter;
import io.tenantry.odata.query.Query;
import io.tenantry.odata.query.QueryOptions;
import io.tenantry.resource.GraphError;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which objects a delta query is about: those of a type, narrowed to some ids, or to the type that
 * {@code directoryObjects/delta?$filter=isof('microsoft.graph.user')} asks for (directory.md §10, §17).
 */
record DeltaScope(StructuredType type, Optional<Filter> filter, Optional<Set<String>> ids) {
    private static final Pattern ISOF =
            Pattern.compile("\\s*isof\\(\\s*'([^']+)'\\s*\\)\\s*", Pattern.CASE_INSENSITIVE);

    static DeltaScope of(Optional<String> filter, GraphModel model, StructuredType type) {
        Optional<Matcher> isof = filter.map(ISOF::matcher).filter(Matcher::matches);
        if (isof.isPresent() && type.name().equals("directoryObject")) {
            return new DeltaScope(narrowed(isof.get().group(1), model), Optional.empty(), Optional.empty());
        }
        QueryOptions options =
                new QueryOptions(filter.map(f -> Map.of("filter", f)).orElse(Map.of()));
        Optional<Filter> parsed = Query.filter(options, model, type, true);
        return new DeltaScope(type, parsed, DeltaIds.of(parsed));
    }

    private static StructuredType narrowed(String name, GraphModel model) {
        return model.findType(GraphModel.shortName(name))
                .filter(type -> type.isA("directoryObject"))
                .orElseThrow(() -> GraphError.malformed(
                        "Invalid filter clause: The type '" + name + "' is not a type of directory object."));
    }

    boolean holds(String id) {
        return ids.isEmpty() || ids.get().contains(id);
    }
}
