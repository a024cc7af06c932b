package io.tenantry.token.scope;

import java.util.Set;

/** Scopes of OpenID Connect: they ask for parts of the answer, not for permissions of a resource. */
public final class Oidc {
    public static final String OPENID = "openid";
    public static final String PROFILE = "profile";
    public static final String EMAIL = "email";
    public static final String OFFLINE_ACCESS = "offline_access";

    public static final Set<String> SCOPES = Set.of(OPENID, PROFILE, EMAIL, OFFLINE_ACCESS);

    private Oidc() {}
}
