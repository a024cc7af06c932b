package io.tenantry.management;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.http.host.CalledUrl;
import java.util.List;

/**
 * {@code GET /metadata/endpoints}: where the services of the clouds are (clients.md §3.9). Under its own name every service is this server,
 * by the address that the client called; under one of Microsoft's names it says what that name says.
 */
final class CloudMetadata {
    private CloudMetadata() {}

    static JsonNode of(String version, CalledUrl called) {
        List<AzureCloud> clouds = AzureCloud.known(called.host());
        boolean own = clouds.isEmpty();
        AzureCloud cloud = own ? AzureCloud.at(called.base()) : clouds.get(0);
        if (version.startsWith("2015-")) {
            return oldest(cloud);
        }
        // one cloud by the address of its Resource Manager; before, a list of all
        boolean single = version.compareTo("2019-05-01") > 0;
        return single ? document(cloud) : Json.array().add(document(cloud));
    }

    /** 2015-01-01. */
    private static ObjectNode oldest(AzureCloud cloud) {
        ObjectNode document = Json.object()
                .put("galleryEndpoint", cloud.gallery())
                .put("graphEndpoint", cloud.directoryGraph())
                .put("portalEndpoint", cloud.portal());
        document.putObject("authentication")
                .put("loginEndpoint", cloud.login())
                .set("audiences", Json.array(cloud.audiences()));
        return document;
    }

    private static ObjectNode document(AzureCloud cloud) {
        ObjectNode document = Json.object().put("name", cloud.name()).put("portal", cloud.portal());
        document.putObject("authentication")
                .put("loginEndpoint", cloud.login())
                .put("tenant", "common")
                .put("identityProvider", "AAD")
                .set("audiences", Json.array(cloud.audiences()));
        document.put("graph", cloud.directoryGraph())
                .put("graphAudience", cloud.directoryGraph())
                .put("microsoftGraphResourceId", cloud.graph())
                .put("resourceManager", cloud.resourceManager())
                .put("batch", cloud.batch())
                .put("gallery", cloud.gallery())
                .put("media", cloud.media())
                .put("sqlManagement", cloud.sqlManagement());
        ObjectNode suffixes = document.putObject("suffixes");
        cloud.suffixes().forEach(suffixes::put);
        return document;
    }
}
