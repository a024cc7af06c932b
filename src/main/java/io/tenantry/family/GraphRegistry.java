package io.tenantry.family;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.error.GraphError;
import io.tenantry.store.Entity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who serves what. Families register the rules of their resources under path templates: canonical segments, {@code {}} for a key,
 * without version: {@code /users}, {@code /users/{}}, {@code /groups/{}/members/$ref}. What is not registered cannot be written (405);
 * reading needs registration only where an entity is not simply a stored one.
 */
public final class GraphRegistry {
    /** POST to a collection: checks the body, stores and returns the new entity. */
    public interface Create {
        Entity create(GraphCall call, ObjectNode body);
    }

    /** POST, PATCH or PUT with an answer of its own. */
    public interface Write {
        Answer write(GraphCall call, Entity target, ObjectNode body);
    }

    /** PATCH: applies the body to the entity and stores it. */
    public interface Update {
        void update(GraphCall call, Entity target, ObjectNode body);
    }

    public interface Delete {
        void delete(GraphCall call, Entity target);
    }

    /** A reference to another object is added, set or taken away; {@code other} is null where a single one is taken away. */
    public interface Reference {
        void change(GraphCall call, Entity owner, Entity other);
    }

    /** A bound action or function. {@code bound} is null where it is bound to a collection. */
    public interface Operation {
        Answer call(GraphCall call, Entity bound, ObjectNode parameters);
    }

    /** Finds the entity that a single-valued segment stands for; {@code owner} is null at the root. */
    public interface Single {
        Optional<Entity> find(GraphCall call, Entity owner);
    }

    /** Finds the entity of a key within a collection. */
    public interface Keyed {
        Optional<Entity> find(GraphCall call, Entity owner, String key);
    }

    /** Says what a collection segment holds. */
    public interface Source {
        CollectionSource of(GraphCall call, Entity owner);
    }

    /** Changes what is shown of an entity when it is read: computed values. */
    public interface View {
        void apply(GraphCall call, Entity shown);

        /** False where a call sees the objects as they are stored. */
        default boolean wanted(GraphCall call) {
            return true;
        }
    }

    /**
     * Says which error a client meets where nothing stands under a path. {@code key} is the last key of the path as sent. Without such
     * a rule it is {@link GraphError#notFound}.
     */
    public interface Missing {
        GraphError error(String method, String key);
    }

    /** Says with which error a segment is refused that the Edm does not have; template and keys are those before it. */
    public interface Unknown {
        GraphError error(String template, List<String> keys, String segment);
    }

    /** Says with which error a write is refused, whatever its body. */
    public interface Refusal {
        GraphError error(GraphCall call, Entity target);
    }

    private final Map<String, Create> creates = new HashMap<>();
    private final Map<String, Write> writes = new HashMap<>();
    private final Map<String, Update> updates = new HashMap<>();
    private final Map<String, Delete> deletes = new HashMap<>();
    private final Map<String, Reference> references = new HashMap<>();
    private final Map<String, Operation> operations = new HashMap<>();
    private final Set<String> questions = new HashSet<>();
    private final Map<String, Single> singles = new HashMap<>();
    private final Map<String, Keyed> keyed = new HashMap<>();
    private final Map<String, Source> sources = new HashMap<>();
    private final Map<String, View> views = new HashMap<>();
    private final Map<String, Missing> missing = new HashMap<>();
    private final Map<String, Refusal> refusals = new HashMap<>();
    private final Map<String, Missing> absences = new HashMap<>();
    private final Map<String, Unknown> unknowns = new HashMap<>();

    public void create(String template, Create rule) {
        put(creates, template, rule);
    }

    /** A write whose answer is neither 201 with the entity nor 204; {@code method} is POST, PATCH or PUT. */
    public void write(String method, String template, Write rule) {
        put(writes, method + " " + template, rule);
    }

    /** PATCH that is never served. */
    public void refuse(String template, Refusal rule) {
        put(refusals, template, rule);
    }

    /** A method that the Edm lets one expect under a path, but under which the service has nothing at all, whoever asks. */
    public void absent(String method, String template, Missing rule) {
        put(absences, method + " " + template, rule);
    }

    public void update(String template, Update rule) {
        put(updates, template, rule);
    }

    public void delete(String template, Delete rule) {
        put(deletes, template, rule);
    }

    /** POST (or PUT for a single one) to {@code …/$ref}. */
    public void addReference(String template, Reference rule) {
        put(references, "+" + template, rule);
    }

    /** DELETE of {@code …/{}/$ref} or, for a single one, of {@code …/$ref}. */
    public void removeReference(String template, Reference rule) {
        put(references, "-" + template, rule);
    }

    /** An action or function of the Edm: {@code type} is the bound type's short name, {@code Collection(type)} for a collection. */
    public void operation(String type, String name, Operation rule) {
        put(operations, type + "/" + name, rule);
    }

    /** An action that changes nothing: others may write while it is answered, however long that takes. */
    public void question(String type, String name, Operation rule) {
        operation(type, name, rule);
        questions.add(name);
    }

    public void single(String template, Single rule) {
        put(singles, template, rule);
    }

    public void keyed(String template, Keyed rule) {
        put(keyed, template, rule);
    }

    public void source(String template, Source rule) {
        put(sources, template, rule);
    }

    /** By entity type. */
    public void view(String type, View rule) {
        put(views, type, rule);
    }

    /** For a key ({@code /users/{}}) or a single-valued segment. */
    public void missing(String template, Missing rule) {
        put(missing, template, rule);
    }

    /** For a template and all that stands below it. Without such a rule it is {@link GraphError#unknownSegment}. */
    public void unknown(String template, Unknown rule) {
        put(unknowns, template, rule);
    }

    public Optional<Create> create(String template) {
        return Optional.ofNullable(creates.get(template));
    }

    public Optional<Write> write(String method, String template) {
        return Optional.ofNullable(writes.get(method + " " + template));
    }

    public Optional<Refusal> refusal(String template) {
        return Optional.ofNullable(refusals.get(template));
    }

    public Optional<Update> update(String template) {
        return Optional.ofNullable(updates.get(template));
    }

    public Optional<Delete> delete(String template) {
        return Optional.ofNullable(deletes.get(template));
    }

    /** Whether a rule answers POST, PATCH, PUT or DELETE under a template. */
    public boolean writes(String method, String template) {
        return writes.containsKey(method + " " + template)
                || switch (method) {
                    case "POST" -> creates.containsKey(template);
                    case "PATCH" -> updates.containsKey(template) || refusals.containsKey(template);
                    case "DELETE" -> deletes.containsKey(template);
                    default -> false;
                };
    }

    public Optional<Reference> addReference(String template) {
        return Optional.ofNullable(references.get("+" + template));
    }

    public Optional<Reference> removeReference(String template) {
        return Optional.ofNullable(references.get("-" + template));
    }

    /** The rule of an operation, looked for at the type and its base types. */
    public Optional<Operation> operation(List<String> types, String name) {
        return types.stream()
                .map(type -> operations.get(type + "/" + name))
                .filter(rule -> rule != null)
                .findFirst();
    }

    /** Whether an operation of this name changes nothing. */
    public boolean isQuestion(String name) {
        return questions.contains(name);
    }

    public Optional<Single> single(String template) {
        return Optional.ofNullable(singles.get(template));
    }

    public Optional<Keyed> keyed(String template) {
        return Optional.ofNullable(keyed.get(template));
    }

    public Optional<Source> source(String template) {
        return Optional.ofNullable(sources.get(template));
    }

    public Optional<View> view(String type) {
        return Optional.ofNullable(views.get(type));
    }

    /** The error for a template under which nothing stands. */
    public GraphError missing(String template, String method, String key) {
        return missing.getOrDefault(template, (m, k) -> GraphError.notFound(k)).error(method, key);
    }

    /** The error for a segment that the Edm does not have. */
    public GraphError unknown(String template, List<String> keys, String segment) {
        return unknowns.entrySet().stream()
                .filter(rule -> (template + "/").startsWith(rule.getKey() + "/"))
                .findFirst()
                .map(rule -> rule.getValue().error(template, keys, segment))
                .orElseGet(() -> GraphError.unknownSegment(segment));
    }

    /** Throws what was registered by {@link #absent}. {@code keys} are those of the path. */
    public void requireServed(String method, String template, List<String> keys) {
        Missing rule = absences.get(method + " " + template);
        if (rule != null) {
            throw rule.error(method, keys.isEmpty() ? "" : keys.get(keys.size() - 1));
        }
    }

    private static <T> void put(Map<String, T> map, String key, T rule) {
        if (map.put(key, rule) != null) {
            throw new IllegalStateException("registered twice: " + key);
        }
    }
}
