package io.tenantry.odata.edm;

import java.util.List;
import java.util.Optional;

/** A bound action or function. */
public record Operation(
        String name, boolean action, TypeRef boundTo, List<Parameter> parameters, Optional<TypeRef> result) {
    public record Parameter(String name, TypeRef type, boolean nullable) {}
}
