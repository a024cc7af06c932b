package io.tenantry.openapi;

import io.tenantry.family.GraphRegistry;
import java.util.function.Supplier;

/** {@code …/$ref}: which objects are referred to, and the changes of it that families registered. */
final class ReferenceOperations {
    private final GraphRegistry registry;
    private final Paths paths;

    ReferenceOperations(GraphRegistry registry, Paths paths) {
        this.registry = registry;
        this.paths = paths;
    }

    void at(Place place) {
        String rules = place.template() + "/$ref";
        if (place.keyed()) {
            remove(place, rules.replace("/{}/$ref", "/$ref"));
        } else if (place.collection()) {
            add("GET", place, () -> operation(place, "listRef", "List references to")
                    .answers("200", ServiceComponents.schema("referenceCollectionResponse")));
            refer("POST", place, rules);
        } else {
            add("GET", place, () -> operation(place, "getRef", "Get the reference to")
                    .answers("200", ServiceComponents.schema("reference")));
            refer("PUT", place, rules);
            remove(place, rules);
        }
    }

    private void refer(String method, Place place, String rules) {
        if (registry.addReference(rules).isPresent()) {
            add(method, place, () -> operation(place, "addRef", "Refer to")
                    .body(ServiceComponents.schema("reference"))
                    .answersNothing());
        }
    }

    private void remove(Place place, String rules) {
        if (registry.removeReference(rules).isPresent()) {
            add("DELETE", place, () -> operation(place, "removeRef", "Take away the reference to")
                    .answersNothing());
        }
    }

    private static OperationObject operation(Place place, String verb, String summary) {
        return new OperationObject(place, verb, summary + " " + place.type().name());
    }

    private void add(String method, Place place, Supplier<OperationObject> operation) {
        paths.add(method, place.address() + "/$ref", place.template() + "/$ref", operation);
    }
}
