package io.tenantry.provisioning.expression;

import io.tenantry.provisioning.expression.function.AltSecIdFromNetid;
import io.tenantry.provisioning.expression.function.Append;
import io.tenantry.provisioning.expression.function.Coalesce;
import io.tenantry.provisioning.expression.function.Iif;
import io.tenantry.provisioning.expression.function.IsNull;
import io.tenantry.provisioning.expression.function.IsNullOrEmpty;
import io.tenantry.provisioning.expression.function.IsPresent;
import io.tenantry.provisioning.expression.function.Join;
import io.tenantry.provisioning.expression.function.Left;
import io.tenantry.provisioning.expression.function.Mid;
import io.tenantry.provisioning.expression.function.Not;
import io.tenantry.provisioning.expression.function.Prepend;
import io.tenantry.provisioning.expression.function.Replace;
import io.tenantry.provisioning.expression.function.StripSpaces;
import io.tenantry.provisioning.expression.function.Switch;
import io.tenantry.provisioning.expression.function.ToLower;
import io.tenantry.provisioning.expression.function.ToUpper;
import io.tenantry.provisioning.expression.value.Function;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions that expressions may call, by their names with case. */
public final class Functions {
    private static final Map<String, Function> BY_NAME = new LinkedHashMap<>();

    static {
        List.of(
                        new AltSecIdFromNetid(),
                        new Append(),
                        new Coalesce(),
                        new Iif(),
                        new IsNull(),
                        new IsNullOrEmpty(),
                        new IsPresent(),
                        new Join(),
                        new Left(),
                        new Mid(),
                        new Not(),
                        new Prepend(),
                        new Replace(),
                        new StripSpaces(),
                        new Switch(),
                        new ToLower(),
                        new ToUpper())
                .forEach(function -> BY_NAME.put(function.name(), function));
        // both spellings stand in Microsoft's pages (provisioning-engine.md §3, synchronization-api.md §9.3)
        BY_NAME.put("AltSecIdFromNetId", BY_NAME.get("AltSecIdFromNetid"));
    }

    private Functions() {}

    public static Optional<Function> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public static Collection<Function> all() {
        return BY_NAME.values().stream().distinct().toList();
    }
}
