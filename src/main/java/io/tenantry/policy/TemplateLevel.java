package io.tenantry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.store.Entity;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** {@code templateApplicationLevel}: flags, written as a comma list (cross-tenant-access-policy.md §3.6). */
final class TemplateLevel {
    static final String PROPERTY = "templateApplicationLevel";
    static final String NEW_PARTNERS = "newPartners";
    static final String EXISTING_PARTNERS = "existingPartners";
    static final String ALL = NEW_PARTNERS + "," + EXISTING_PARTNERS;
    private static final String NONE = "none";
    private static final List<String> FLAGS = List.of(NEW_PARTNERS, EXISTING_PARTNERS);

    private TemplateLevel() {}

    /** The flags in their order. An empty text, which the tutorial sends to switch a template off, and null are none. */
    static String canonical(JsonNode sent) {
        List<String> given = sent.isNull()
                ? List.of()
                : Arrays.stream(sent.asText().split(","))
                        .map(String::trim)
                        .filter(flag -> !flag.isEmpty() && !flag.equals(NONE))
                        .toList();
        if (!FLAGS.containsAll(given)) {
            throw PolicyErrors.invalidValue(PROPERTY);
        }
        String flags = FLAGS.stream().filter(given::contains).collect(Collectors.joining(","));
        return flags.isEmpty() ? NONE : flags;
    }

    /** Whether a template applies to a partner that had, or had not, a configuration before. */
    static boolean covers(Entity template, boolean existing) {
        return Arrays.asList(template.text(PROPERTY).split(",")).contains(existing ? EXISTING_PARTNERS : NEW_PARTNERS);
    }
}
