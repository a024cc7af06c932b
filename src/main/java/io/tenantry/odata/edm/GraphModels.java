package io.tenantry.odata.edm;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The models of both versions, loaded once. */
@Singleton
public class GraphModels {
    private final GraphModel v1 = ModelLoader.load("v1.0");
    private final GraphModel beta = ModelLoader.load("beta");

    private final Map<String, byte[]> metadata = new ConcurrentHashMap<>();

    @Inject
    GraphModels() {}

    public GraphModel of(String version) {
        return version.equals("beta") ? beta : v1;
    }

    /** The version's {@code $metadata}, in CSDL 4.0. */
    public byte[] metadata(String version) {
        return metadata.computeIfAbsent(version, MetadataDocument::of);
    }
}
