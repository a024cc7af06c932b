package io.tenantry.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Json;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.GraphModels;
import io.tenantry.token.permission.Permissions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.TreeSet;

/** Describes one version of Graph as it is served, in OpenAPI 3.1. */
@ApplicationScoped
public class OpenApiDocument {
    private static final String DESCRIPTION =
            """
            What Tenantry serves of Microsoft Graph. Not listed, since it has no end: paths that go on behind a reference \
            (`/users/{id}/manager/manager`), casts (`/groups/{id}/members/microsoft.graph.user`), single properties \
            (`/users/{id}/displayName`, `/$value`), and what lies below an alternate key.""";

    private final GraphModels models;
    private final GraphRegistry registry;
    private final Permissions permissions;

    OpenApiDocument(GraphModels models, GraphRegistry registry, Permissions permissions) {
        this.models = models;
        this.registry = registry;
        this.permissions = permissions;
    }

    /** @param version {@code v1.0} or {@code beta} */
    public ObjectNode of(String version) {
        SchemaComponents schemas = new SchemaComponents(models.of(version));
        ObjectNode paths = paths(models.of(version), schemas);
        ObjectNode document = Json.object().put("openapi", "3.1.0");
        document.set("info", info(version));
        document.putArray("servers").addObject().put("url", "/" + version);
        document.set("tags", tags(paths));
        document.set("paths", paths);
        ObjectNode components = document.putObject("components");
        components.set("schemas", schemas.all().setAll(ServiceComponents.schemas()));
        components.set("parameters", QueryParameters.components());
        components.set("responses", ServiceComponents.responses());
        components.set("securitySchemes", ServiceComponents.securitySchemes());
        return document;
    }

    private static ObjectNode info(String version) {
        ObjectNode info = Json.object()
                .put("title", "Tenantry: Microsoft Graph " + version)
                .put("version", version)
                .put("description", DESCRIPTION);
        info.putObject("license").put("name", "Apache-2.0").put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        return info;
    }

    private ObjectNode paths(GraphModel model, SchemaComponents schemas) {
        Paths paths = new Paths(permissions);
        Reads reads = new Reads(paths, schemas);
        Writes writes = new Writes(registry, paths, schemas);
        ReferenceOperations references = new ReferenceOperations(registry, paths);
        BoundOperations operations = new BoundOperations(model, registry, paths, schemas);
        for (Place place : Places.of(model)) {
            reads.at(place);
            if (place.reference()) {
                references.at(place);
            } else {
                writes.at(place);
                operations.at(place);
            }
        }
        return ServiceComponents.paths().setAll(paths.all());
    }

    private static ArrayNode tags(ObjectNode paths) {
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        paths.findValues("tags").forEach(tags -> names.add(tags.get(0).asText()));
        ArrayNode all = Json.array();
        names.forEach(
                name -> all.addObject().put("name", name).put("description", "/" + name + " and what is below it"));
        return all;
    }
}
