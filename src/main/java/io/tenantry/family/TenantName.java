package io.tenantry.family;

import io.tenantry.error.GraphError;
import io.tenantry.format.Ids;
import io.tenantry.store.Session;
import java.util.Locale;
import java.util.regex.Pattern;

/** The segment behind the version that may name the caller's own tenant, by its id or by a domain name (field-findings.md §1). */
public final class TenantName {
    private static final Pattern DOMAIN = Pattern.compile("[\\w-]+(?:\\.[\\w-]+)+");

    private TenantName() {}

    /** Whether a segment can be one; no resource at the root has an id or a dot in its name. */
    public static boolean is(String segment) {
        return Ids.isGuid(segment)
                || segment.indexOf('.') > 0 && DOMAIN.matcher(segment).matches();
    }

    /** Throws 400 for what is not the session's tenant. */
    public static void requireOwn(Session session, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean own = lower.equals(session.tenant().id())
                || session.find("domain", lower)
                        .filter(domain -> domain.flag("isVerified"))
                        .isPresent();
        if (!own) {
            throw GraphError.badRequest("Invalid domain name in the request url.");
        }
    }
}
