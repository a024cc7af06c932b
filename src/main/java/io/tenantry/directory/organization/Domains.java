package io.tenantry.directory.organization;

import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The domains of a tenant as the rules of other objects ask for them. A domain's key is its name, lower case. */
public final class Domains {
    static final String TYPE = "domain";

    private Domains() {}

    public static Optional<Entity> find(Session session, String name) {
        return session.find(TYPE, name.toLowerCase(Locale.ROOT));
    }

    /** E7. */
    public static Entity requireVerified(Session session, String name) {
        return find(session, name)
                .filter(domain -> domain.flag("isVerified"))
                .orElseThrow(DirectoryErrors::domainNotVerified);
    }

    public static boolean verified(Session session, String name) {
        return find(session, name).filter(domain -> domain.flag("isVerified")).isPresent();
    }

    /** The domain in which new mail-enabled groups get their address. */
    public static String defaultName(Session session) {
        return all(session).stream()
                .filter(domain -> domain.flag("isDefault"))
                .map(Entity::id)
                .findFirst()
                .orElse(session.tenant().initialDomain());
    }

    static List<Entity> all(Session session) {
        return session.children(TYPE, "");
    }

    public static Entity build(String name, boolean verified, boolean initial, boolean first) {
        Entity domain = Entity.of(TYPE, name.toLowerCase(Locale.ROOT))
                .set("authenticationType", "Managed")
                .set("isAdminManaged", true)
                .set("isDefault", first)
                .set("isInitial", initial)
                .set("isRoot", true)
                .set("isVerified", verified);
        return domain.set(
                "supportedServices", verified ? List.of("Email", "OfficeCommunicationsOnline") : List.<String>of());
    }
}
