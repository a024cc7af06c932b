package io.tenantry.odata.search;

import io.tenantry.odata.edm.Property;
import io.tenantry.odata.filter.Path;

/** A search expression (odata-protocol.md §5). */
public sealed interface Search {
    record And(Search left, Search right) implements Search {}

    record Or(Search left, Search right) implements Search {}

    /** {@code "property:text"}. */
    record Clause(Property property, String text) implements Search {
        public Path path() {
            return Path.of(property);
        }
    }
}
