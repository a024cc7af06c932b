package io.tenantry.provisioning.cycle;

import io.tenantry.directory.user.ExternalUser;
import io.tenantry.provisioning.mapping.Failure;
import io.tenantry.provisioning.mapping.MappedValues;
import io.tenantry.provisioning.mapping.SourceAttributes;
import io.tenantry.provisioning.matching.Candidate;
import io.tenantry.provisioning.scope.Entitlement;
import io.tenantry.store.Entity;
import java.util.Optional;

/** One source user with everything that is known of it before anything is decided. Filled by {@link Subjects}. */
final class Subject {
    final String id;

    /** Null where the source has no such object any more. */
    final Entity source;

    Link link;
    Escrow escrow;

    /** Object that the link leads to, live or deleted; null for none. */
    Entity target;

    /** Null where the source has no such object any more. */
    SourceAttributes attributes;

    Entitlement entitlement;

    /** Null where the user is not in scope, or the values cannot be made. */
    MappedValues values;

    Failure failure;
    Candidate candidate;

    /** Id of the manager in the source; null for none. */
    String manager;

    /** Id of the target object that the manager is linked to; null while he is not. */
    String managerTarget;

    /** Id of the manager that the target has. */
    String currentManager;

    Subject(String id, Entity source) {
        this.id = id;
        this.source = source;
    }

    /** Whether the source has the user, deleted ones included. */
    boolean exists() {
        return source != null;
    }

    boolean deletedInSource() {
        return source != null && source.get("deletedDateTime") != null;
    }

    boolean targetLive() {
        return target != null && target.get("deletedDateTime") == null;
    }

    Optional<Link> link() {
        return Optional.ofNullable(link);
    }

    boolean managed() {
        return link != null && link.state().managed();
    }

    /** As log entries name the user. */
    String name() {
        if (source == null) {
            return id;
        }
        String name = source.text("userPrincipalName");
        return name == null ? id : name;
    }

    void prepareCandidate(String homeTenant, String initialDomain) {
        String mail = values.text("mail");
        String upn = values.text("userPrincipalName");
        String home = source.text("userPrincipalName");
        candidate = new Candidate(
                ExternalUser.binding(homeTenant, id),
                mail == null ? home : mail,
                upn == null ? ExternalUser.userPrincipalName(home, initialDomain) : upn);
    }

    /** Whether the target must be searched: nothing is linked, or the address or name is about to change. */
    boolean needsSearch() {
        return values != null
                && (!targetLive()
                        || !candidate.address().equalsIgnoreCase(target.text("mail"))
                        || !candidate.userPrincipalName().equalsIgnoreCase(target.text("userPrincipalName")));
    }
}
