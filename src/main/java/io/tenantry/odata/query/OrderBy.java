package io.tenantry.odata.query;

import io.tenantry.error.GraphError;
import io.tenantry.format.PascalCase;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.edm.TypeRef;
import io.tenantry.odata.filter.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code $orderby}. Directory objects and logs are sorted by what is documented of their type, which no part of a complex value is
 * (odata-protocol.md §6); where nothing is, by every single value.
 */
public final class OrderBy {
    private static final String[] NONE = {};

    private final GraphModel model;
    private final StructuredType type;
    private final boolean advanced;
    private final boolean listed;

    OrderBy(GraphModel model, StructuredType type, boolean advanced) {
        this.model = model;
        this.type = type;
        this.advanced = advanced;
        this.listed = type.directory()
                || type.properties().stream().anyMatch(property -> property.sort() == Property.Sort.PLAIN);
    }

    /** Throws 400 for a name that the type does not have, and for what is not sorted by. */
    List<Order> of(QueryOptions options, Criteria criteria) {
        List<Order> order = new ArrayList<>();
        for (String part :
                options.text("orderby").map(keys -> keys.split(",", -1)).orElse(NONE)) {
            Order next = one(part.trim());
            if (order.stream().noneMatch(before -> before.path().equals(next.path()))) {
                order.add(next); // once sorted by a property, sorting by it again changes nothing
            }
        }
        if (criteria.search().isPresent()
                && order.stream().anyMatch(each -> !each.path().joined().equals("displayName"))) {
            throw GraphError.unsupportedQuery("An unsupported property was specified.");
        }
        if (!order.isEmpty() && criteria.filter().isPresent() && type.directory() && !advanced) {
            throw unsupported();
        }
        return order;
    }

    /** Of a plain query that has to be an advanced one, and of what has its own order. */
    public static GraphError unsupported() {
        return GraphError.unsupportedQuery("Sorting not supported for current query.");
    }

    private Order one(String part) {
        String[] words = part.split("\\s+");
        boolean descending = words.length > 1 && words[1].equalsIgnoreCase("desc");
        if (part.isEmpty()
                || words.length > 2
                || words.length == 2 && !descending && !words[1].equalsIgnoreCase("asc")) {
            throw GraphError.malformed("Invalid orderby clause: Syntax error in '" + part + "'.");
        }
        return new Order(path(words[0].split("/", -1)), descending);
    }

    private Path path(String... segments) {
        List<String> names = new ArrayList<>();
        StructuredType at = type;
        Property last = null;
        boolean single = true;
        for (String segment : segments) {
            if (last != null && last.type().kind() != TypeRef.Kind.COMPLEX) {
                throw unknown(segment, at);
            }
            at = last == null ? type : model.type(last.type().name());
            StructuredType holder = at;
            last = at.property(segment).orElseThrow(() -> unknown(segment, holder));
            names.add(last.name());
            single &= !last.type().collection();
        }
        Path path = new Path(List.copyOf(names), last, type.name(), false);
        if (!single || !isSortable(last, names.size() > 1)) {
            throw unsorted(path);
        }
        return path;
    }

    private boolean isSortable(Property property, boolean nested) {
        if (listed) {
            return !nested
                    && (property.sort() == Property.Sort.PLAIN
                            || property.sort() == Property.Sort.ADVANCED && advanced);
        }
        return property.type().kind() != TypeRef.Kind.COMPLEX;
    }

    private GraphError unsorted(Path path) {
        return GraphError.unsupportedQuery(
                "Unsupported sort property '" + path.joined() + "' for '" + PascalCase.of(type.name()) + "'.");
    }

    private static GraphError unknown(String name, StructuredType type) {
        return type.name().equals("directoryObject")
                ? GraphError.malformed(
                        "Given expression for $orderby Microsoft.OData.UriParser.SingleValueOpenPropertyAccessNode is not supported")
                : GraphError.malformed("Invalid orderby clause: Could not find a property named '" + name
                        + "' on type 'microsoft.graph." + type.name() + "'.");
    }
}
