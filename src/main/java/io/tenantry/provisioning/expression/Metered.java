package io.tenantry.provisioning.expression;

import io.tenantry.provisioning.expression.value.Attributes;
import io.tenantry.provisioning.expression.value.Surroundings;
import io.tenantry.provisioning.expression.value.Value;
import io.tenantry.regex.Steps;

/** The attributes of one object while it is judged: all its regular expressions together may take so many steps. */
public record Metered(Attributes attributes, Steps steps, Surroundings surroundings) implements Attributes {
    public static Metered of(Attributes attributes) {
        return of(attributes, attributes.surroundings());
    }

    public static Metered of(Attributes attributes, Surroundings surroundings) {
        return new Metered(attributes, new Steps(), surroundings);
    }

    @Override
    public Value get(String name) {
        return attributes.get(name);
    }
}
