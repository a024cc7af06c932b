package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Attributes;
import io.tenantry.regex.Steps;

/** Looks for texts in a text. What that can cost is taken from the steps that one object has: a long text that nearly matches everywhere is
 * compared as often as it is long. */
final class Search {
    /** A comparison of characters takes that much less than a step of a regular expression. */
    private static final int COMPARISONS_A_STEP = 100;

    private final String text;
    private final Steps steps;

    private Search(String text, Steps steps) {
        this.text = text;
        this.steps = steps;
    }

    static Search in(String text, Attributes attributes) {
        return new Search(text, attributes.steps());
    }

    int indexOf(String wanted, int from) {
        int found = text.indexOf(wanted, from);
        int passed = (found < 0 ? text.length() : found) - Math.min(from, text.length());
        steps.take((int) ((long) passed * wanted.length() / COMPARISONS_A_STEP));
        return found;
    }
}
