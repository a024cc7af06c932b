package io.tenantry.directory.guest;

import io.tenantry.audit.Actor;
import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.directory.object.HiddenProperties;
import io.tenantry.directory.object.Memberships;
import io.tenantry.directory.user.ExternalUser;
import io.tenantry.policy.EffectivePolicy;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who a user of another tenant is in this one, and whether both tenants let it in (conditional-access.md §7). */
@ApplicationScoped
public class Guests {
    /** What cross-tenant access settings say of a person at an application. */
    public enum Access {
        OPEN,
        CLOSED_OUTBOUND,
        CLOSED_INBOUND
    }

    /** The object that is bound to a user of another tenant, or was invited by its address and waits. */
    public Optional<Entity> find(Session session, Tenant home, Entity user) {
        String binding = ExternalUser.binding(home.id(), user.id());
        return session.findBy("user", HiddenProperties.BINDING, binding)
                .or(() -> invited(session, user.text("mail")))
                .or(() -> invited(session, user.text("userPrincipalName")));
    }

    private static Optional<Entity> invited(Session session, String address) {
        return Optional.ofNullable(address)
                .flatMap(known -> InvitedUsers.holding(session, known))
                .filter(ExternalUser::isExternal)
                .filter(Guests::isPending);
    }

    public static boolean isPending(Entity guest) {
        return InvitedUsers.PENDING.equals(guest.text("externalUserState"));
    }

    /** Whether both tenants agreed that their users need not be asked (cross-tenant-access-policy.md §6.3). */
    public boolean redeemsAutomatically(Session session, Tenant home) {
        return EffectivePolicy.redeemsAutomatically(
                EffectivePolicy.of(session.of(home), session.tenant().id()), EffectivePolicy.of(session, home.id()));
    }

    /** The user takes its invitation up. */
    public void redeem(Session session, Entity guest, Tenant home, Entity user, Instant now) {
        ExternalUser.redeem(
                guest,
                ExternalUser.binding(home.id(), user.id()),
                session.tenant().initialDomain(),
                now);
        DirectoryObjects.update(session, guest);
        Actor person = Actor.of(guest);
        AuditLog.record(
                session,
                now,
                person,
                List.of(AuditEvent.of("Redeem external user invite", "UserManagement", "Update")
                        .target(guest)));
    }

    /** The settings of the home tenant about those who go out, then those of this one about those who come in. */
    public Access access(Session session, Tenant home, Entity user, String appId) {
        Session there = session.of(home);
        List<String> principals = new ArrayList<>(Memberships.groups(there, user.id(), false));
        principals.add(user.id());
        if (!EffectivePolicy.of(there, session.tenant().id())
                .rule("b2bCollaborationOutbound")
                .allows(principals, appId)) {
            return Access.CLOSED_OUTBOUND;
        }
        return EffectivePolicy.of(session, home.id())
                        .rule("b2bCollaborationInbound")
                        .allows(principals, appId)
                ? Access.OPEN
                : Access.CLOSED_INBOUND;
    }
}
