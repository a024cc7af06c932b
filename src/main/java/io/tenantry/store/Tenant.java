package io.tenantry.store;

import java.time.Instant;

/**
 * One emulated tenant.
 *
 * @param key number that stands for the tenant in every row
 * @param id GUID, lower case
 * @param alias short name of the scenario, null for none
 * @param cloud {@code global}, {@code usgov} or {@code china}
 */
public record Tenant(
        int key, String id, String alias, String displayName, String initialDomain, String cloud, Instant created) {}
