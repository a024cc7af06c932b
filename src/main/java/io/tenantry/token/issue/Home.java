package io.tenantry.token.issue;

/**
 * Where a guest is at home: another tenant says who it is, and by which name (conditional-access.md §14.2).
 *
 * @param issuer of that tenant's tokens
 * @param mail null for none
 */
public record Home(String issuer, String userPrincipalName, String mail) {}
