package io.tenantry.odata.filter;

import io.tenantry.odata.edm.Property;
import java.util.List;

/**
 * A property path.
 *
 * @param names canonical names; empty for the element of a lambda itself
 * @param property the last property on it; null for the element itself
 * @param owner short name of the type that has the first property
 * @param folded whether {@code tolower} stands around it
 */
public record Path(List<String> names, Property property, String owner, boolean folded) {
    public static Path of(Property property) {
        return new Path(List.of(property.name()), property, "", false);
    }

    public String joined() {
        return String.join("/", names);
    }
}
