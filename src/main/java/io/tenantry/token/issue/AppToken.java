package io.tenantry.token.issue;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What an app-only token is about.
 *
 * @param audience the resource as it was asked for
 * @param appidacr how the client proved who it is: 1 by a secret, 2 by an assertion
 * @param permissions application permissions at that resource
 * @param roles template ids of directory roles that the service principal holds
 * @param capabilities of the client, {@code CP1} for one that takes claims challenges
 */
public record AppToken(
        String audience,
        String appId,
        String displayName,
        String servicePrincipalId,
        String appidacr,
        Collection<String> permissions,
        Set<String> roles,
        List<String> capabilities) {}
