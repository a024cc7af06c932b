package io.tenantry.token.federation;

/** The keys of an issuer cannot be had. */
final class UnreachableIssuer extends Exception {
    UnreachableIssuer(String why) {
        super(why, null, false, false);
    }
}
