package io.tenantry.token.issue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.store.Entity;
import java.util.Collection;
import java.util.List;

/**
 * What a delegated token is about.
 *
 * @param scopes delegated permissions at the resource; {@code *} stands for all that there are
 * @param roles app roles that the user has at the resource
 * @param capabilities of the client, {@code CP1} for one that takes claims challenges
 * @param asked what else the resource asks to find
 */
public record UserToken(
        Audience audience,
        ActingClient client,
        Person person,
        Collection<String> scopes,
        Collection<String> roles,
        List<String> capabilities,
        ObjectNode asked) {

    /**
     * The user of a token, as the tenant knows it.
     *
     * @param roleTemplateIds directory roles that the user holds; for a guest with the guest role among them
     * @param home null for who is at home in the tenant
     */
    public record Person(
            String id,
            String userPrincipalName,
            String name,
            String givenName,
            String surname,
            Collection<String> roleTemplateIds,
            Home home) {

        /** The name by which the user signs in. */
        String signInName() {
            return home == null ? userPrincipalName : home.userPrincipalName();
        }

        /** One that is in no directory. */
        public static Person madeUp(
                String id, String userPrincipalName, String name, Collection<String> roleTemplateIds) {
            return new Person(id, userPrincipalName, name, null, null, roleTemplateIds, null);
        }

        public static Person of(Entity user, Collection<String> roleTemplateIds, Home home) {
            return new Person(
                    user.id(),
                    user.text("userPrincipalName"),
                    user.text("displayName"),
                    user.text("givenName"),
                    user.text("surname"),
                    roleTemplateIds,
                    home);
        }
    }
}
