package io.tenantry.odata.body;

import io.tenantry.error.GraphError;
import io.tenantry.odata.edm.StructuredType;
import java.util.Locale;

/** A property of a body: errors name it together with the resource, as {@code User}. */
record Place(String property, String resource) {
    static Place of(String property, StructuredType type) {
        String name = type.name();
        return new Place(property, name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    }

    GraphError misfit() {
        return GraphError.invalidValue(property, resource);
    }
}
