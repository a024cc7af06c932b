package io.tenantry.openapi;

import io.tenantry.family.GraphRegistry;
import io.tenantry.format.PascalCase;
import io.tenantry.odata.edm.Property;
import java.util.function.Supplier;

/** What families registered to be written at a place. */
final class Writes {
    private final GraphRegistry registry;
    private final Paths paths;
    private final SchemaComponents schemas;

    Writes(GraphRegistry registry, Paths paths, SchemaComponents schemas) {
        this.registry = registry;
        this.paths = paths;
        this.schemas = schemas;
    }

    void at(Place place) {
        String template = place.template();
        if (registry.create(template).isPresent()) {
            add("POST", place, () -> entity(place, "create").answers("201", schemas.of(place.type())));
        }
        if (registry.update(template).isPresent()) {
            add("PATCH", place, () -> entity(place, "update").answersNothing());
        }
        if (registry.delete(template).isPresent()) {
            add("DELETE", place, () -> new OperationObject(place, "delete", "Delete " + name(place)).answersNothing());
        }
        written("POST", "create", place);
        written("PATCH", "update", place);
        written("PUT", "put", place);
        place.type().properties().forEach(property -> property(place, property));
    }

    /** Writes with an answer of their own: the entity, or nothing. */
    private void written(String method, String verb, Place place) {
        if (registry.write(method, place.template()).isPresent()) {
            add(method, place, () -> entity(place, verb).answers("2XX", schemas.of(place.type())));
        }
    }

    /** Properties that are written by themselves. */
    private void property(Place place, Property property) {
        String segment = "/" + property.name();
        if (!place.collection()
                && registry.write("PUT", place.template() + segment).isPresent()) {
            Supplier<OperationObject> put =
                    () -> new OperationObject(place, "put" + segment.replace("/", "."), "Put " + property.name())
                            .body(SchemaComponents.wrapped(schemas.of(property.type(), property.nullable())))
                            .answersNothing();
            paths.add("PUT", place.address() + segment, place.template() + segment, put);
        }
    }

    private OperationObject entity(Place place, String verb) {
        String summary = PascalCase.of(verb) + " " + name(place);
        return new OperationObject(place, verb, summary).body(schemas.of(place.type()));
    }

    private void add(String method, Place place, Supplier<OperationObject> operation) {
        paths.add(method, place.address(), place.template(), operation);
    }

    private static String name(Place place) {
        return place.type().name();
    }
}
