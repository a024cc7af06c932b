package io.tenantry.provisioning.expression.value;

import java.util.function.Function;

/** What is made of a text that is nearly always a constant: what was made last is used again as long as the text is the same. */
public final class Remembered<T> {
    private final Function<String, T> make;
    private volatile Made<T> last;

    public Remembered(Function<String, T> make) {
        this.make = make;
    }

    private record Made<T>(String text, T value) {}

    public T of(String text) {
        Made<T> made = last;
        if (made == null || !made.text.equals(text)) {
            made = new Made<>(text, make.apply(text));
            last = made;
        }
        return made.value;
    }
}
