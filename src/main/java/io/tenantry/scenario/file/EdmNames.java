package io.tenantry.scenario.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.application.GrantedPermissions;
import io.tenantry.directory.license.SkuCatalog;
import io.tenantry.directory.role.DirectoryRoleTemplate;
import io.tenantry.directory.role.DirectoryRoleTemplates;
import io.tenantry.error.GraphError;
import io.tenantry.family.GraphNames;
import io.tenantry.odata.body.BodyCheck;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.GraphModels;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.TypeRef;
import io.tenantry.synchronization.ProposedConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Names as the Edm and the directory have them. */
@ApplicationScoped
class EdmNames implements GraphNames {
    private final GraphModel model;
    private final ProposedConfiguration configurations;

    EdmNames(GraphModels models, ProposedConfiguration configurations) {
        this.model = models.of("beta");
        this.configurations = configurations;
    }

    @Override
    public Optional<String> mistake(String type, String property, JsonNode value) {
        Optional<Property> known = property(type, property);
        if (known.isEmpty()) {
            return property.startsWith("extension_") ? Optional.empty() : Optional.of("is not a property of a " + type);
        }
        try {
            BodyCheck.value(model, model.type(type), known.get(), value);
            return Optional.empty();
        } catch (GraphError e) {
            return Optional.of("must be " + words(known.get().type()) + ", not " + Fields.kind(value));
        }
    }

    @Override
    public Optional<String> schemaMistake(JsonNode schema) {
        try {
            ObjectNode fitting = BodyCheck.replaced(model, model.type("synchronizationSchema"), (ObjectNode) schema);
            configurations.schema(fitting);
            return Optional.empty();
        } catch (GraphError e) {
            return Optional.of("is no schema of a job: " + e.getMessage());
        }
    }

    @Override
    public Optional<String> secretMistake(String key) {
        return configurations.isSecret(key) ? Optional.empty() : Optional.of("there is no secret '" + key + "'");
    }

    private static String words(TypeRef type) {
        String one =
                switch (type.name()) {
                    case "Edm.String" -> "text";
                    case "Edm.Boolean" -> "true or false";
                    case "Edm.DateTimeOffset" -> "a date and time like '2026-01-31T08:00:00Z'";
                    case "Edm.Guid" -> "a GUID";
                    default -> type.name();
                };
        return type.collection() ? "a list of " + one : one;
    }

    @Override
    public JsonNode canonical(String type, String property, JsonNode value) {
        return property(type, property)
                .map(known -> BodyCheck.value(model, model.type(type), known, value))
                .orElse(value);
    }

    private Optional<Property> property(String type, String name) {
        return model.type(type).property(name).filter(known -> known.name().equals(name));
    }

    @Override
    public boolean isPermission(String name) {
        return GrantedPermissions.known(name);
    }

    @Override
    public Optional<String> roleTemplateId(String role) {
        return DirectoryRoleTemplates.byName(role)
                .map(DirectoryRoleTemplate::templateId)
                .filter(id -> !DirectoryRoleTemplates.implicit(id));
    }

    @Override
    public Optional<String> skuId(String partNumber) {
        return Optional.of(SkuCatalog.skuId(partNumber));
    }
}
