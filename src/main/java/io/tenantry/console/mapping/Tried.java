package io.tenantry.console.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What comes of a mapping.
 *
 * @param error what is wrong with the expression, or with the value; empty where nothing is
 * @param before the expression up to where the mistake is
 * @param at the character there; empty where no place is told
 * @param values what the target would get
 * @param fallback the default value
 * @param who on whom it was tried, empty for nobody
 */
public record Tried(
        String error, String before, String at, String after, List<String> values, String fallback, String who) {
    private static final Pattern POSITION = Pattern.compile(" at position (\\d{1,6})$");
    /** How much of the expression is shown around a mistake. */
    private static final int AROUND = 200;

    /** @param answer of {@code parseExpression} */
    static Tried of(String expression, JsonNode answer, String fallback, String who) {
        String error = answer.path("error").path("message").asText("");
        List<String> values = new ArrayList<>();
        answer.path("evaluationResult").forEach(each -> values.add(each.asText()));
        Matcher place = POSITION.matcher(error);
        return place.find()
                ? wrong(error, expression, Integer.parseInt(place.group(1)), who)
                : new Tried(error, "", "", "", values, fallback, who);
    }

    static Tried refused(String message) {
        return new Tried(message, "", "", "", List.of(), "", "");
    }

    /** Without a source there is nothing but the default value. */
    static Tried without(String fallback, String who) {
        return new Tried("", "", "", "", List.of(), fallback, who);
    }

    private static Tried wrong(String error, String expression, int position, String who) {
        int place = Math.min(position, expression.length());
        int end = Math.min(place + 1, expression.length());
        String before = expression.substring(Math.max(0, place - AROUND), place);
        String at = place == end ? " " : expression.substring(place, end);
        String after = expression.substring(end, Math.min(end + AROUND, expression.length()));
        return new Tried(error, before, at, after, List.of(), "", who);
    }

    public boolean isPlaced() {
        return !at.isEmpty();
    }
}
