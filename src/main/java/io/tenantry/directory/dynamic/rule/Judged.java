package io.tenantry.directory.dynamic.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.regex.Steps;

/** A user while one rule is asked about it: all its regular expressions together may take so many steps. */
record Judged(Subject user, Steps steps) implements OfUser {
    @Override
    public JsonNode value(String path) {
        return user.value(path);
    }
}
