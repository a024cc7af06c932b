package io.tenantry.graph.pipeline;

import io.tenantry.error.GraphError;
import io.tenantry.family.GraphRegistry;
import io.tenantry.odata.edm.Operation;
import io.tenantry.odata.edm.StructuredType;
import java.util.List;

/** Finds who serves an action or function. */
final class Operations {
    private Operations() {}

    /** Looks at the type of the entity at hand first, then at its bases: {@code restore} of a user, of any directory object. */
    static GraphRegistry.Operation find(RoutedCall routed, Operation operation, Target target) {
        StructuredType type = target instanceof Target.One one && one.entity() != null
                ? routed.model().type(one.entity().type())
                : target.type();
        List<String> names = target instanceof Target.Many
                ? type.lineage().stream()
                        .map(name -> "Collection(" + name + ")")
                        .toList()
                : type.lineage();
        return routed.registry()
                .operation(names, operation.name())
                .orElseThrow(() -> GraphError.unknownSegment(operation.name()));
    }
}
