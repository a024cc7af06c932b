package io.tenantry.provisioning.mapping;

import io.tenantry.provisioning.expression.Metered;
import io.tenantry.provisioning.expression.value.Attributes;
import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.expression.value.Surroundings;
import io.tenantry.provisioning.expression.value.Value;
import io.tenantry.provisioning.scope.ScopingFilter;
import io.tenantry.store.Entity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An object mapping, compiled: which operations it has, who is in its scope, and what flows. Compiled once per job, evaluated for each
 * object.
 */
public final class MappingPlan {
    /** Of what is not mapped. */
    public static final MappingPlan NONE = new MappingPlan(
            Set.of(), ScopingFilter.NONE, List.of(), List.of(), Map.of("objectId", false), false, Surroundings.NONE);

    private final Set<Operation> operations;
    private final ScopingFilter filter;
    private final List<AttributeFlow> flows;
    private final List<String> unknown;
    private final Map<String, Boolean> reads;
    private final boolean references;
    private final Surroundings surroundings;

    /** objectMapping.flowTypes. */
    public enum Operation {
        ADD,
        UPDATE,
        DELETE
    }

    MappingPlan(
            Set<Operation> operations,
            ScopingFilter filter,
            List<AttributeFlow> flows,
            List<String> unknown,
            Map<String, Boolean> reads,
            boolean references,
            Surroundings surroundings) {
        this.operations = operations;
        this.filter = filter;
        this.flows = flows;
        this.unknown = unknown;
        this.reads = reads;
        this.references = references;
        this.surroundings = surroundings;
    }

    public boolean allows(Operation operation) {
        return operations.contains(operation);
    }

    public ScopingFilter filter() {
        return filter;
    }

    /** The plan where references do not flow. */
    public MappingPlan withoutReferences() {
        return new MappingPlan(operations, filter, flows, unknown, reads, false, surroundings);
    }

    /** Whether the reference is mapped that objects of the type have: a user's manager, a group's members. */
    public boolean mapsReferences() {
        return references;
    }

    /** The source's values that the plan reads, as the log shows them; absent ones are left out. */
    public Map<String, String> imported(Attributes source) {
        Map<String, String> imported = new LinkedHashMap<>();
        reads.forEach((name, redacted) -> {
            Value value = source.get(name);
            if (!value.isAbsent()) {
                imported.put(name, redacted ? ModifiedProperty.REDACTED : value.text());
            }
        });
        return imported;
    }

    /** The target's values that the plan writes, as the log shows them; absent ones are left out. */
    public Map<String, String> held(Entity target) {
        Map<String, String> held = new LinkedHashMap<>();
        held.put("objectId", target.id());
        for (AttributeFlow flow : flows) {
            Value value = flow.attribute().read(target);
            if (!value.isAbsent()) {
                held.put(flow.name(), value.text());
            }
        }
        return held;
    }

    /** Evaluates every flow. Throws {@link MappingFailure} where a value cannot be made or kept. */
    public MappedValues evaluate(Attributes source) {
        if (!unknown.isEmpty()) {
            throw new MappingFailure(new Failure(
                    "SchemaAttributeNotFound",
                    "The target has no attribute " + String.join(", ", unknown) + ".",
                    "Correct the attribute mapping."));
        }
        List<Value> values = new ArrayList<>(flows.size());
        Attributes metered = Metered.of(source, surroundings);
        for (AttributeFlow flow : flows) {
            values.add(evaluate(flow, metered));
        }
        return new MappedValues(flows, values);
    }

    private static Value evaluate(AttributeFlow flow, Attributes source) {
        try {
            Optional<Evaluator> evaluator = flow.source();
            Value value = evaluator.isPresent() ? evaluator.get().evaluate(source) : Value.NOTHING;
            return value.isAbsent() ? value : flow.attribute().accept(single(flow, value));
        } catch (ExpressionError e) {
            throw new MappingFailure(new Failure(
                    "MissingValues",
                    "The mapping of " + flow.name() + " could not be evaluated: " + e.getMessage(),
                    "Correct the attribute mapping or the values that it reads."));
        }
    }

    /** Fills a new object, which held nothing; returns what was written. Null values are left out, defaults take their place. */
    public List<ModifiedProperty> create(MappedValues values, Entity target) {
        List<ModifiedProperty> written = new ArrayList<>();
        for (int i = 0; i < flows.size(); i++) {
            AttributeFlow flow = flows.get(i);
            Value value = values.of(i) == Value.NOTHING ? flow.defaultValue() : values.of(i);
            if (!value.isAbsent()) {
                write(flow, target, Value.NOTHING, value, written);
            }
        }
        return written;
    }

    /**
     * Writes what differs into an existing object; returns what was written. Null never clears (provisioning-engine.md §4.2).
     *
     * @param renames whether the UPN flows too
     */
    public List<ModifiedProperty> update(MappedValues values, Entity target, boolean renames) {
        List<ModifiedProperty> written = new ArrayList<>();
        for (int i = 0; i < flows.size(); i++) {
            AttributeFlow flow = flows.get(i);
            Value held = flow.attribute().read(target);
            Value value = flow.source().isEmpty() && held.isEmpty() ? flow.defaultValue() : values.of(i);
            if (flow.updates(target, held, value, renames)
                    && (flow.always() || !held.text().equals(value.text()))) {
                write(flow, target, held, value, written);
            }
        }
        return written;
    }

    /** Attribute by attribute, what a source object makes and what its target holds; what cannot be made does not keep the others from it. */
    public List<ComparedAttribute> compare(Attributes source, ComparedTarget target) {
        Attributes metered = Metered.of(source, surroundings);
        List<ComparedAttribute> compared = new ArrayList<>();
        flows.forEach(flow -> compared.add(compared(flow, metered, target)));
        unknown.forEach(
                name -> compared.add(ComparedAttribute.failed(name, null, "The target has no such attribute.")));
        return compared;
    }

    private static ComparedAttribute compared(AttributeFlow flow, Attributes source, ComparedTarget target) {
        Value held = target.held(flow);
        try {
            Value evaluated = evaluate(flow, source);
            boolean defaulted = evaluated == Value.NOTHING
                    && (target.object().isEmpty() || flow.source().isEmpty() && held.isEmpty());
            Value made = defaulted ? flow.defaultValue() : evaluated;
            return ComparedAttribute.of(flow, made, held, target.state(flow, held, made));
        } catch (MappingFailure e) {
            return ComparedAttribute.failed(
                    flow.name(), flow.shown(held), e.failure().reason());
        }
    }

    /** Attributes of users have one value. */
    private static Value single(AttributeFlow flow, Value value) {
        if (value instanceof Value.Many && value.items().size() != 1) {
            throw new MappingFailure(new Failure(
                    "SchemaPropertyCanOnlyAcceptValue",
                    "The attribute " + flow.name() + " takes one value, its mapping has made "
                            + value.items().size() + ".",
                    "Correct the attribute mapping."));
        }
        return value instanceof Value.Many ? value.items().get(0) : value;
    }

    private static void write(
            AttributeFlow flow, Entity target, Value held, Value value, List<ModifiedProperty> written) {
        flow.attribute().write(target, value);
        written.add(
                new ModifiedProperty(flow.name(), held.isAbsent() ? null : held.text(), value.text(), flow.redacted()));
    }
}
