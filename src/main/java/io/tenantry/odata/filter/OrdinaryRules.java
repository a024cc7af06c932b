package io.tenantry.odata.filter;

import io.tenantry.odata.edm.FilterSupport;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import java.util.Optional;

/**
 * What collections outside of the directory take in {@code $filter}. Logs and roles have their own lists of properties and operators
 * (synchronization-api.md §11.2, directory.md §13.3, §16); where a type has none, everything is served.
 */
final class OrdinaryRules {
    private final StructuredType type;
    private final boolean listed;
    /** Null outside of {@code any(…)}. */
    private final Path collection;

    OrdinaryRules(StructuredType type) {
        this(type, isListed(type), null);
    }

    private OrdinaryRules(StructuredType type, boolean listed, Path collection) {
        this.type = type;
        this.listed = listed;
        this.collection = collection;
    }

    private static boolean isListed(StructuredType type) {
        return type.properties().stream()
                .anyMatch(property -> !property.name().equals(type.key())
                        && !property.filter().none());
    }

    void check(Filter filter) {
        if (filter instanceof Filter.And and) {
            check(and.left());
            check(and.right());
        } else if (filter instanceof Filter.Or or) {
            check(or.left());
            check(or.right());
        } else if (filter instanceof Filter.Not not) {
            check(not.operand());
        } else if (filter instanceof Filter.Size size) {
            throw FilterRules.clause(type, size.relationship().name());
        } else if (listed) {
            checkClause(filter);
        }
    }

    private void checkClause(Filter filter) {
        if (filter instanceof Filter.Compare compare) {
            require(compare.path(), compare.operator().word());
        } else if (filter instanceof Filter.In in) {
            require(in.path(), "in");
        } else if (filter instanceof Filter.Match match) {
            require(match.path(), match.function().word());
        } else if (filter instanceof Filter.Any any) {
            new OrdinaryRules(type, true, any.collection()).check(any.condition());
        }
    }

    /** A property of a complex value or of an element has the operators of the whole where it has none of its own. */
    private void require(Path path, String operator) {
        Optional<FilterSupport> own =
                Optional.ofNullable(path.property()).map(Property::filter).filter(support -> !support.none());
        FilterSupport support = own.or(() -> whole(path).map(Property::filter)).orElse(FilterSupport.NONE);
        if (!support.plain().contains(operator) && !support.advanced().contains(operator)) {
            throw FilterRules.clause(type, (collection == null ? path : collection).joined());
        }
    }

    private Optional<Property> whole(Path path) {
        return Optional.ofNullable(collection)
                .map(Path::property)
                .or(() -> type.property(path.names().get(0)));
    }
}
