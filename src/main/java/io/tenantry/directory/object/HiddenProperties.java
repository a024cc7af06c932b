package io.tenantry.directory.object;

/** Properties that are kept with a user and that Graph does not show. */
public final class HiddenProperties {
    public static final String PASSWORD = "passwordHash";
    /** {@code homeTenantId/homeObjectId} of a redeemed external user. */
    public static final String BINDING = "alternativeSecurityId";
    /** Another one after each revocation of the user's sign-ins; what was given out under a former one is void. */
    public static final String SIGN_INS = "signInGeneration";
    /** The id of the user or service principal that invited an external user. */
    public static final String INVITER = "inviter";

    private HiddenProperties() {}
}
