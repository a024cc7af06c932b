package io.tenantry.odata.edm;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The models of both versions, loaded once. */
@Singleton
public class GraphModels {
    private final GraphModel v1 = ModelLoader.load("v1.0");
    private final GraphModel beta = ModelLoader.load("beta");

    @Inject
    GraphModels() {}

    public GraphModel of(String version) {
        return version.equals("beta") ? beta : v1;
    }
}
