package io.tenantry.graph.pipeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.graph.json.MetadataLevel;
import io.tenantry.graph.message.GraphResponse;
import io.tenantry.odata.edm.GraphModel;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a version says of itself (odata-protocol.md §1). */
final class ServiceDocuments {
    private ServiceDocuments() {}

    static GraphResponse service(GraphModel model, String baseUrl) {
        ObjectNode document = Json.object();
        document.put("@odata.context", baseUrl + "/" + model.version() + "/$metadata");
        ArrayNode value = document.putArray("value");
        model.roots().forEach(root -> value.addObject()
                .put("name", root.name())
                .put("kind", root.collection() ? "EntitySet" : "Singleton")
                .put("url", root.name()));
        return GraphResponse.json(
                200, MetadataLevel.MINIMAL.contentType(), Json.write(document).getBytes(StandardCharsets.UTF_8));
    }

    static GraphResponse metadata(byte[] document) {
        return new GraphResponse(200, Map.of("Content-Type", "application/xml", "OData-Version", "4.0"), document);
    }
}
