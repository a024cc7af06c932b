package io.tenantry.provisioning.matching;

/**
 * What a source user is matched by.
 *
 * @param binding home tenant and home object
 * @param address that an invitation would go to: the mapped mail, or the UPN where there is none
 * @param userPrincipalName in external form
 */
public record Candidate(String binding, String address, String userPrincipalName) {}
