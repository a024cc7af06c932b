package io.tenantry.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.family.GraphCall;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Insertion;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Writes directory audit entries, in the transaction of what they tell. */
public final class AuditLog {
    private AuditLog() {}

    public static void record(GraphCall call, AuditEvent event) {
        record(call.session(), call.now(), Actor.of(call.caller()), List.of(event));
    }

    /** Several events at one moment; those that name no correlation of their own share one. */
    public static void record(Session session, Instant now, Actor actor, List<AuditEvent> events) {
        if (!events.isEmpty()) {
            session.insertAll(entries(now, actor, events, session.changes().nextNumbers(events.size())));
        }
    }

    /**
     * The same for later on in the transaction.
     *
     * @param count of the events, which may be made on another core
     */
    public static Insertion recording(
            Session session, Instant now, Actor actor, int count, Supplier<List<AuditEvent>> events) {
        long number = count == 0 ? 0 : session.changes().nextNumbers(count);
        return session.inserting(() -> entries(now, actor, events.get(), number));
    }

    private static List<Entity> entries(Instant now, Actor actor, List<AuditEvent> events, long first) {
        long number = first;
        String shared = Ids.random();
        List<Entity> entries = new ArrayList<>(events.size());
        for (AuditEvent event : events) {
            String correlation = event.correlation == null ? shared : event.correlation;
            entries.add(entry(event, actor, now, correlation, number++));
        }
        return entries;
    }

    private static Entity entry(AuditEvent event, Actor actor, Instant now, String correlation, long number) {
        // the time-ordered part comes first, so that entries of one instant keep their order
        String id = event.idPrefix + "_" + Ids.ordered(number) + "_"
                + correlation.substring(0, 5).toUpperCase() + "_" + number;
        Entity entry = Entity.of("directoryAudit", id)
                .set("activityDateTime", now)
                .set("activityDisplayName", event.activity)
                .set("category", event.category)
                .set("correlationId", correlation)
                .set("loggedByService", event.service)
                .set("operationType", event.operationType)
                .set("result", event.result)
                .set("resultReason", event.resultReason)
                .set("initiatedBy", actor.toJson());
        ArrayNode targets = Json.array();
        event.targets.forEach(targets::add);
        entry.set("targetResources", targets);
        ArrayNode details = Json.array();
        event.details.forEach((key, value) -> {
            ObjectNode pair = details.addObject();
            pair.put("key", key).put("value", value);
        });
        return entry.set("additionalDetails", details);
    }
}
