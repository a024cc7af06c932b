package io.tenantry.provisioning.user;

import io.tenantry.directory.user.ExternalUser;
import io.tenantry.provisioning.link.Escrow;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.mapping.Failure;
import io.tenantry.provisioning.mapping.MappedValues;
import io.tenantry.provisioning.mapping.SourceAttributes;
import io.tenantry.provisioning.matching.Candidate;
import io.tenantry.provisioning.scope.Entitlement;
import io.tenantry.store.Entity;
import java.util.Optional;

/** One source user with everything that is known of it before anything is decided. Filled by {@link Subjects}. */
public final class Subject {
    public final String id;

    /** Null where the source has no such object any more. */
    public final Entity source;

    public ObjectLink link;
    public Escrow escrow;

    /** Object that the link leads to, live or deleted; null for none. */
    public Entity target;

    /** Null where the source has no such object any more. */
    public SourceAttributes attributes;

    public Entitlement entitlement;

    /** Null where the user is not in scope, or the values cannot be made. */
    public MappedValues values;

    public Failure failure;
    public Candidate candidate;

    /** Id of the manager in the source; null for none. */
    public String manager;

    /** Id of the target object that the manager is linked to; null while he is not. */
    public String managerTarget;

    /** Id of the manager that the target has. */
    public String currentManager;

    public Subject(String id, Entity source) {
        this.id = id;
        this.source = source;
    }

    /** Whether the source has the user, deleted ones included. */
    public boolean exists() {
        return source != null;
    }

    public boolean deletedInSource() {
        return source != null && source.get("deletedDateTime") != null;
    }

    public boolean targetLive() {
        return target != null && target.get("deletedDateTime") == null;
    }

    public Optional<ObjectLink> link() {
        return Optional.ofNullable(link);
    }

    public boolean managed() {
        return link != null && link.state().managed();
    }

    /** As log entries name the user. */
    public String name() {
        if (source == null) {
            return id;
        }
        String name = source.text("userPrincipalName");
        return name == null ? id : name;
    }

    public void prepareCandidate(String homeTenant, String initialDomain) {
        String mail = values.text("mail");
        String upn = values.text("userPrincipalName");
        String home = source.text("userPrincipalName");
        candidate = new Candidate(
                ExternalUser.binding(homeTenant, id),
                mail == null ? home : mail,
                upn == null ? ExternalUser.userPrincipalName(home, initialDomain) : upn);
    }

    /** Whether the target must be searched: nothing is linked, or the address or name is about to change. */
    public boolean needsSearch() {
        return values != null
                && (!targetLive()
                        || !candidate.address().equalsIgnoreCase(target.text("mail"))
                        || !candidate.userPrincipalName().equalsIgnoreCase(target.text("userPrincipalName")));
    }
}
