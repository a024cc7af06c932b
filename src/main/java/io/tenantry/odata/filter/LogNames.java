package io.tenantry.odata.filter;

import io.tenantry.odata.edm.StructuredType;
import java.util.Locale;
import java.util.Map;

/** Older names of provisioning log properties, which filters may still use (synchronization-api.md §11.2). */
final class LogNames {
    private static final Map<String, String> CURRENT = Map.of(
            "action", "provisioningAction",
            "statusinfo/status", "provisioningStatusInfo/status",
            "serviceprincipal/name", "servicePrincipal/displayName");

    private LogNames() {}

    static String current(StructuredType type, String path) {
        return type.name().equals("provisioningObjectSummary")
                ? CURRENT.getOrDefault(path.toLowerCase(Locale.ROOT), path)
                : path;
    }
}
