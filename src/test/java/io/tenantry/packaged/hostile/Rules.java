package io.tenantry.packaged.hostile;

import io.tenantry.format.Json;
import java.util.List;
import java.util.Random;

/** Membership rules whose patterns take for ever, and the users that they would be tried on. */
final class Rules implements Attack {
    private static final List<String> PATTERNS = List.of(
            "(a+)+$",
            "(a|a)*b",
            "(a|aa)+$",
            "^(([a-z])+.)+[A-Z]([a-z])+$",
            "(.*a){20}",
            "(?=(a+))a*b\\1",
            "(x+x+)+y",
            "(?<!a)(a*)*b",
            "(a{1,1000}){1,1000}",
            "((((((a*)*)*)*)*)*)*b",
            "[",
            "(",
            "\\",
            "(?<n>a)\\k<n>",
            "a{99999999}",
            "\\p{IsGreek}+",
            "(?i)(İ|ß)+$");
    private static final int LONGEST = 4000;

    private final HostileWorld world;
    private int made;

    Rules(HostileWorld world) {
        this.world = world;
    }

    static String pattern(Random random) {
        String pattern = Attack.pick(random, PATTERNS);
        return random.nextInt(4) == 0 ? pattern.repeat(1 + random.nextInt(40)) : pattern;
    }

    @Override
    public Hostile next(Random random) {
        if (random.nextInt(3) == 0) {
            String value = "a".repeat(random.nextInt(120)) + "!";
            String body = "{\"" + Attack.pick(random, List.of("displayName", "jobTitle", "department")) + "\":\""
                    + value + "\"}";
            return Hostile.answered(
                    "value for a rule",
                    Request.of("PATCH", "/v1.0/users/" + world.targetUser())
                            .bearer(world.target().token())
                            .json(body));
        }
        return Hostile.answered(
                "membership rule",
                Request.of("POST", "/v1.0/groups")
                        .bearer(world.target().token())
                        .json(group(rule(random))));
    }

    private String group(String rule) {
        return "{\"displayName\":\"rule\",\"mailEnabled\":false,\"securityEnabled\":true,\"mailNickname\":\"rule"
                + made++
                + "\",\"groupTypes\":[\"DynamicMembership\"],\"membershipRuleProcessingState\":\"On\",\"membershipRule\":"
                + Json.write(Json.MAPPER.getNodeFactory().textNode(rule)) + "}";
    }

    private static String rule(Random random) {
        String one = "(user.displayName -match \"" + pattern(random) + "\")";
        return switch (random.nextInt(5)) {
            case 0 -> (one + " -and ").repeat(random.nextInt(60)) + one;
            case 1 -> "(".repeat(random.nextInt(LONGEST)) + one;
            case 2 -> "not ".repeat(random.nextInt(LONGEST)) + one;
            case 3 -> "user.displayName -in [" + "\"a\",".repeat(random.nextInt(LONGEST)) + "\"a\"]";
            default -> one;
        };
    }
}
