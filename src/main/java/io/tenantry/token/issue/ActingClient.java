package io.tenantry.token.issue;

/**
 * The application that gets a token.
 *
 * @param servicePrincipalId of it in the tenant
 * @param acr how it proved who it is: 0 not at all, 1 by a secret, 2 by an assertion
 */
public record ActingClient(String appId, String displayName, String servicePrincipalId, String acr) {}
