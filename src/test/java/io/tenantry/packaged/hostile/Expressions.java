package io.tenantry.packaged.hostile;

import io.tenantry.format.Json;
import java.util.List;
import java.util.Random;

/** Mapping expressions that cost too much, nest too deep or end nowhere, tried and put into the schema. */
final class Expressions implements Attack {
    private static final List<String> FUNCTIONS = List.of(
            "Append",
            "Replace",
            "Join",
            "Switch",
            "Coalesce",
            "IIF",
            "Mid",
            "Left",
            "ToLower",
            "StripSpaces",
            "Not",
            "Nothing");
    private static final List<String> LEAVES = List.of(
            "[displayName]",
            "\"a\"",
            "\"" + "a".repeat(5000) + "\"",
            "1",
            "-1",
            "99999999999999999999",
            "",
            "[",
            "\"",
            "[x",
            "true");
    private static final int DEEP = 20_000;

    private final HostileWorld world;

    Expressions(HostileWorld world) {
        this.world = world;
    }

    @Override
    public Hostile next(Random random) {
        String text =
                switch (random.nextInt(5)) {
                    case 0 -> "ToLower(".repeat(random.nextInt(DEEP)) + "[mail]" + ")".repeat(random.nextInt(DEEP));
                    case 1 -> grown(1 + random.nextInt(60));
                    case 2 ->
                        "Replace([displayName], , \"" + Rules.pattern(random).replace("\"", "\"\"")
                                + "\", , \"$0$0$0\", , )";
                    case 3 ->
                        "Join(" + "\"" + "b".repeat(random.nextInt(3000)) + "\""
                                + ", [proxyAddresses]".repeat(1 + random.nextInt(3000)) + ")";
                    default -> tree(random, 6);
                };
        String body =
                "{\"expression\":" + Json.write(Json.MAPPER.getNodeFactory().textNode(text))
                        + ",\"testInputObject\":{\"definition\":null,\"properties\":["
                        + "{\"key\":\"displayName\",\"value\":\"" + "a".repeat(random.nextInt(4000)) + "!\"}]}}";
        Request request =
                Request.of("POST", world.schemaPath() + "/parseExpression").json(body);
        return new Hostile(
                "expression",
                Hostile.Expected.ANSWERED,
                "source",
                request.bearer(world.source().token()).wire());
    }

    /** Each level doubles the one before. */
    private static String grown(int levels) {
        String text = "[displayName]";
        for (int i = 0; i < levels && text.length() < 100_000; i++) {
            text = i % 2 == 0
                    ? "Replace(" + text + ", \"a\", , , \"aaaaaaaaaaaaaaaa\", , )"
                    : "Append(" + text + ", " + text + ")";
        }
        return text;
    }

    private static String tree(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return Attack.pick(random, LEAVES);
        }
        StringBuilder call = new StringBuilder(Attack.pick(random, FUNCTIONS)).append('(');
        for (int i = random.nextInt(5); i > 0; i--) {
            call.append(tree(random, depth - 1)).append(i > 1 ? ", " : "");
        }
        return call.append(random.nextInt(12) == 0 ? "" : ")").toString();
    }
}
