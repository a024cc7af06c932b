package io.tenantry.directory.object;

/** Properties that are kept with a user and that Graph does not show. */
public final class HiddenProperties {
    public static final String PASSWORD = "passwordHash";
    /** {@code homeTenantId/homeObjectId} of a redeemed external user. */
    public static final String BINDING = "alternativeSecurityId";

    private HiddenProperties() {}
}
