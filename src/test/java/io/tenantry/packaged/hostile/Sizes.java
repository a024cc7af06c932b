package io.tenantry.packaged.hostile;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Short requests that ask for much, and long ones that ask for one thing very often. */
final class Sizes implements Attack {
    private static final List<String> HEAVY = List.of(
            "/users?$top=999&$expand=memberOf,manager($expand=manager($expand=manager))",
            "/groups?$expand=members&$top=999",
            "/users?$count=true&$filter=endsWith(userPrincipalName,'x')",
            "/users/delta?$select=id",
            "/groups/delta",
            "/auditLogs/directoryAudits?$top=999",
            "/users?$search=\\\"displayName:a\\\"&$top=999");

    private final HostileWorld world;

    Sizes(HostileWorld world) {
        this.world = world;
    }

    @Override
    public Hostile next(Random random) {
        int many = random.nextInt(1500);
        Request request =
                switch (random.nextInt(8)) {
                    case 0 -> get("/v1.0/users?$filter=" + "not(".repeat(many) + "accountEnabled" + ")".repeat(many));
                    case 1 -> get("/v1.0/users?$select=" + "id,".repeat(many * 8) + "id");
                    case 2 ->
                        get("/v1.0/users?$expand=" + "manager($expand=".repeat(many) + "manager" + ")".repeat(many));
                    case 3 -> get("/v1.0/users?$search=%22displayName:" + "a%20".repeat(many * 4) + "%22");
                    case 4 -> get("/v1.0/users?$filter=id%20in%20(" + numbers(many) + ")");
                    case 5 ->
                        Request.of("POST", "/v1.0/directoryObjects/getByIds")
                                .json("{\"ids\":[" + quoted(many * 4) + "]}");
                    case 6 -> get("/v1.0/users?$skiptoken=" + "A".repeat(many * 20));
                    default -> Request.of("POST", "/v1.0/$batch").json(batch(random));
                };
        return Hostile.answered(
                "much at once",
                request.with("ConsistencyLevel: eventual").bearer(world.target().token()));
    }

    private static Request get(String target) {
        return Request.of("GET", target);
    }

    private static String numbers(int many) {
        return IntStream.range(0, many).mapToObj(i -> "%27" + i + "%27").collect(Collectors.joining(","));
    }

    private static String quoted(int many) {
        return IntStream.range(0, many).mapToObj(i -> "\"" + i + "\"").collect(Collectors.joining(","));
    }

    private static String batch(Random random) {
        return IntStream.range(0, 1 + random.nextInt(24))
                .mapToObj(i -> "{\"id\":\"" + i + "\",\"method\":\"GET\",\"url\":\"" + Attack.pick(random, HEAVY)
                        + "\",\"headers\":{\"ConsistencyLevel\":\"eventual\"}}")
                .collect(Collectors.joining(",", "{\"requests\":[", "]}"));
    }
}
