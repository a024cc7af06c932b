package io.tenantry.graph.message;

import io.tenantry.family.TenantName;

/**
 * What a client calls. Empty segments do not count, and behind the version its tenant may be named (field-findings.md §1) or
 * {@code myorganization} (clients.md §7).
 *
 * @param tenant as named, null where it is not
 * @param path of the resource, percent-encoded, without empty segments
 * @param query percent-encoded, null without one
 */
public record Address(String version, String tenant, String path, String query) {
    private static final String OWN = "myorganization";

    /** @param path that begins with a version */
    public static Address of(String path, String query) {
        String plain = withoutEmptySegments(path);
        int end = plain.indexOf('/', 1);
        String version = end < 0 ? plain : plain.substring(0, end);
        String behind = end < 0 ? "" : plain.substring(end);
        return below(version.equalsIgnoreCase("/beta") ? "beta" : "v1.0", behind, query);
    }

    /** @param path behind the version, without empty segments */
    public static Address below(String version, String path, String query) {
        int end = path.indexOf('/', 1);
        String first = path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
        boolean own = first.equalsIgnoreCase(OWN);
        if (!own && !TenantName.is(first)) {
            return new Address(version, null, path, query);
        }
        return new Address(version, own ? null : first, end < 0 ? "" : path.substring(end), query);
    }

    /** Version and path, without the tenant. */
    public String whole() {
        return "/" + version + path;
    }

    public static String withoutEmptySegments(String path) {
        return path.contains("//") ? path.replaceAll("/{2,}", "/") : path;
    }

    /** Within another call, which names the tenant where this one does not. */
    public Address within(Address outer) {
        return tenant != null ? this : new Address(version, outer.tenant, path, query);
    }
}
