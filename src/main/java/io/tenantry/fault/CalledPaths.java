package io.tenantry.fault;

import io.tenantry.family.TenantName;
import java.util.List;

/** The spellings of a path that a rule may mean: Graph's may name the caller's tenant behind the version (field-findings.md §1). */
final class CalledPaths {
    private CalledPaths() {}

    static List<String> of(String path) {
        String plain = path.replaceAll("/{2,}", "/");
        int version = plain.indexOf('/', 1);
        int end = version < 0 ? -1 : plain.indexOf('/', version + 1);
        if (end < 0 || !isVersion(plain.substring(1, version))) {
            return List.of(path);
        }
        String tenant = plain.substring(version + 1, end);
        return TenantName.is(tenant) || tenant.equalsIgnoreCase("myorganization")
                ? List.of(path, plain.substring(0, version) + plain.substring(end))
                : List.of(path);
    }

    static boolean isOfGraph(String path) {
        int begin = path.startsWith("//") ? path.lastIndexOf("//") + 1 : 0;
        int end = path.indexOf('/', begin + 1);
        return isVersion(path.substring(Math.min(begin + 1, path.length()), end < 0 ? path.length() : end));
    }

    private static boolean isVersion(String segment) {
        return segment.equalsIgnoreCase("v1.0") || segment.equalsIgnoreCase("beta");
    }
}
