package io.tenantry.directory.dynamic.rule;

import com.fasterxml.jackson.databind.JsonNode;

/** One element of a collection, asked within -any or -all: {@code _} is the element itself. */
record Element(JsonNode element, Subject user) implements OfUser {
    @Override
    public JsonNode value(String path) {
        return path.equals("_") ? element : element.get(path);
    }
}
