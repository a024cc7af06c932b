package io.tenantry.provisioning.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.user.JudgedUser;
import io.tenantry.provisioning.user.UserReader;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.List;
import java.util.Optional;

/**
 * A user of the source that somebody named, live or deleted.
 *
 * @param object empty where the source has no such user
 * @param judged as the job reads it; empty where that was not asked for
 */
record NamedUser(String id, Optional<Entity> object, Optional<JudgedUser> judged) {
    /** @param reference id or UPN */
    static NamedUser find(Session source, String reference) {
        String id = Ids.canonical(reference);
        Optional<Entity> object = source.findBy("user", "userPrincipalName", reference)
                .or(() -> source.findObject(id, false))
                .or(() -> source.findObject(id, true))
                .filter(each -> each.type().equals("user"));
        return new NamedUser(object.map(Entity::id).orElse(id), object, Optional.empty());
    }

    NamedUser judged(Session source, JobContext context) {
        UserReader reader = new UserReader(context, source, source.of(context.target()));
        return new NamedUser(
                id, object, reader.byId(List.of(id)).users().stream().findFirst());
    }

    /** Whom the source has no more may still be in the target. */
    boolean isKnown() {
        return object.isPresent() || judged.flatMap(each -> each.read().link()).isPresent();
    }

    ObjectNode identity() {
        return Json.object()
                .put("id", id)
                .put("displayName", object.map(each -> each.text("displayName")).orElse(null))
                .put(
                        "userPrincipalName",
                        object.map(each -> each.text("userPrincipalName")).orElse(null));
    }

    /** The object of the target that belongs to it; null where there is none. */
    ObjectNode target() {
        return judged.flatMap(each -> each.read().target())
                .map(target -> Json.object()
                        .put("id", target.id())
                        .put("userPrincipalName", target.text("userPrincipalName"))
                        .put("state", target.get("deletedDateTime") == null ? "active" : "deleted"))
                .orElse(null);
    }
}
