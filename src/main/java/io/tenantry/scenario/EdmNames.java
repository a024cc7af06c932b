package io.tenantry.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.directory.DirectoryRoleTemplate;
import io.tenantry.directory.DirectoryRoleTemplates;
import io.tenantry.directory.SkuCatalog;
import io.tenantry.odata.body.BodyCheck;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.GraphModels;
import io.tenantry.odata.edm.Property;
import io.tenantry.resource.GraphError;
import io.tenantry.resource.GraphNames;
import io.tenantry.token.Permissions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Names as the Edm, the permission table and the directory have them. */
@ApplicationScoped
class EdmNames implements GraphNames {
    private final GraphModel model;
    private final Permissions permissions;

    EdmNames(GraphModels models, Permissions permissions) {
        this.model = models.of("beta");
        this.permissions = permissions;
    }

    @Override
    public Optional<String> mistake(String type, String property, JsonNode value) {
        Optional<Property> known =
                model.type(type).property(property).filter(p -> p.name().equals(property));
        if (known.isEmpty()) {
            return property.startsWith("extension_") ? Optional.empty() : Optional.of("is not a property of a " + type);
        }
        try {
            BodyCheck.value(model, known.get(), value);
            return Optional.empty();
        } catch (GraphError e) {
            return Optional.of("has a value that is no " + known.get().type().qualified());
        }
    }

    @Override
    public boolean isPermission(String name) {
        return permissions.known(name);
    }

    @Override
    public Optional<String> roleTemplateId(String role) {
        return DirectoryRoleTemplates.byName(role).map(DirectoryRoleTemplate::templateId);
    }

    @Override
    public Optional<String> skuId(String partNumber) {
        return Optional.of(SkuCatalog.skuId(partNumber));
    }
}
