package io.tenantry.token.authorize;

import io.tenantry.token.http.TokenError;
import java.util.Set;

/** Who is told of an error at the authorize endpoint. */
final class Told {
    /** What only the user or an administrator can do something about [inferred]. */
    private static final Set<Integer> USER = Set.of(
            50020, 50034, 50053, 50055, 50057, 50105, 50126, 50194, 90072, 90094, 500212, 500213, 700016, 7000112,
            1650);

    private Told() {}

    static boolean isForUser(TokenError error) {
        return USER.contains(error.number());
    }
}
