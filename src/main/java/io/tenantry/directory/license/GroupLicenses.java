package io.tenantry.directory.license;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tenantry.format.Json;
import io.tenantry.store.Change;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Licences that users have because they are direct members of a group (directory.md §12). */
public final class GroupLicenses {
    private GroupLicenses() {}

    /** After the group's licences changed: all members anew. */
    public static void inheritAll(Session session, Entity group, Instant now) {
        Map<String, Entity> skus = SubscribedSkus.bySkuId(session);
        for (String member : session.references().targets("member", group.id())) {
            session.find("user", member)
                    .ifPresent(user -> apply(session, user, group, group.array("assignedLicenses"), skus, now));
        }
    }

    /** After a member came. */
    public static void joined(Session session, Entity group, Entity member, Supplier<Instant> now) {
        change(session, group, member, group.array("assignedLicenses"), now);
    }

    /** After a member went. */
    public static void left(Session session, Entity group, Entity member, Supplier<Instant> now) {
        change(session, group, member, Json.array(), now);
    }

    private static void change(
            Session session, Entity group, Entity member, ArrayNode licenses, Supplier<Instant> now) {
        if (!group.array("assignedLicenses").isEmpty() && member.type().equals("user")) {
            apply(session, member, group, licenses, SubscribedSkus.bySkuId(session), now.get());
        }
    }

    private static void apply(
            Session session, Entity user, Entity group, ArrayNode licenses, Map<String, Entity> skus, Instant now) {
        ArrayNode states = Json.array();
        for (JsonNode state : user.array("licenseAssignmentStates")) {
            if (!group.id().equals(state.path("assignedByGroup").asText())) {
                states.add(state);
            }
        }
        for (JsonNode license : licenses) {
            states.add(
                    LicensePlans.state(license.path("skuId").asText(), license.get("disabledPlans"), group.id(), now));
        }
        user.set("licenseAssignmentStates", states);
        LicensePlans.derive(user, skus, now);
        session.updateAll(List.of(user));
        session.changes().changed(Change.of(user, Change.Kind.UPDATED));
    }
}
