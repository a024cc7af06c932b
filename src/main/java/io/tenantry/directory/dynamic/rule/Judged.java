package io.tenantry.directory.dynamic.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.regex.Steps;
import java.time.Instant;
import java.util.Set;

/** A user while one rule is asked about it: all its regular expressions together may take so many steps. */
record Judged(Subject user, Steps steps) implements Subject {
    @Override
    public JsonNode value(String path) {
        return user.value(path);
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
}
