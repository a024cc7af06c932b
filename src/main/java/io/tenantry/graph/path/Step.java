package io.tenantry.graph.path;

import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.edm.Operation;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import java.util.Map;

/** One segment of a path, or a key, as the Edm knows it. */
public sealed interface Step {
    record Root(GraphModel.Root root) implements Step {}

    /** @param property alternate key, null for the key itself; {@code value} is as sent, decoded */
    record Key(String property, String value) implements Step {}

    record Navigate(Navigation navigation) implements Step {}

    record Cast(StructuredType type) implements Step {}

    record Call(Operation operation, Map<String, String> parameters) implements Step {}

    record Value(Property property) implements Step {}
}
