package io.tenantry.token.authority;

import io.tenantry.format.Ids;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import io.tenantry.token.http.TokenError;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whom a token URL names (token-service.md §1). */
public sealed interface Authority {
    /** The tenant of personal Microsoft accounts [doc]. */
    String CONSUMERS_TENANT = "9188040d-6c67-4c5b-b112-36a304b66dad";

    Set<String> SHARED = Set.of("common", "organizations", "consumers", CONSUMERS_TENANT);
    int LONGEST_NAME = 253;
    Pattern DNS_NAME = Pattern.compile("(?i)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

    /** One tenant, by GUID or verified domain. */
    record Single(Tenant tenant) implements Authority {
        /** The GUID, also where the domain was called [seen]. */
        @Override
        public String segment() {
            return tenant.id();
        }

        @Override
        public String issuerId() {
            return tenant.id();
        }

        @Override
        public Cloud cloud(String host) {
            return Cloud.of(tenant);
        }
    }

    /** Everybody's tenant, still to be found out. */
    record Shared(String segment) implements Authority {
        @Override
        public String issuerId() {
            return Set.of("consumers", CONSUMERS_TENANT).contains(segment) ? CONSUMERS_TENANT : "{tenantid}";
        }

        @Override
        public Cloud cloud(String host) {
            return LoginHosts.cloud(host);
        }
    }

    /** What stands for it in paths. */
    String segment();

    /** What stands for it in the issuer. */
    String issuerId();

    /** @param host that was called: each cloud has its own everybody */
    Cloud cloud(String host);

    private static boolean isDnsName(String name) {
        return name.length() <= LONGEST_NAME && DNS_NAME.matcher(name).matches();
    }

    /** Throws {@link TokenError} 90002 or 900023. */
    static Authority of(String name, Tenants tenants) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (SHARED.contains(lower)) {
            return new Shared(lower);
        }
        return tenants.byIdOrDomain(name)
                .map(Single::new)
                .orElseThrow(() -> Ids.isGuid(name) || isDnsName(name)
                        ? TokenError.tenantNotFound(name)
                        : TokenError.malformedTenant(name));
    }
}
