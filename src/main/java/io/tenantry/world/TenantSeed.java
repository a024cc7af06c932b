package io.tenantry.world;

/**
 * Writes one part of a new tenant's world: its directory, its policies, its users. Every bean of this type is asked for every tenant that
 * a scenario holds or that is added while running, in one transaction with the tenant itself.
 */
public interface TenantSeed {
    /** Lower comes first: 0 what every tenant has, 10 its objects, 20 what refers to these. */
    int order();

    void seed(SeedContext context);
}
