package io.tenantry.token.key;

/** What tests sign with, made once for all of them: to make a key takes longer than most tests. */
public final class TestKeys {
    /** Of the one who asks. */
    public static final SigningIdentity MINE = SigningIdentity.create();

    /** Of another issuer. */
    public static final SigningIdentity ITS = SigningIdentity.create();

    /** Of nobody whom anybody trusts. */
    public static final SigningIdentity STRANGE = SigningIdentity.create();

    private TestKeys() {}
}
