package io.tenantry.token.grant;

import java.time.Instant;

/**
 * An access token for one resource.
 *
 * @param resource as it was asked for
 * @param at when it was issued, in virtual time
 */
public record IssuedToken(String text, String resource, Instant at) {}
