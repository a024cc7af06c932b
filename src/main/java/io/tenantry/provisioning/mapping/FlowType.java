package io.tenantry.provisioning.mapping;

import java.util.Arrays;
import java.util.Optional;

/** When a mapping writes (attributeMapping.flowType, provisioning-engine.md §4.2). */
public enum FlowType {
    ALWAYS("Always"),
    OBJECT_ADD_ONLY("ObjectAddOnly"),
    MULTI_VALUE_ADD_ONLY("MultiValueAddOnly"),
    VALUE_ADD_ONLY("ValueAddOnly"),
    ATTRIBUTE_ADD_ONLY("AttributeAddOnly");

    private final String wireName;

    FlowType(String wireName) {
        this.wireName = wireName;
    }

    static Optional<FlowType> named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.wireName.equalsIgnoreCase(name))
                .findFirst();
    }

    /** Whether an update of an existing object writes. A null value never clears, so removals need no rule of their own. */
    boolean updates(boolean targetEmpty) {
        return switch (this) {
            case ALWAYS, VALUE_ADD_ONLY -> true;
            case OBJECT_ADD_ONLY -> false;
            case MULTI_VALUE_ADD_ONLY, ATTRIBUTE_ADD_ONLY -> targetEmpty;
        };
    }
}
