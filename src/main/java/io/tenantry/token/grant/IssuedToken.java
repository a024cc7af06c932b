package io.tenantry.token.grant;

import java.time.Instant;

/**
 * An access token for one resource.
 *
 * @param at when it was issued, in virtual time
 */
record IssuedToken(String text, String resource, Instant at) {}
