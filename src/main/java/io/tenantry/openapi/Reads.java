package io.tenantry.openapi;

import java.util.function.Supplier;

/** What can be read at a place. */
final class Reads {
    private final Paths paths;
    private final SchemaComponents schemas;

    Reads(Paths paths, SchemaComponents schemas) {
        this.paths = paths;
        this.schemas = schemas;
    }

    void at(Place place) {
        if (place.collection()) {
            list(place);
            count(place);
        } else {
            one(place);
        }
    }

    private void list(Place place) {
        get(place, () -> new OperationObject(place, "list", "List " + place.name())
                .takes(QueryParameters.ofCollection(place.type()))
                .answers("200", schemas.page(place.type())));
    }

    private void count(Place place) {
        paths.add("GET", place.address() + "/$count", place.template(), () -> new OperationObject(
                        place, "count", "Count " + place.name())
                .takes(QueryParameters.ofCount(place.type()))
                .answers("200", "text/plain", PrimitiveSchema.of("Edm.Int32", false)));
    }

    private void one(Place place) {
        get(place, () -> new OperationObject(place, "get", "Get " + place.type().name())
                .takes(QueryParameters.ofOne())
                .answers("200", schemas.of(place.type())));
    }

    private void get(Place place, Supplier<OperationObject> operation) {
        paths.add("GET", place.address(), place.template(), operation);
    }
}
