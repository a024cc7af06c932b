package io.tenantry.token.grant;

import io.tenantry.token.authority.Authority;
import io.tenantry.token.http.TokenCall;

/**
 * What a grant is asked for.
 *
 * @param version of the endpoint that was called
 */
public record TokenRequest(TokenCall call, Authority authority, TokenVersion version) {}
