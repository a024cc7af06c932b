package io.tenantry.provisioning.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.ProvisioningLogEntry.Ending;
import io.tenantry.format.Json;
import io.tenantry.provisioning.DirectoryNames;
import io.tenantry.provisioning.export.EntryTexts;
import io.tenantry.provisioning.mapping.ModifiedProperty;
import io.tenantry.provisioning.object.JudgedObject;
import io.tenantry.provisioning.object.Outcome;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.provisioning.user.ManagerFlow;
import io.tenantry.store.Entity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What a plan says of each object, in the order in which the cycle comes to them, and how many of each action there are. */
final class PlanRecord implements AutoCloseable {
    private static final int IN_MEMORY = 1 << 20;
    private static final PlanAction[] ACTIONS = PlanAction.values();

    private final DirectoryNames names;
    private final Records objects = new Records(IN_MEMORY);
    private final Notes numbers = new Notes(IN_MEMORY);
    private final Notes amendments = new Notes(IN_MEMORY);
    private final int[] counts = new int[ACTIONS.length];
    private long[] places = new long[64];
    private byte[] actions = new byte[64];
    private int size;

    PlanRecord(DirectoryNames names) {
        this.names = names;
    }

    // ---- writing

    /**
     * What is said of an object, ready to be kept.
     *
     * @param packed all of it but the action
     */
    record Said(String sourceId, PlanAction action, byte[] packed) {}

    /** The object of the target, if any, and whether it is there already. */
    private record Aim(Optional<Entity> object, boolean there) {}

    /** @param made whether an object of the target would be made by the cycle */
    Said said(JudgedObject object, Outcome outcome, Predicate<String> made) {
        Ending ending = texts(object).ending(object, outcome);
        Optional<Entity> target = outcome instanceof Outcome.Targeted targeted
                ? Optional.of(targeted.target())
                : object.read().target();
        Aim aim = new Aim(target, target.filter(each -> made.test(each.id())).isEmpty());
        return said(PlanAction.of(outcome, ending), object.read(), aim, changes(outcome, made), ending);
    }

    void addStaged(JudgedObject object) {
        Ending ending = texts(object).staged();
        Aim aim = new Aim(object.read().target(), true);
        add(said(PlanAction.STAGED_DELETE, object.read(), aim, List.of(), ending));
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

    private static Said said(
            PlanAction action, SourceObject source, Aim aim, List<ModifiedProperty> changes, Ending ending) {
        Packed packed = new Packed().put(source.type().wireName());
        identity(packed, source.id(), source.object().orElse(null));
        packed.put(aim.object.isPresent() ? 1 : 0);
        aim.object.ifPresent(each -> identity(packed, aim.there ? each.id() : null, each));
        packed.put(changes.size());
        for (ModifiedProperty each : changes) {
            packed.put(each.name()).put(each.oldValue()).put(each.newValue());
        }
        packed.put(ending.code()).put(ending.reason());
        return new Said(source.id(), action, packed.toBytes());
    }

    /** @param object null where there is none any more */
    private static void identity(Packed packed, String id, Entity object) {
        packed.put(id)
                .put(object == null ? null : object.text("displayName"))
                .put(object == null ? null : object.text("userPrincipalName"));
    }

    /** Returns the object's number. */
    int add(Said said) {
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
            actions = Arrays.copyOf(actions, 2 * size);
        }
        places[size] = objects.add(said.packed);
        actions[size] = (byte) said.action.ordinal();
        counts[said.action.ordinal()]++;
        numbers.put(said.sourceId, Integer.toString(size));
        return size++;
    }

    /** A reference that had to wait flows: what else had nothing to do is updated. */
    void flow(int number, ModifiedProperty change, Predicate<String> made) {
        ObjectNode amendment = amendment(number);
        if (ACTIONS[actions[number]] == PlanAction.SKIP) {
            counts[PlanAction.SKIP.ordinal()]--;
            counts[PlanAction.UPDATE.ordinal()]++;
            actions[number] = (byte) PlanAction.UPDATE.ordinal();
            amendment.putNull("code").putNull("reason");
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
            Ending ending = EntryTexts.unresolved(text);
            ObjectNode amendment = amendment(number).put("code", ending.code()).put("reason", ending.reason());
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

    ObjectNode counts() {
        ObjectNode shown = Json.object();
        for (PlanAction each : ACTIONS) {
            shown.put(each.wireName(), counts[each.ordinal()]);
        }
        return shown;
    }

    /** Numbers of the next objects to which one of the actions would be done. */
    List<Integer> numbers(int from, int most, Set<PlanAction> wanted) {
        return IntStream.range(Math.min(from, size), size)
                .filter(number -> wanted.contains(ACTIONS[actions[number]]))
                .limit(most)
                .boxed()
                .toList();
    }

    ArrayNode objects(List<Integer> numbers) {
        ArrayNode shown = Json.array();
        numbers.forEach(number -> shown.add(object(number)));
        return shown;
    }

    /** What is said of one source object. */
    Optional<ObjectNode> of(String sourceId) {
        return numbers.text(sourceId).map(number -> object(Integer.parseInt(number)));
    }

    private ObjectNode object(int number) {
        ObjectNode object = shown(ACTIONS[actions[number]], new Packed.Reader(objects.at(places[number])));
        amendments.get(Integer.toString(number)).map(Json::parseObject).ifPresent(amendment -> {
            Optional.ofNullable(amendment.remove("changes"))
                    .ifPresent(more -> ((ArrayNode) object.get("changes")).addAll((ArrayNode) more));
            object.setAll(amendment);
        });
        return object;
    }

    private static ObjectNode shown(PlanAction action, Packed.Reader packed) {
        ObjectNode shown = Json.object().put("action", action.wireName()).put("type", packed.text());
        identity(shown.putObject("source"), packed);
        if (packed.number() == 0) {
            shown.putNull("target");
        } else {
            identity(shown.putObject("target"), packed);
        }
        ArrayNode changes = shown.putArray("changes");
        for (int left = packed.number(); left > 0; left--) {
            changes.addObject()
                    .put("name", packed.text())
                    .put("before", packed.text())
                    .put("after", packed.text());
        }
        return shown.put("code", packed.text()).put("reason", packed.text());
    }

    private static void identity(ObjectNode shown, Packed.Reader packed) {
        shown.put("id", packed.text()).put("displayName", packed.text()).put("userPrincipalName", packed.text());
    }

    @Override
    public void close() {
        objects.close();
        numbers.close();
        amendments.close();
    }
}
