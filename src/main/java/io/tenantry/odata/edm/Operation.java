package io.tenantry.odata.edm;

import java.util.List;
import java.util.Optional;

/**
 * A bound action or function.
 *
 * @param needsBody an action that cannot be called without parameters
 */
public record Operation(
        String name,
        boolean action,
        TypeRef boundTo,
        List<Parameter> parameters,
        boolean needsBody,
        Optional<TypeRef> result) {
    public record Parameter(String name, TypeRef type, boolean nullable) {}
}
