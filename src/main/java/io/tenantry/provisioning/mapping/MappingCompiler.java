package io.tenantry.provisioning.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.provisioning.expression.Expression;
import io.tenantry.provisioning.expression.ExpressionPlanner;
import io.tenantry.provisioning.expression.MappingSource;
import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.expression.value.Surroundings;
import io.tenantry.provisioning.expression.value.Value;
import io.tenantry.provisioning.scope.InvalidFilter;
import io.tenantry.provisioning.scope.ScopingFilter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Compiles the object mappings of a schema. */
public final class MappingCompiler {
    private static final int MOST_MAPPINGS = 500;
    private static final int LONGEST_EXPRESSIONS = 100_000;
    private static final String REDACT = "Redact";
    private static final String SELECT_UNIQUE_VALUE = "SelectUniqueValue";
    private static final String FLOW_WHEN_CHANGED = "FlowWhenChanged";
    private static final String FLOW_ALWAYS = "FlowAlways";

    private MappingCompiler() {}

    /** The object mapping of a schema for an object type of the source. */
    public static Optional<JsonNode> objectMapping(JsonNode schema, String sourceObjectName) {
        for (JsonNode rule : schema.path("synchronizationRules")) {
            for (JsonNode mapping : rule.path("objectMappings")) {
                if (mapping.path("sourceObjectName").asText().equalsIgnoreCase(sourceObjectName)) {
                    return Optional.of(mapping);
                }
            }
        }
        return Optional.empty();
    }

    /** As {@link #users(JsonNode, TargetDirectory, Surroundings)}, where nothing is known of the target. */
    public static MappingPlan users(JsonNode schema, String targetDomain) {
        return users(schema, TargetDirectory.any(targetDomain), Surroundings.NONE);
    }

    /** The plan of a schema's user mapping. Throws {@link InvalidMapping} where there is none or it cannot be compiled. */
    public static MappingPlan users(JsonNode schema, TargetDirectory target, Surroundings surroundings) {
        JsonNode mapping =
                objectMapping(schema, "User").orElseThrow(() -> new InvalidMapping("The schema maps no users."));
        return compile(mapping, MappedType.users(target), surroundings);
    }

    /** The plan of a schema's group mapping, which must have one. */
    public static MappingPlan groups(JsonNode schema, Surroundings surroundings) {
        return compile(objectMapping(schema, "Group").orElseThrow(), MappedType.GROUPS, surroundings);
    }

    private static MappingPlan compile(JsonNode mapping, MappedType type, Surroundings surroundings) {
        checkSize(mapping.path("attributeMappings"));
        List<AttributeFlow> flows = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        Map<String, Boolean> reads = new LinkedHashMap<>();
        type.imported().forEach(name -> reads.put(name, false));
        boolean references = false;
        for (JsonNode each : mapping.path("attributeMappings")) {
            Mapped mapped = Mapped.of(each);
            String name = mapped.name;
            references |= name.equals(type.reference())
                    && mapped.source
                            .filter(new Expression.Attribute(name)::equals)
                            .isPresent();
            Optional<TargetAttribute> attribute = type.attributes().apply(name);
            if (attribute.isPresent()) {
                mapped.source.ifPresent(expression -> read(expression, reads));
                flows.add(mapped.into(attribute.get()));
            } else if (!type.carried().contains(name) && !name.equals(type.reference())) {
                unknown.add(name);
            }
        }
        return new MappingPlan(operations(mapping), filter(mapping), flows, unknown, reads, references, surroundings);
    }

    /** Whether an object mapping, of any kind of objects, can be compiled. Throws {@link InvalidMapping}. */
    public static void check(JsonNode mapping) {
        checkSize(mapping.path("attributeMappings"));
        operations(mapping);
        filter(mapping);
        each(mapping, (name, attribute) -> {
            source(name, attribute.path("source")).ifPresent(expression -> planned(name, expression));
            flowType(attribute);
            flowsAlways(attribute);
        });
    }

    /** The attribute mappings of an object mapping, one after the other; what is wrong with one is told of it. */
    public static void each(JsonNode mapping, BiConsumer<String, JsonNode> check) {
        for (JsonNode attribute : mapping.path("attributeMappings")) {
            String name = attribute.path("targetAttributeName").asText();
            try {
                check.accept(name, attribute);
            } catch (InvalidMapping e) {
                throw e.of(name);
            }
        }
    }

    /** What an expression reads; within Redact it is not shown, wherever else it is read. */
    private static void read(Expression expression, Map<String, Boolean> reads) {
        expression.attributes().forEach(name -> reads.putIfAbsent(name, false));
        for (Expression.Call call : expression.calls(REDACT)) {
            call.attributes().forEach(name -> reads.put(name, true));
        }
    }

    /** The attributes of a user are some dozens, and a cycle evaluates all of their mappings for every user. */
    private static void checkSize(JsonNode attributeMappings) {
        int length = 0;
        for (JsonNode each : attributeMappings) {
            length += each.path("source").path("expression").asText("").length();
            if (attributeMappings.size() > MOST_MAPPINGS || length > LONGEST_EXPRESSIONS) {
                throw new InvalidMapping("A mapping of objects may have " + MOST_MAPPINGS + " attribute mappings and "
                        + LONGEST_EXPRESSIONS + " characters of expressions.");
            }
        }
    }

    /** An attribute mapping, its expression read. */
    private record Mapped(String name, Optional<Expression> source, JsonNode json) {
        static Mapped of(JsonNode json) {
            String name = json.path("targetAttributeName").asText();
            return new Mapped(name, MappingCompiler.source(name, json.path("source")), json);
        }

        AttributeFlow into(TargetAttribute attribute) {
            return new AttributeFlow(
                    name,
                    attribute,
                    source.map(expression -> planned(name, expression)),
                    defaultValue(name, attribute, json.path("defaultValue").asText("")),
                    flowType(json),
                    flowsAlways(json),
                    source.filter(expression -> !expression.calls(REDACT).isEmpty())
                            .isPresent());
        }
    }

    /** The portal leaves the field empty where there is no default. */
    private static Value defaultValue(String name, TargetAttribute attribute, String text) {
        try {
            return text.isEmpty() ? Value.NOTHING : attribute.accept(Value.of(text));
        } catch (MappingFailure e) {
            throw new InvalidMapping("The default value of " + name + " cannot be used: " + e.getMessage()).of(name);
        }
    }

    private static FlowType flowType(JsonNode mapping) {
        String type = mapping.path("flowType").asText("Always");
        return FlowType.named(type).orElseThrow(() -> new InvalidMapping("Unknown flowType " + type));
    }

    private static boolean flowsAlways(JsonNode mapping) {
        String behavior = mapping.path("flowBehavior").asText(FLOW_WHEN_CHANGED);
        if (behavior.equalsIgnoreCase(FLOW_ALWAYS)) {
            return true;
        }
        if (behavior.equalsIgnoreCase(FLOW_WHEN_CHANGED)) {
            return false;
        }
        throw new InvalidMapping("Unknown flowBehavior " + behavior);
    }

    /** What an attribute is mapped from; without any source there is nothing but the default value. Throws {@link InvalidMapping}. */
    public static Optional<Expression> source(String name, JsonNode source) {
        if (!source.hasNonNull("expression") && !source.hasNonNull("name")) {
            return Optional.empty();
        }
        try {
            Expression expression = MappingSource.expression(source);
            if (!expression.calls(SELECT_UNIQUE_VALUE).isEmpty()) {
                throw new InvalidMapping("The mapping of " + name + " calls " + SELECT_UNIQUE_VALUE
                        + ", which is supported where on-premises Active Directory is provisioned only.");
            }
            return Optional.of(expression);
        } catch (ExpressionError e) {
            throw invalid(name, e);
        }
    }

    private static Evaluator planned(String name, Expression expression) {
        try {
            return ExpressionPlanner.plan(expression);
        } catch (ExpressionError e) {
            throw invalid(name, e);
        }
    }

    private static InvalidMapping invalid(String name, ExpressionError e) {
        return new InvalidMapping("The mapping of " + name + " is no valid expression: " + e.getMessage());
    }

    private static ScopingFilter filter(JsonNode mapping) {
        try {
            return ScopingFilter.compile(mapping.path("scope"));
        } catch (InvalidFilter e) {
            throw new InvalidMapping("The scope is no valid filter: " + e.getMessage());
        }
    }

    private static Set<MappingPlan.Operation> operations(JsonNode mapping) {
        Set<MappingPlan.Operation> operations = EnumSet.noneOf(MappingPlan.Operation.class);
        String flowTypes = mapping.path("flowTypes").asText("Add,Update,Delete").toUpperCase(Locale.ROOT);
        for (String name : flowTypes.split(",")) {
            switch (name.trim()) {
                case "ADD" -> operations.add(MappingPlan.Operation.ADD);
                case "UPDATE" -> operations.add(MappingPlan.Operation.UPDATE);
                case "DELETE" -> operations.add(MappingPlan.Operation.DELETE);
                case "NONE", "" -> {}
                default -> throw new InvalidMapping("Unknown flowTypes " + flowTypes);
            }
        }
        return operations;
    }
}
