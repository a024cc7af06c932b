package io.tenantry.provisioning.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.directory.user.ExternalUser;
import io.tenantry.provisioning.expression.value.Attributes;
import io.tenantry.provisioning.expression.value.Value;
import io.tenantry.store.Entity;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A source user under the attribute names of its directory definition, which are older than Graph's (provisioning-engine.md §4.3). Names
 * without an entry are those of Graph, directory extensions among them.
 *
 * @param roles app roles by which the user is assigned
 */
public record SourceAttributes(Entity user, Value roles) implements Attributes {
    /** What the attributes of a user homed in the tenant read (provisioning-engine.md §2). */
    public static final String NONE = "None";

    private static final Map<String, Function<Entity, Value>> READERS = Map.ofEntries(
            Map.entry("objectId", user -> Value.of(user.id())),
            Map.entry("IsSoftDeleted", user -> new Value.Flag(user.get("deletedDateTime") != null)),
            Map.entry("netId", user -> Value.of(netId(user))),
            Map.entry("alternativeSecurityIds", user -> Value.of(isInternal(user) ? NONE : "(1 values)")),
            Map.entry("userState", SourceAttributes::userState),
            Map.entry("dirSyncEnabled", user -> property(user, "onPremisesSyncEnabled")),
            Map.entry("facsimileTelephoneNumber", user -> property(user, "faxNumber")),
            Map.entry("mobile", user -> property(user, "mobilePhone")),
            Map.entry("onPremisesSecurityIdentifier", user -> property(user, "onPremisesSecurityIdentifier")),
            Map.entry("originalUserPrincipalName", user -> property(user, "userPrincipalName")),
            Map.entry("physicalDeliveryOfficeName", user -> property(user, "officeLocation")),
            Map.entry(
                    "telephoneNumber",
                    user -> PropertyValues.of(
                            user.properties().path("businessPhones").path(0))));

    @Override
    public Value get(String name) {
        if (name.equals("appRoleAssignments")) {
            return roles;
        }
        Function<Entity, Value> reader = READERS.get(name);
        if (reader != null) {
            return reader.apply(user);
        }
        return name.startsWith("extensionAttribute")
                ? PropertyValues.of(
                        user.properties().path("onPremisesExtensionAttributes").path(name))
                : property(user, name);
    }

    /** The passport-style id that a user has at home: 16 hexadecimal digits that begin with 1003. */
    static String netId(Entity user) {
        return "1003" + user.id().replace("-", "").substring(20).toUpperCase(Locale.ROOT);
    }

    /** Homed in the tenant; a phone for SMS sign-in counts as an identity from elsewhere (provisioning-engine.md §2, test 3). */
    private static boolean isInternal(Entity user) {
        return !ExternalUser.isExternal(user) && !hasPhoneIdentity(user);
    }

    private static boolean hasPhoneIdentity(Entity user) {
        for (JsonNode identity : user.properties().path("identities")) {
            if (identity.path("signInType").asText().equals("phoneNumber")) {
                return true;
            }
        }
        return false;
    }

    private static Value userState(Entity user) {
        Value state = property(user, "externalUserState");
        return state.isAbsent() ? Value.of(NONE) : state;
    }

    /** A dot leads into a complex property: {@code employeeOrgData.costCenter}. */
    private static Value property(Entity user, String name) {
        int dot = name.indexOf('.');
        return PropertyValues.of(
                dot < 0
                        ? user.properties().path(name)
                        : user.properties().path(name.substring(0, dot)).path(name.substring(dot + 1)));
    }
}
