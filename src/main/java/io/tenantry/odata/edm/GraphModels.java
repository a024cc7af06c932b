package io.tenantry.odata.edm;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The models of both versions, loaded once, beside the rest of a start. */
@Singleton
public class GraphModels {
    private final CompletableFuture<GraphModel> v1 = CompletableFuture.supplyAsync(() -> ModelLoader.load("v1.0"));
    private final CompletableFuture<GraphModel> beta = CompletableFuture.supplyAsync(() -> ModelLoader.load("beta"));
    private final Map<String, byte[]> metadata = new ConcurrentHashMap<>();

    @Inject
    GraphModels() {}

    public GraphModel of(String version) {
        return (version.equals("beta") ? beta : v1).join();
    }

    /** The version's {@code $metadata}, in CSDL 4.0. */
    public byte[] metadata(String version) {
        return metadata.computeIfAbsent(version, MetadataDocument::of);
    }
}
