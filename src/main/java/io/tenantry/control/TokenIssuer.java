package io.tenantry.control;

import io.tenantry.store.Tenant;
import java.util.Collection;

/** Makes access tokens for Microsoft Graph without a sign-in. A single {@code *} stands for every permission there is. */
public interface TokenIssuer {
    String issueApp(
            Tenant tenant, String appId, String displayName, String servicePrincipalId, Collection<String> permissions);

    /** The user need not be stored: the token says everything about it. */
    String issueDelegated(
            Tenant tenant,
            String appId,
            String displayName,
            String servicePrincipalId,
            String userId,
            String userPrincipalName,
            String userDisplayName,
            Collection<String> scopes,
            Collection<String> roleTemplateIds);
}
