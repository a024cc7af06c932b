package io.tenantry.token.claim;

/**
 * What kind of token claims are for.
 *
 * @param v2 whether it has v2.0 form
 * @param profile whether it may tell of the user what the scope {@code profile} stands for
 * @param email whether the scope {@code email} asks for the address
 * @param inFragment whether it goes to the client in the fragment of a URL, which has little room
 */
public record TokenForm(Kind kind, boolean v2, boolean profile, boolean email, boolean inFragment) {
    /** By the names that applications have for them. */
    public enum Kind {
        ID_TOKEN("idToken"),
        ACCESS_TOKEN("accessToken");

        final String property;

        Kind(String property) {
            this.property = property;
        }
    }

    /** What was granted at the resource need not be asked for again in each token. */
    public static TokenForm accessToken(boolean v2, boolean inFragment) {
        return new TokenForm(Kind.ACCESS_TOKEN, v2, true, false, inFragment);
    }

    boolean isAccessToken() {
        return kind == Kind.ACCESS_TOKEN;
    }
}
