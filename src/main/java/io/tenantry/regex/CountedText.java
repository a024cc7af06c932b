package io.tenantry.regex;

/**
 * A text whose reading is counted. An engine does a bounded amount of work between two characters that it reads, so this bounds what it
 * does, whichever engine it is.
 *
 * @param weight steps that may follow one character
 */
record CountedText(String text, int weight, Steps steps) implements CharSequence {
    @Override
    public char charAt(int index) {
        steps.take(weight);
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
