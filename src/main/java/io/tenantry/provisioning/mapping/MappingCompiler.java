package io.tenantry.provisioning.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.provisioning.expression.Expression;
import io.tenantry.provisioning.expression.ExpressionPlanner;
import io.tenantry.provisioning.expression.MappingSource;
import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.scope.InvalidFilter;
import io.tenantry.provisioning.scope.ScopingFilter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Compiles the object mappings of a schema. */
public final class MappingCompiler {
    /** Matched or carried by the life of the object, never written as values. */
    private static final Set<String> LIFECYCLE = Set.of("alternativeSecurityIds", "IsSoftDeleted", "objectId");

    /** Read whatever is mapped, as the log shows it (synchronization-api.md §11.3). */
    private static final List<String> IMPORTED = List.of(
            "objectId", "netId", "alternativeSecurityIds", "IsSoftDeleted", "accountEnabled", "appRoleAssignments");

    private static final int MOST_MAPPINGS = 500;
    private static final int LONGEST_EXPRESSIONS = 100_000;
    private static final String MANAGER = "manager";

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

    /** The plan of a schema's user mapping. Throws {@link InvalidMapping} where there is none or it cannot be compiled. */
    public static MappingPlan users(JsonNode schema, String targetDomain) {
        JsonNode mapping =
                objectMapping(schema, "User").orElseThrow(() -> new InvalidMapping("The schema maps no users."));
        return compile(mapping, targetDomain);
    }

    public static MappingPlan compile(JsonNode mapping, String targetDomain) {
        checkSize(mapping.path("attributeMappings"));
        TargetAttributes attributes = new TargetAttributes(targetDomain);
        List<AttributeFlow> flows = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        Set<String> reads = new LinkedHashSet<>(IMPORTED);
        boolean manager = false;
        for (JsonNode each : mapping.path("attributeMappings")) {
            String name = each.path("targetAttributeName").asText();
            manager |= name.equals(MANAGER);
            Optional<TargetAttribute> attribute = attributes.named(name);
            if (attribute.isPresent()) {
                Optional<Expression> source = source(name, each.path("source"));
                source.ifPresent(expression -> reads.addAll(expression.attributes()));
                flows.add(flow(name, attribute.get(), source, each));
            } else if (!LIFECYCLE.contains(name) && !name.equals(MANAGER)) {
                unknown.add(name);
            }
        }
        return new MappingPlan(operations(mapping), filter(mapping), flows, unknown, reads, manager);
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

    private static AttributeFlow flow(
            String name, TargetAttribute attribute, Optional<Expression> source, JsonNode mapping) {
        String type = mapping.path("flowType").asText("Always");
        return new AttributeFlow(
                name,
                attribute,
                source.map(expression -> planned(name, expression)),
                mapping.path("defaultValue").isTextual()
                        ? mapping.get("defaultValue").asText()
                        : null,
                FlowType.named(type).orElseThrow(() -> new InvalidMapping("Unknown flowType " + type)));
    }

    private static Optional<Expression> source(String name, JsonNode source) {
        if (source.isMissingNode() || source.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(MappingSource.expression(source));
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
