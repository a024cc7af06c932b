package io.tenantry.directory.dynamic.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.regex.Steps;
import java.time.Instant;
import java.util.Set;

/** The user that a rule is asked about. */
public interface Subject {
    /** A property by its Graph name, sub-properties behind a slash; null where there is none. */
    JsonNode value(String path);

    /** Ids of the groups that hold the user directly. */
    Set<String> directGroups();

    /** Id of the user's manager, null for none. */
    String manager();

    /** What {@code system.now} stands for. */
    Instant now();

    /** What the regular expressions of a rule may cost. */
    default Steps steps() {
        return new Steps();
    }
}
