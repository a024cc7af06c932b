package io.tenantry.directory.user;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** Which passwords are strong enough (directory.md §4.1). */
final class PasswordRule {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 256;
    private static final int CLASSES = 3;
    /** Shorter names occur in nearly every password. */
    private static final int SHORTEST_NAME = 3;

    private static final List<IntPredicate> CLASS_TESTS = List.of(
            Character::isLowerCase, Character::isUpperCase, Character::isDigit, c -> !Character.isLetterOrDigit(c));

    private PasswordRule() {}

    /** @param policies {@code passwordPolicies} of the user, null for none: DisableStrongPassword waives the rule */
    static boolean allows(String password, String localPart, String policies) {
        if (policies != null && policies.contains("DisableStrongPassword")) {
            return !password.isEmpty() && password.length() <= LONGEST;
        }
        return password.length() >= SHORTEST
                && password.length() <= LONGEST
                && classes(password) >= CLASSES
                && !containsName(password, localPart);
    }

    private static long classes(String password) {
        return CLASS_TESTS.stream()
                .filter(test -> password.chars().anyMatch(test))
                .count();
    }

    private static boolean containsName(String password, String localPart) {
        return localPart.length() >= SHORTEST_NAME
                && password.toLowerCase(Locale.ROOT).contains(localPart.toLowerCase(Locale.ROOT));
    }
}
