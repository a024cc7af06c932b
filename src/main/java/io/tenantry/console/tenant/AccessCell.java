package io.tenantry.console.tenant;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What holds of one setting, in words.
 *
 * @param tone how it is coloured; the text says the same
 * @param detail what is behind the text, empty for nothing
 * @param source whose word it is
 */
public record AccessCell(String text, String tone, String detail, String source) {
    /** A switch. */
    static AccessCell flag(JsonNode setting, String on, String off) {
        boolean value = setting.path("value").asBoolean();
        return new AccessCell(value ? on : off, value ? "good" : "", "", source(setting));
    }

    /** A setting with both halves. */
    static AccessCell rule(JsonNode people, JsonNode applications) {
        String sources = source(people).equals(source(applications))
                ? source(people)
                : "people: " + source(people) + "; applications: " + source(applications);
        boolean all = isAll(people) && isAll(applications);
        if (all && access(people).equals(access(applications))) {
            boolean open = access(people).equals("allowed");
            return new AccessCell(open ? "Allowed" : "Blocked", open ? "good" : "", "", sources);
        }
        String detail = half("people", people) + "; " + half("applications", applications);
        return new AccessCell("In part", "warn", detail, sources);
    }

    private static String access(JsonNode half) {
        return half.at("/value/accessType").asText("");
    }

    private static boolean isAll(JsonNode half) {
        JsonNode targets = half.at("/value/targets");
        String target = targets.path(0).path("target").asText("");
        return targets.size() == 1 && (target.equals("AllUsers") || target.equals("AllApplications"));
    }

    private static String half(String name, JsonNode half) {
        int targets = half.at("/value/targets").size();
        return name + ": " + (isAll(half) ? "all" : targets + " chosen") + " " + access(half);
    }

    private static String source(JsonNode setting) {
        return setting.path("source").asText();
    }
}
