package io.tenantry.directory.user;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tenantry.directory.object.HiddenProperties;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import java.time.Instant;

/**
 * A user whose home is elsewhere (directory.md §5). The binding to the home object is kept under {@link HiddenProperties#BINDING}, which Graph does not
 * show; what shows of it is the federated identity.
 */
public final class ExternalUser {
    private static final String MARK = "#EXT#";

    private ExternalUser() {}

    /** The binding of a home object. */
    public static String binding(String homeTenantId, String homeObjectId) {
        return homeTenantId + "/" + homeObjectId;
    }

    /** directory.md §5.3: built from the invited address, or from the source UPN by synchronization. */
    public static String userPrincipalName(String address, String initialDomain) {
        return localPart(address) + "@" + initialDomain;
    }

    /** {@code ada_alderwood.example#EXT#}: also the mail nickname. */
    public static String localPart(String address) {
        StringBuilder local = new StringBuilder(address.length() + MARK.length());
        address.codePoints().forEach(c -> local.append(canStand(c) ? (char) c : '_'));
        return local.append(MARK).toString();
    }

    /** In the local part of a UPN. */
    private static boolean canStand(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "'.-_!^~".indexOf(c) >= 0;
    }

    /** The identity that every user has: its UPN in the tenant's initial domain. */
    public static void setIdentities(Entity user, String initialDomain, boolean redeemed) {
        ArrayNode identities = Json.array();
        if (redeemed) {
            identities
                    .addObject()
                    .put("signInType", "federated")
                    .put("issuer", "ExternalAzureAD")
                    .putNull("issuerAssignedId");
        }
        identities
                .addObject()
                .put("signInType", "userPrincipalName")
                .put("issuer", initialDomain)
                .put("issuerAssignedId", user.text("userPrincipalName"));
        user.set("identities", identities);
    }

    /** Binds the user to its home object and marks the invitation as accepted. */
    public static void redeem(Entity user, String binding, String initialDomain, Instant now) {
        bind(user, binding, initialDomain);
        user.set("externalUserStateChangeDateTime", now);
    }

    /** The same without the moment. */
    public static void bind(Entity user, String binding, String initialDomain) {
        user.set(HiddenProperties.BINDING, binding);
        user.set("externalUserState", "Accepted");
        setIdentities(user, initialDomain, true);
    }

    /** Whether the user comes from elsewhere: by invitation, or with a federated identity. */
    public static boolean isExternal(Entity user) {
        return user.get(HiddenProperties.BINDING) != null || "Invitation".equals(user.text("creationType"));
    }
}
