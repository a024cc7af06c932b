package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code Item(attribute, index)}: one of several values, counted from 1; nothing past the last. */
public final class Item extends StrictFunction {
    public Item() {
        super("Item", Parameter.required("attribute"), Parameter.required("index", "Integer"));
    }

    @Override
    protected Body body() {
        return arguments -> item(arguments.items(0), arguments.whole(1));
    }

    private static Value item(List<Value> items, long index) {
        if (index < 1) {
            throw ExpressionError.argument("items are counted from 1");
        }
        return index <= items.size() ? items.get((int) index - 1) : Value.NOTHING;
    }
}
