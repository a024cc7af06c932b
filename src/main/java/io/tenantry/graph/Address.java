package io.tenantry.graph;

import io.tenantry.family.TenantName;

/**
 * What a client writes before and behind the resource that it means: empty segments do not count, and behind the version its tenant may
 * be named (field-findings.md §1) or {@code myorganization} (clients.md §7).
 *
 * @param tenant as named, null where it is not
 * @param path of the resource, percent-encoded, without empty segments
 */
record Address(String version, String tenant, String path) {
    private static final String OWN = "myorganization";

    /** @param path that begins with a version */
    static Address of(String path) {
        String plain = withoutEmptySegments(path);
        int end = plain.indexOf('/', 1);
        String version = end < 0 ? plain : plain.substring(0, end);
        return below(version.equalsIgnoreCase("/beta") ? "beta" : "v1.0", end < 0 ? "" : plain.substring(end));
    }

    /** @param path behind the version, without empty segments */
    static Address below(String version, String path) {
        int end = path.indexOf('/', 1);
        String first = path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
        String behind = end < 0 ? "" : path.substring(end);
        if (first.equalsIgnoreCase(OWN)) {
            return new Address(version, null, behind);
        }
        return TenantName.is(first) ? new Address(version, first, behind) : new Address(version, null, path);
    }

    static String withoutEmptySegments(String path) {
        return path.contains("//") ? path.replaceAll("/{2,}", "/") : path;
    }
}
