package io.tenantry.provisioning.expression.value;

import java.util.List;

/** The values of one call. */
public final class Arguments {
    private final Value[] values;
    private final Attributes attributes;

    Arguments(Value[] values, Attributes attributes) {
        this.values = values;
        this.attributes = attributes;
    }

    public Attributes attributes() {
        return attributes;
    }

    public int size() {
        return values.length;
    }

    /** Whether there is a value at a position: it was neither left out nor has it come to nothing. */
    public boolean has(int index) {
        return index < values.length && !values[index].isAbsent();
    }

    public Value value(int index) {
        return index < values.length ? values[index] : Value.NOTHING;
    }

    public String text(int index) {
        return value(index).single();
    }

    public long whole(int index) {
        return value(index).whole();
    }

    public List<Value> items(int index) {
        return value(index).items();
    }
}
