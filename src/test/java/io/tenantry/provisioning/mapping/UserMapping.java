package io.tenantry.provisioning.mapping;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.provisioning.expression.value.Surroundings;
import io.tenantry.provisioning.expression.value.Value;
import io.tenantry.store.Entity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mapping of users, made attribute by attribute, and what it makes of a user of the source. */
final class UserMapping {
    static final String EXTENSION = "extension_0a1b2c3d4e5f60718293a4b5c6d7e8f9_";

    final ObjectNode schema = Json.object();
    final ObjectNode mapping;
    final Map<String, String> extensions = new LinkedHashMap<>();
    final Entity source = Entity.of("user", "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9")
            .set("userPrincipalName", "ana@alder.example")
            .set("displayName", "Ana Reis")
            .set("accountEnabled", true)
            .set("department", "Dock");
    Entity target = Entity.of("user", "11111111-2222-3333-4444-555555555555");

    UserMapping() {
        ObjectNode rule = schema.putArray("synchronizationRules").addObject();
        mapping = rule.putArray("objectMappings")
                .addObject()
                .put("sourceObjectName", "User")
                .put("targetObjectName", "User");
        mapping.putArray("attributeMappings");
    }

    /** Maps an attribute; what comes back can be changed. */
    ObjectNode map(String attribute, String expression) {
        ObjectNode added = ((ArrayNode) mapping.get("attributeMappings")).addObject();
        added.put("targetAttributeName", attribute);
        added.putObject("source").put("type", "Function").put("expression", expression);
        return added;
    }

    MappingPlan plan() {
        TargetDirectory directory =
                new TargetDirectory("birch.onmicrosoft.com", name -> Optional.ofNullable(extensions.get(name)));
        return MappingCompiler.users(
                schema, directory, Surroundings.of(() -> Instant.parse("2026-03-02T12:00:00Z"), "alder.example"));
    }

    static ModifiedProperty modified(String name, String before, String after) {
        return new ModifiedProperty(name, before, after);
    }

    MappedValues values() {
        return plan().evaluate(new SourceAttributes(source, Value.of("msiam_access")));
    }

    /** Code of that for which nothing can be made of the source. */
    String failure() {
        return assertThrows(MappingFailure.class, this::values).failure().code();
    }

    /** The target is new. */
    List<ModifiedProperty> create() {
        return plan().create(values(), target);
    }

    /** The target was there. */
    List<ModifiedProperty> update() {
        return plan().update(values(), target, true);
    }

    JsonNode held(String property) {
        return target.properties().path(property);
    }
}
