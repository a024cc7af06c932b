package io.tenantry.odata.edm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The models of both versions, loaded once. */
@ApplicationScoped
public class GraphModels {
    private final GraphModel v1 = ModelLoader.load("v1.0");
    private final GraphModel beta = ModelLoader.load("beta");

    @Inject
    GraphModels() {}

    public GraphModel of(String version) {
        return version.equals("beta") ? beta : v1;
    }
}
