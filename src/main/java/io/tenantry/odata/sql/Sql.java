package io.tenantry.odata.sql;

import java.util.ArrayList;
import java.util.List;

/** A statement in the making: text, and the values bound to its marks. */
final class Sql {
    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    Sql add(String part, Object... bound) {
        text.append(part);
        values.addAll(List.of(bound));
        return this;
    }

    Sql add(Sql other) {
        text.append(other.text);
        values.addAll(other.values);
        return this;
    }

    String text() {
        return text.toString();
    }

    Object[] values() {
        return values.toArray();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }
}
