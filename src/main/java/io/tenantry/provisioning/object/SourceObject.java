package io.tenantry.provisioning.object;

import io.tenantry.provisioning.link.Escrow;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.store.Entity;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An object of the source as it was read, with what the engine and the target have of it.
 *
 * @param object empty where the source has none any more; it may be deleted
 * @param target that the link leads to, live or deleted
 */
public record SourceObject(
        String id,
        ObjectType type,
        Optional<Entity> object,
        Optional<ObjectLink> link,
        Optional<Escrow> escrow,
        Optional<Entity> target) {

    /** With what has become of its target by now: another object may have the same one. */
    public SourceObject now(UnaryOperator<Entity> latest) {
        return target.isPresent() ? new SourceObject(id, type, object, link, escrow, target.map(latest)) : this;
    }

    public boolean live() {
        return object.filter(SourceObject::isLive).isPresent();
    }

    public static boolean isLive(Entity object) {
        return object.get("deletedDateTime") == null;
    }

    public boolean managed() {
        return link.filter(each -> each.state().managed()).isPresent();
    }

    public Optional<Entity> liveTarget() {
        return target.filter(SourceObject::isLive);
    }

    /** As log entries name the object. */
    public String name() {
        return object.map(each -> each.text(type.naming())).orElse(id);
    }
}
