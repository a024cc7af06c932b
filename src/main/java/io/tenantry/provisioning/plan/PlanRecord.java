package io.tenantry.provisioning.plan;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.provisioning.DirectoryNames;
import io.tenantry.provisioning.export.EntryResult;
import io.tenantry.provisioning.export.EntryTexts;
import io.tenantry.provisioning.mapping.ModifiedProperty;
import io.tenantry.provisioning.object.JudgedObject;
import io.tenantry.provisioning.object.Outcome;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.provisioning.user.ManagerFlow;
import io.tenantry.store.Entity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a plan says of each object, in the order in which the cycle comes to them, and how many of each action there are. */
final class PlanRecord implements AutoCloseable {
    private static final PlanAction[] ACTIONS = PlanAction.values();

    private final DirectoryNames names;
    private final Records objects = new Records();
    private final Notes numbers = new Notes();
    private final Notes amendments = new Notes();
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(4096);
    private final int[] counts = new int[ACTIONS.length];
    private long[] places = new long[64];
    private byte[] actions = new byte[64];
    private int size;

    PlanRecord(DirectoryNames names) {
        this.names = names;
    }

    // ---- writing

    /** @param made whether an object of the target would be made by the cycle; returns the object's number */
    int add(JudgedObject object, Outcome outcome, Predicate<String> made) {
        EntryResult result = EntryResult.of(object, outcome, texts(object));
        Optional<Entity> target = outcome instanceof Outcome.Targeted targeted
                ? Optional.of(targeted.target())
                : object.read().target();
        return add(
                PlanAction.of(outcome, result),
                object.read(),
                target,
                target.filter(each -> made.test(each.id())).isEmpty(),
                changes(outcome, made),
                result);
    }

    void addStaged(JudgedObject object) {
        EntryResult result = EntryResult.staged(texts(object));
        add(PlanAction.STAGED_DELETE, object.read(), object.read().target(), true, List.of(), result);
    }

    private EntryTexts texts(JudgedObject object) {
        return EntryTexts.of(object.read(), names);
    }

    private static List<ModifiedProperty> changes(Outcome outcome, Predicate<String> made) {
        List<ModifiedProperty> modified = outcome instanceof Outcome.Create create
                ? create.modified()
                : outcome instanceof Outcome.Update update ? update.modified() : List.of();
        boolean manager = modified.stream().anyMatch(each -> each.name().equals(ManagerFlow.ATTRIBUTE));
        return manager
                ? modified.stream()
                        .map(each -> each.name().equals(ManagerFlow.ATTRIBUTE) ? shown(each, made) : each)
                        .toList()
                : modified;
    }

    /** What is not there yet has no id. */
    private static ModifiedProperty shown(ModifiedProperty manager, Predicate<String> made) {
        return new ModifiedProperty(manager.name(), known(manager.oldValue(), made), known(manager.newValue(), made));
    }

    private static String known(String targetId, Predicate<String> made) {
        return targetId == null || made.test(targetId) ? null : targetId;
    }

    private int add(
            PlanAction action,
            SourceObject user,
            Optional<Entity> target,
            boolean there,
            List<ModifiedProperty> changes,
            EntryResult result) {
        buffer.reset();
        try (JsonGenerator json = Json.MAPPER.getFactory().createGenerator(buffer)) {
            json.writeStartObject();
            json.writeStringField("action", action.wireName());
            json.writeStringField("type", user.type().wireName());
            identity(json, "source", user.id(), user.object());
            if (target.isPresent()) {
                identity(json, "target", there ? target.get().id() : null, target);
            } else {
                json.writeNullField("target");
            }
            json.writeArrayFieldStart("changes");
            for (ModifiedProperty each : changes) {
                json.writeStartObject();
                json.writeStringField("name", each.name());
                json.writeStringField("before", each.oldValue());
                json.writeStringField("after", each.newValue());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringField("code", result.code());
            json.writeStringField("reason", result.reason());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keep(user.id(), action);
    }

    private static void identity(JsonGenerator json, String name, String id, Optional<Entity> object)
            throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("id", id);
        json.writeStringField(
                "displayName", object.map(each -> each.text("displayName")).orElse(null));
        json.writeStringField(
                "userPrincipalName",
                object.map(each -> each.text("userPrincipalName")).orElse(null));
        json.writeEndObject();
    }

    private int keep(String sourceId, PlanAction action) {
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
            actions = Arrays.copyOf(actions, 2 * size);
        }
        places[size] = objects.add(buffer.toByteArray());
        actions[size] = (byte) action.ordinal();
        counts[action.ordinal()]++;
        numbers.put(sourceId, Integer.toString(size));
        return size++;
    }

    /** A reference that had to wait flows: what else had nothing to do is updated. */
    void flow(int number, ModifiedProperty change, Predicate<String> made) {
        ObjectNode amendment = amendment(number);
        if (ACTIONS[actions[number]] == PlanAction.SKIP) {
            counts[PlanAction.SKIP.ordinal()]--;
            counts[PlanAction.UPDATE.ordinal()]++;
            actions[number] = (byte) PlanAction.UPDATE.ordinal();
            amendment
                    .put("action", PlanAction.UPDATE.wireName())
                    .putNull("code")
                    .putNull("reason");
        }
        ModifiedProperty shown = shown(change, made);
        amendment
                .withArray("changes")
                .addObject()
                .put("name", shown.name())
                .put("before", shown.oldValue())
                .put("after", shown.newValue());
        amendments.put(Integer.toString(number), Json.utf8(amendment));
    }

    /** A reference leads to nobody in the target. */
    void unresolved(int number, String text) {
        if (ACTIONS[actions[number]] != PlanAction.SKIP) {
            EntryResult result = EntryResult.unresolved(text);
            ObjectNode amendment = amendment(number).put("code", result.code()).put("reason", result.reason());
            amendments.put(Integer.toString(number), Json.utf8(amendment));
        }
    }

    private ObjectNode amendment(int number) {
        return amendments.get(Integer.toString(number)).map(Json::parseObject).orElseGet(Json::object);
    }

    /** How many changes of an object are known. */
    int changes(int number) {
        return object(number).get("changes").size();
    }

    // ---- reading

    int size() {
        return size;
    }

    ObjectNode counts() {
        ObjectNode shown = Json.object();
        for (PlanAction each : ACTIONS) {
            shown.put(each.wireName(), counts[each.ordinal()]);
        }
        return shown;
    }

    ArrayNode objects(int from, int most) {
        ArrayNode shown = Json.array();
        for (int number = from; number < Math.min(size, from + most); number++) {
            shown.add(object(number));
        }
        return shown;
    }

    /** What is said of one source object. */
    Optional<ObjectNode> of(String sourceId) {
        return numbers.text(sourceId).map(number -> object(Integer.parseInt(number)));
    }

    private ObjectNode object(int number) {
        ObjectNode object = Json.parseObject(objects.at(places[number]));
        amendments.get(Integer.toString(number)).map(Json::parseObject).ifPresent(amendment -> {
            Optional.ofNullable(amendment.remove("changes"))
                    .ifPresent(more -> ((ArrayNode) object.get("changes")).addAll((ArrayNode) more));
            object.setAll(amendment);
        });
        return object;
    }

    @Override
    public void close() {
        objects.close();
        numbers.close();
        amendments.close();
    }
}
