package io.tenantry.provisioning.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.ProvisioningLogEntry.Ending;
import io.tenantry.format.Json;
import io.tenantry.provisioning.DirectoryNames;
import io.tenantry.provisioning.export.EntryTexts;
import io.tenantry.provisioning.mapping.ModifiedProperty;
import io.tenantry.provisioning.object.JudgedObject;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What a plan says of each object, in the order in which the cycle comes to them, and how many of each action there are. */
final class PlanRecord implements AutoCloseable {
    private static final int IN_MEMORY = 1 << 20;
    /** Pages that may be worded while others are decided. */
    private static final int MOST_UNKEPT = 2;

    private static final PlanAction[] ACTIONS = PlanAction.values();

    private final DirectoryNames names;
    private final Records objects = new Records(IN_MEMORY);
    private final Notes amendments = new Notes(IN_MEMORY);
    private final int[] counts = new int[ACTIONS.length];
    private long[] places = new long[64];
    private byte[] actions = new byte[64];
    /** Numbers that were given. */
    private int size;
    /** How many of them are kept; the others are being worded. */
    private int kept;

    private final Queue<ForkJoinTask<List<Said>>> worded = new ArrayDeque<>();

    PlanRecord(DirectoryNames names) {
        this.names = names;
    }

    // ---- writing

    /** Adds objects, which are worded on another core; returns the number of the first. */
    int add(List<Told> page) {
        int first = size;
        size += page.size();
        worded.add(ForkJoinPool.commonPool().submit(() -> page.stream()
                .map(each -> Said.of(each, texts(each.object())))
                .toList()));
        keep(MOST_UNKEPT);
        return first;
    }

    void addStaged(JudgedObject object) {
        keep(0);
        size++;
        keep(Said.staged(object, texts(object)));
    }

    private EntryTexts texts(JudgedObject object) {
        return EntryTexts.of(object.read(), names);
    }

    /** @param most pages that need not be kept yet */
    private void keep(int most) {
        while (worded.size() > most) {
            worded.remove().join().forEach(this::keep);
        }
    }

    private void keep(Said said) {
        if (kept == places.length) {
            places = Arrays.copyOf(places, 2 * kept);
            actions = Arrays.copyOf(actions, 2 * kept);
        }
        places[kept] = objects.add(said.packed());
        actions[kept] = (byte) said.action().ordinal();
        counts[said.action().ordinal()]++;
        kept++;
    }

    /** A reference that had to wait flows: what else had nothing to do is updated. */
    void flow(int number, ModifiedProperty change, Predicate<String> made) {
        keep(0);
        ObjectNode amendment = amendment(number);
        if (ACTIONS[actions[number]] == PlanAction.SKIP) {
            counts[PlanAction.SKIP.ordinal()]--;
            counts[PlanAction.UPDATE.ordinal()]++;
            actions[number] = (byte) PlanAction.UPDATE.ordinal();
            amendment.putNull("code").putNull("reason");
        }
        ModifiedProperty shown = Told.reference(change, made);
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
        keep(0);
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
        keep(0);
        return object(number).get("changes").size();
    }

    /** Everything is kept from now on. */
    void finish() {
        keep(0);
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

    /** What is said last of one source object. All are looked at: who asks for one has just had the plan made. */
    Optional<ObjectNode> of(String sourceId) {
        return IntStream.iterate(size - 1, number -> number >= 0, number -> number - 1)
                .filter(number -> Said.isOf(objects.at(places[number]), sourceId))
                .mapToObj(this::object)
                .findFirst();
    }

    private ObjectNode object(int number) {
        ObjectNode object = Said.shown(ACTIONS[actions[number]], objects.at(places[number]));
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
        amendments.close();
    }
}
