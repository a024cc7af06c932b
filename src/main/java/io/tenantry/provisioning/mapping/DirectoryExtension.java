package io.tenantry.provisioning.mapping;

import com.fasterxml.jackson.databind.node.TextNode;
import io.tenantry.directory.object.ExtensionValues;
import io.tenantry.provisioning.expression.date.Moments;
import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.expression.value.Value;
import io.tenantry.store.Entity;
import java.time.ZoneOffset;

/** A directory extension of the target, of one value and of the type that it was defined with (directory.md §11). */
record DirectoryExtension(String name, String dataType) implements TargetAttribute {
    @Override
    public Value read(Entity target) {
        return PropertyValues.of(target.properties().path(name));
    }

    /** A date is kept as ISO 8601 in UTC. */
    @Override
    public Value accept(Value mapped) {
        return switch (dataType) {
            case "Boolean" -> TypedValues.flag(name, mapped);
            case "Integer" -> TypedValues.whole(name, mapped, Integer.MAX_VALUE);
            case "LargeInteger" -> TypedValues.whole(name, mapped, Long.MAX_VALUE);
            case "DateTime" -> moment(mapped);
            default -> TypedValues.text(name, mapped, text -> ExtensionValues.fits(dataType, TextNode.valueOf(text)));
        };
    }

    private Value moment(Value mapped) {
        try {
            return Value.of(Moments.of(mapped).toInstant(ZoneOffset.UTC).toString());
        } catch (ExpressionError e) {
            throw TypedValues.unfit(name, mapped.text(), "a date");
        }
    }

    @Override
    public void write(Entity target, Value value) {
        if (value instanceof Value.Flag flag) {
            target.set(name, flag.value());
        } else if (value instanceof Value.Whole whole) {
            target.properties().put(name, whole.value());
        } else {
            target.set(name, value.text());
        }
    }
}
