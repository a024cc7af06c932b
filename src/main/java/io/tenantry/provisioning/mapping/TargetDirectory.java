package io.tenantry.provisioning.mapping;

import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.Optional;
import java.util.function.Function;

/**
 * The target tenant, as far as mappings depend on it.
 *
 * @param extensions the type of a directory extension of users, by its name with case; empty where the tenant has none such
 */
public record TargetDirectory(String initialDomain, Function<String, Optional<String>> extensions) {
    private static final String STRING = "String";

    public static TargetDirectory of(Session target) {
        return new TargetDirectory(target.tenant().initialDomain(), name -> dataType(target, name));
    }

    /** Of which nothing is known but where it is: whatever is mapped may be there. */
    static TargetDirectory any(String initialDomain) {
        return new TargetDirectory(initialDomain, name -> Optional.of(STRING));
    }

    private static Optional<String> dataType(Session target, String name) {
        return target.findBy("extensionProperty", "name", name)
                .filter(definition -> name.equals(definition.text("name")))
                .filter(TargetDirectory::isMappable)
                .map(definition -> definition.text("dataType"));
    }

    /** Extensions of several values cannot be provisioned (customize-application-attributes). */
    private static boolean isMappable(Entity definition) {
        return definition.texts("targetObjects").contains("User") && !definition.flag("isMultiValued");
    }
}
