package io.tenantry.directory.dynamic.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.regex.Steps;
import java.time.Instant;
import java.util.Set;

/** One element of a collection, asked within -any or -all: {@code _} is the element itself. */
record Element(JsonNode element, Subject user) implements Subject {
    @Override
    public JsonNode value(String path) {
        return path.equals("_") ? element : element.get(path);
    }

    @Override
    public Set<String> directGroups() {
        return user.directGroups();
    }

    @Override
    public String manager() {
        return user.manager();
    }

    @Override
    public Instant now() {
        return user.now();
    }

    @Override
    public Steps steps() {
        return user.steps();
    }
}
