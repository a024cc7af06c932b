package io.tenantry.graph.delta;

import io.tenantry.error.GraphError;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.query.DeltaToken;
import io.tenantry.odata.query.Query;
import io.tenantry.odata.query.QueryOptions;
import io.tenantry.store.key.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which objects a delta query is about: those of a type, narrowed to some ids, or to the types that
 * {@code directoryObjects/delta?$filter=isof('microsoft.graph.user') or …} asks for (directory.md §10, §17).
 *
 * @param types short names, empty for every directory object
 * @param ids empty for all of them
 */
record DeltaScope(List<String> types, List<String> ids) {
    private static final String ANY = "directoryObject";
    private static final Pattern ISOF = Pattern.compile("isof\\(\\s*'([^']+)'\\s*\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEVERAL =
            Pattern.compile("\\s*" + ISOF + "\\s*(or\\s+" + ISOF + "\\s*)*+", Pattern.CASE_INSENSITIVE);

    /** A part of a statement with the values of its marks. */
    record Condition(String text, List<Object> values) {}

    static DeltaScope of(DeltaToken token, GraphModel model, StructuredType type) {
        boolean any = type.name().equals(ANY);
        if (any && token.filter().filter(f -> SEVERAL.matcher(f).matches()).isPresent()) {
            return new DeltaScope(narrowed(token.filter().get(), model), List.of());
        }
        QueryOptions options = new QueryOptions(
                token.filter().map(filter -> Map.of("filter", filter)).orElse(Map.of()));
        List<String> ids =
                Query.filter(options, model, type, true).map(DeltaIds::of).orElse(List.of());
        return new DeltaScope(any ? List.of() : List.of(type.name()), ids);
    }

    private static List<String> narrowed(String filter, GraphModel model) {
        Matcher isof = ISOF.matcher(filter);
        List<String> types = new ArrayList<>();
        while (isof.find()) {
            String name = isof.group(1);
            types.add(model.findType(name)
                    .filter(type -> type.isA(ANY))
                    .orElseThrow(() -> GraphError.malformed(
                            "Invalid filter clause: The type '" + name + "' is not a type of directory object."))
                    .name());
        }
        return types.contains(ANY) ? List.of() : types;
    }

    String table() {
        return Tables.of(types.isEmpty() ? ANY : types.get(0)).name();
    }

    /** Narrows {@code table()}. */
    Condition ofObjects() {
        return condition("id", "");
    }

    /** Narrows {@code change}, which has grants besides directory objects. */
    Condition ofChanges() {
        return condition("object_id", " and type <> 'oAuth2PermissionGrant'");
    }

    /** The index that has the narrowed changes together; without one they are read in the order of the sequence. */
    Optional<String> indexOfChanges() {
        if (!ids.isEmpty()) {
            return Optional.of("change_object");
        }
        return types.size() == 1 ? Optional.of("change_type") : Optional.empty();
    }

    private Condition condition(String id, String ofAny) {
        List<Object> values = new ArrayList<>();
        String text = types.isEmpty() ? ofAny : " and type in ?";
        if (!types.isEmpty()) {
            values.add(types);
        }
        if (!ids.isEmpty()) {
            text += " and " + id + " in ?";
            values.add(ids);
        }
        return new Condition(text, values);
    }
}
