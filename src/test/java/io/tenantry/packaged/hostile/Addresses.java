package io.tenantry.packaged.hostile;

import java.util.List;
import java.util.Random;

/** Addresses of Graph and of the token service, spelled in odd ways, with a token or with none. */
final class Addresses implements Attack {
    private static final List<String> PATHS =
            List.of("users", "users/%ID%", "groups", "organization", "policies/crossTenantAccessPolicy/partners");
    private static final List<String> VERSIONS = List.of(
            "/v1.0/",
            "/beta/",
            "//v1.0//",
            "/v1.0;x/",
            "/%761.0/",
            "/v1.0/;/",
            "/v1.0/%2e%2e/v1.0/",
            "/V1.0/",
            "/v1.0/./",
            "/v2.0/");
    private static final List<String> TAILS = List.of(
            "",
            "/",
            "//",
            ";x=1",
            "/;",
            "/%2f",
            "/%5c",
            "/%00",
            "/..",
            "/%252e",
            "/$ref",
            "/$count",
            "/$value",
            "('a')",
            "?%24top=1",
            "?;",
            "/%c0%ae",
            "/\u00e9");
    private static final List<String> LABELS = List.of("a.", "a", "-.", "1.", "%2e", "a%2e", "_.");
    private static final List<String> DOCUMENTS = List.of(
            "/v2.0/.well-known/openid-configuration",
            "/oauth2/v2.0/token",
            "/discovery/v2.0/keys",
            "/.well-known/openid-configuration");
    private static final int MOST_LABELS = 15_001;

    private final HostileWorld world;

    Addresses(HostileWorld world) {
        this.world = world;
    }

    @Override
    public Hostile next(Random random) {
        if (random.nextInt(4) == 0) {
            String name = Attack.pick(random, LABELS).repeat(1 + random.nextInt(MOST_LABELS)) + "example";
            return Hostile.answered(
                    "tenant name of many labels", Request.of("GET", "/" + name + Attack.pick(random, DOCUMENTS)));
        }
        String target = Attack.pick(random, VERSIONS)
                + Attack.pick(random, PATHS).replace("%ID%", world.user())
                + Attack.pick(random, TAILS);
        Request request = Request.of("GET", target);
        return random.nextBoolean()
                ? Hostile.answered(
                        "Graph, spelled oddly", request.bearer(world.target().token()))
                : Hostile.refused("Graph without a token, spelled oddly", request);
    }
}
