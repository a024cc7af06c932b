package io.tenantry.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Json;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Operation;
import io.tenantry.odata.edm.TypeRef;
import java.util.List;
import java.util.Optional;

/** Actions and functions that are bound to what stands at a place. */
final class BoundOperations {
    /** Nobody registers it: it is the pipeline's own. */
    private static final String DELTA = "delta";

    private final GraphModel model;
    private final GraphRegistry registry;
    private final Paths paths;
    private final SchemaComponents schemas;

    BoundOperations(GraphModel model, GraphRegistry registry, Paths paths, SchemaComponents schemas) {
        this.model = model;
        this.registry = registry;
        this.paths = paths;
        this.schemas = schemas;
    }

    void at(Place place) {
        for (List<Operation> overloads : model.operations()) {
            model.operation(overloads.get(0).name(), place.type(), place.collection())
                    .filter(operation -> served(place, operation))
                    .ifPresent(operation -> add(place, operation));
        }
    }

    /** Registered for the type, a base, or a type derived from it: which one is looked up by the object at hand. */
    private boolean served(Place place, Operation operation) {
        List<String> types = model.types().stream()
                .filter(type -> type.isA(place.type().name()) || place.type().isA(type.name()))
                .map(type -> place.collection() ? "Collection(" + type.name() + ")" : type.name())
                .toList();
        return operation.name().equals(DELTA)
                || registry.operation(types, operation.name()).isPresent();
    }

    private void add(Place place, Operation operation) {
        String segment = "/" + operation.name();
        if (operation.action()) {
            paths.add("POST", place.address() + segment, place.template() + segment, () -> action(place, operation));
        } else {
            String address = place.address() + segment + arguments(operation);
            paths.add("GET", address, place.template() + segment, () -> function(place, operation));
        }
    }

    private OperationObject action(Place place, Operation action) {
        OperationObject object = new OperationObject(place, action.name(), "Invoke " + action.name());
        parameters(action).ifPresent(object::body);
        return action.result()
                .map(result -> object.answers("2XX", result(result)))
                .orElseGet(object::answersNothing);
    }

    private OperationObject function(Place place, Operation function) {
        OperationObject object = new OperationObject(place, function.name(), "Invoke " + function.name());
        if (function.name().equals(DELTA)) {
            return object.takes(QueryParameters.ofDelta()).answers("200", schemas.delta(place.type()));
        }
        function.parameters().forEach(p -> object.key(p.name(), "Argument of the function"));
        return object.answers("200", result(function.result().orElseThrow()));
    }

    private static String arguments(Operation function) {
        List<String> arguments = function.parameters().stream()
                .map(parameter -> parameter.name() + "='{" + parameter.name() + "}'")
                .toList();
        return arguments.isEmpty() ? "" : "(" + String.join(",", arguments) + ")";
    }

    private Optional<ObjectNode> parameters(Operation action) {
        ObjectNode body = Json.object().put("type", "object");
        ObjectNode properties = body.putObject("properties");
        action.parameters().forEach(p -> properties.set(p.name(), schemas.of(p.type(), p.nullable())));
        return action.parameters().isEmpty() ? Optional.empty() : Optional.of(body);
    }

    private ObjectNode result(TypeRef result) {
        boolean entity = result.kind() == TypeRef.Kind.ENTITY;
        if (result.collection() && entity) {
            return schemas.page(model.type(result.name()));
        }
        ObjectNode value = schemas.of(result, false);
        boolean object = !result.collection() && (entity || result.kind() == TypeRef.Kind.COMPLEX);
        return object ? value : SchemaComponents.wrapped(value);
    }
}
