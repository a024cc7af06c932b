package io.tenantry.token.issue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What an app-only token is about.
 *
 * @param permissions application permissions at the resource; {@code *} stands for all that there are
 * @param roles template ids of directory roles that the service principal holds
 * @param capabilities of the client, {@code CP1} for one that takes claims challenges
 * @param asked what else the resource asks to find
 */
public record AppToken(
        Audience audience,
        ActingClient client,
        Collection<String> permissions,
        Set<String> roles,
        List<String> capabilities,
        ObjectNode asked) {}
