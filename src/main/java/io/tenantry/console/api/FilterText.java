package io.tenantry.console.api;

import java.util.ArrayList;
import java.util.List;

/** A {@code $filter} of OData in the making: all of its conditions, those without a value left out. */
public final class FilterText {
    private final List<String> conditions = new ArrayList<>();

    public FilterText equal(String property, String value) {
        return add(property + " eq ", literal(value), "", value);
    }

    public FilterText contains(String property, String value) {
        return add("contains(" + property + ",", literal(value), ")", value);
    }

    public FilterText startsWith(String property, String value) {
        return add("startsWith(" + property + ",", literal(value), ")", value);
    }

    /** @param moment as in OData, without quotes */
    public FilterText since(String property, String moment) {
        return add(property + " ge ", moment, "", moment);
    }

    private FilterText add(String before, String literal, String after, String value) {
        if (!value.isBlank()) {
            conditions.add(before + literal + after);
        }
        return this;
    }

    private static String literal(String value) {
        return "'" + value.strip().replace("'", "''") + "'";
    }

    /** Empty where nothing is asked for. */
    public String text() {
        return String.join(" and ", conditions);
    }
}
