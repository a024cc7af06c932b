/** The ways to a token, chosen by {@code grant_type}, and the endpoint that gives it. */
package io.tenantry.token.grant;
