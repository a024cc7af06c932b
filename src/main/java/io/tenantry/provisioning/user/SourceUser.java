package io.tenantry.provisioning.user;

import io.tenantry.provisioning.link.Escrow;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.store.Entity;
import java.util.Optional;

/**
 * A user of the source as it was read, with what the engine and the target have of it.
 *
 * @param object empty where the source has none any more; it may be deleted
 * @param target that the link leads to, live or deleted
 */
public record SourceUser(
        String id,
        Optional<Entity> object,
        Optional<ObjectLink> link,
        Optional<Escrow> escrow,
        Optional<Entity> target) {

    public boolean live() {
        return object.filter(SourceUser::isLive).isPresent();
    }

    static boolean isLive(Entity object) {
        return object.get("deletedDateTime") == null;
    }

    public boolean managed() {
        return link.filter(each -> each.state().managed()).isPresent();
    }

    public Optional<Entity> liveTarget() {
        return target.filter(SourceUser::isLive);
    }

    /** As log entries name the user. */
    public String name() {
        return object.map(user -> user.text("userPrincipalName")).orElse(id);
    }
}
