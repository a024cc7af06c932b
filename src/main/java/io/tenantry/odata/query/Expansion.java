package io.tenantry.odata.query;

import io.tenantry.error.GraphError;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.edm.StructuredType;
import java.util.ArrayList;
import java.util.List;

/**
 * One relationship of {@code $expand} with its nested {@code $select} (odata-protocol.md §10).
 *
 * @param levels how often the relationship is followed; more than once only for {@code manager($levels=n)}
 */
public record Expansion(Navigation navigation, Selection selection, int levels) {
    /** {@code $levels=max} ends somewhere even where managers stand in a circle. */
    private static final int MAX_LEVELS = 64;

    /** Throws 400 for a name that the type does not have, and for more than one relationship where only one is taken. */
    public static List<Expansion> parse(String option, GraphModel model, StructuredType type) {
        List<Expansion> expansions = new ArrayList<>();
        for (String part : Terms.of(option)) {
            expansions.add(one(part, model, type));
        }
        if (type.oneExpanded() && expansions.size() > 1) {
            throw GraphError.unsupportedQuery("Only one property can be expanded in a request.");
        }
        return expansions;
    }

    private static Expansion one(String part, GraphModel model, StructuredType type) {
        int open = part.indexOf('(');
        String name = open < 0 ? part : part.substring(0, open).trim();
        String options =
                open < 0 ? "" : part.substring(open + 1, part.endsWith(")") ? part.length() - 1 : part.length());
        Navigation navigation = type.navigation(name).orElseThrow(() -> unknown(type, name));
        if (type.unexpanded()) {
            throw notExpanded(name);
        }
        StructuredType target = model.type(navigation.target());
        Selection selection = Selection.DEFAULT;
        int levels = 1;
        for (String nested : Terms.between(options, ';')) {
            if (nested.isBlank()) {
                continue;
            }
            int equals = nested.indexOf('=');
            String option =
                    equals < 0 ? nested.trim() : nested.substring(0, equals).trim();
            if (option.replace("$", "").equalsIgnoreCase("select")) {
                selection = selection(nested.substring(equals + 1), model, target);
            } else if (option.replace("$", "").equalsIgnoreCase("levels")
                    && navigation.name().equals("manager")) {
                levels = levels(nested.substring(equals + 1).trim());
            } else {
                throw GraphError.unsupportedQuery("The query option '" + option + "' is not supported within $expand.");
            }
        }
        return new Expansion(navigation, selection, levels);
    }

    private static Selection selection(String names, GraphModel model, StructuredType target) {
        return names.isBlank() ? Selection.DEFAULT : Selection.parse(names, model, target, false);
    }

    private static int levels(String text) {
        if (text.equalsIgnoreCase("max")) {
            return MAX_LEVELS;
        }
        if (!text.matches("[1-9]\\d{0,2}")) {
            throw GraphError.malformed("Invalid value '" + text + "' for $levels query option found.");
        }
        return Math.min(Integer.parseInt(text), MAX_LEVELS);
    }

    /** What is expanded of the entity that this leads to. */
    public List<Expansion> deeper() {
        return levels > 1 ? List.of(new Expansion(navigation, selection, levels - 1)) : List.of();
    }

    private static GraphError notExpanded(String name) {
        return GraphError.of(
                400,
                "ExpandNotSupported",
                "Expand is not allowed for property '" + name + "' according to the entity schema.");
    }

    private static GraphError unknown(StructuredType type, String name) {
        if (type.property(name).isPresent()) {
            return notExpanded(name);
        }
        return GraphError.malformed("Parsing OData Select and Expand failed: Could not find a property named '" + name
                + "' on type 'microsoft.graph." + type.name() + "'.");
    }

    /** As it stands in a context: {@code manager()}, {@code manager(id,displayName)}. */
    public String context() {
        return navigation.name() + "(" + selection.joined() + ")";
    }
}
