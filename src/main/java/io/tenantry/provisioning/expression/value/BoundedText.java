package io.tenantry.provisioning.expression.value;

/** A text that a function puts together. It ends, with an error, where it would become longer than values may be. */
public final class BoundedText {
    private final StringBuilder text = new StringBuilder();

    public BoundedText append(String source, int start, int end) {
        if (text.length() + end - start > Value.LONGEST) {
            throw ExpressionError.tooLong();
        }
        text.append(source, start, end);
        return this;
    }

    public BoundedText append(String part) {
        return append(part, 0, part.length());
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    public Value value() {
        return new Value.Text(text.toString());
    }
}
