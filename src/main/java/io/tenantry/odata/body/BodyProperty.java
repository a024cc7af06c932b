package io.tenantry.odata.body;

import io.tenantry.error.GraphError;
import io.tenantry.format.PascalCase;
import io.tenantry.odata.edm.StructuredType;

/** A property of a body: errors name it together with the resource, as {@code User}. */
record BodyProperty(String property, String resource) {
    static BodyProperty of(String property, StructuredType type) {
        return new BodyProperty(property, PascalCase.of(type.name()));
    }

    GraphError misfit() {
        return GraphError.invalidValue(property, resource);
    }
}
