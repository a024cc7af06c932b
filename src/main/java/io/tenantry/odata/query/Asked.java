package io.tenantry.odata.query;

import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.filter.FilteredNames;
import io.tenantry.odata.search.Search;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a query asks of the objects that it finds: the properties by which it filters, searches or sorts, and the relationships whose
 * sizes it compares. Its answer tells of them even where it does not show them.
 */
public record Asked(Set<String> properties, Set<Navigation> relationships) {
    public static Asked by(StructuredType type, Criteria criteria, List<Order> order) {
        Set<String> names = new LinkedHashSet<>();
        criteria.filter().ifPresent(filter -> names.addAll(FilteredNames.of(filter)));
        criteria.search().ifPresent(search -> collect(search, names));
        order.forEach(each -> names.add(each.path().names().get(0)));
        Asked asked = new Asked(new LinkedHashSet<>(), new LinkedHashSet<>());
        names.forEach(name -> asked.add(type, name));
        return asked;
    }

    private void add(StructuredType type, String name) {
        if (type.property(name).isEmpty() && type.navigation(name).isPresent()) {
            relationships.add(type.navigation(name).get());
        } else {
            properties.add(name);
        }
    }

    private static void collect(Search search, Set<String> names) {
        if (search instanceof Search.And and) {
            collect(and.left(), names);
            collect(and.right(), names);
        } else if (search instanceof Search.Or or) {
            collect(or.left(), names);
            collect(or.right(), names);
        } else if (search instanceof Search.Clause clause) {
            names.add(clause.property().name());
        }
    }
}
