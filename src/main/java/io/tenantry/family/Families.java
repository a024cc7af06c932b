package io.tenantry.family;

import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** All that families serve, asked once. */
final class Families {
    private Families() {}

    @Produces
    @Singleton
    static GraphRegistry registry(@All List<Family> families) {
        GraphRegistry registry = new GraphRegistry();
        families.forEach(family -> family.register(registry));
        return registry;
    }
}
