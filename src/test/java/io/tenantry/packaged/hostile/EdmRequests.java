package io.tenantry.packaged.hostile;

import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.ModelLoader;
import io.tenantry.robustness.RandomRequests;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Requests that the Edm suggests, whole and broken, read or written. */
final class EdmRequests implements Attack {
    private static final Map<String, GraphModel> MODELS =
            Map.of("v1.0", ModelLoader.load("v1.0"), "beta", ModelLoader.load("beta"));

    private final HostileWorld world;

    EdmRequests(HostileWorld world) {
        this.world = world;
    }

    @Override
    public Hostile next(Random random) {
        String version = random.nextInt(3) == 0 ? "beta" : "v1.0";
        RandomRequests requests =
                new RandomRequests(random, MODELS.get(version), version, List.of(world.targetUser(), world.user()));
        var made = random.nextInt(3) == 0 ? requests.write() : requests.read();
        Request request =
                Request.of(made.method(), made.address()).bearer(world.target().token());
        for (var header : made.headers().entrySet()) {
            request = request.with(header.getKey() + ": " + header.getValue());
        }
        return Hostile.answered("from the Edm", made.body() == null ? request : request.text(made.body()));
    }
}
