package io.tenantry.policy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where sources disagree about the service, or tell nothing (cross-tenant-access-policy.md §4.4, §4.5). */
@ConfigMapping(prefix = "tenantry.policy")
public interface PolicyConfig {
    /** Refuse partners that no tenant of this server is. */
    @WithDefault("false")
    boolean strictTenants();

    /** PUT of an existing identity synchronization policy replaces it instead of answering 409. */
    @WithDefault("false")
    boolean putReplaces();
}
