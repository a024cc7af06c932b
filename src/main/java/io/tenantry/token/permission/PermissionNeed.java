package io.tenantry.token.permission;

import io.tenantry.error.GraphError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One column of permissions in the table.
 *
 * @param anyone every valid token will do
 * @param single one of these suffices
 * @param together one of these groups suffices, held whole
 * @param self suffices at the caller's own user object
 * @param member suffices for every user that is no guest
 * @param owned like {@code together}, but only at an object that the caller owns
 * @param reported the permission that the answer names where none suffices
 */
record PermissionNeed(
        boolean anyone,
        Set<String> single,
        List<List<String>> together,
        Set<String> self,
        Set<String> member,
        List<List<String>> owned,
        Optional<String> reported) {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final String SELF = "(self)";
    private static final String MEMBER = "(member)";
    private static final String OWNED = "(owned)";
    private static final String REPORTED = "!";

    static PermissionNeed parse(String column) {
        Set<String> single = new LinkedHashSet<>();
        List<List<String>> together = new ArrayList<>();
        Set<String> self = new LinkedHashSet<>();
        Set<String> member = new LinkedHashSet<>();
        List<List<String>> owned = new ArrayList<>();
        for (String permission : SPACE.split(column.replace(REPORTED, ""))) {
            if (permission.endsWith(SELF)) {
                self.add(permission.substring(0, permission.length() - SELF.length()));
            } else if (permission.endsWith(MEMBER)) {
                member.add(permission.substring(0, permission.length() - MEMBER.length()));
            } else if (permission.contains(OWNED)) {
                owned.add(List.of(permission.replace(OWNED, "").split("\\+")));
            } else if (permission.contains("+")) {
                together.add(List.of(permission.split("\\+")));
            } else if (!permission.equals("-") && !permission.equals("*")) {
                single.add(permission);
            }
        }
        return new PermissionNeed(column.equals("*"), single, together, self, member, owned, reported(column));
    }

    private static Optional<String> reported(String column) {
        int mark = column.indexOf(REPORTED);
        return mark < 0
                ? Optional.empty()
                : Optional.of(column.substring(0, mark).replaceFirst("^.*[\\s+]", ""));
    }

    boolean met(Set<String> held) {
        return anyone || holdsOne(single, held) || together.stream().anyMatch(held::containsAll);
    }

    boolean metByOwner(Set<String> held) {
        return owned.stream().anyMatch(held::containsAll);
    }

    boolean metBySelf(Set<String> held) {
        return holdsOne(self, held);
    }

    boolean metByMember(Set<String> held) {
        return holdsOne(member, held);
    }

    /** The answer to a caller that holds too little, or no role that has to come with it. */
    GraphError refusal(Set<String> held) {
        if (reported.isPresent() && met(held)) {
            return GraphError.roleMissing();
        }
        return reported.filter(permission -> !held.contains(permission))
                .map(GraphError::permissionMissing)
                .orElseGet(GraphError::denied);
    }

    /** Lists of which one, held whole, suffices: an empty one where every token does, none where nobody may. */
    List<List<String>> ways() {
        if (anyone) {
            return List.of(List.of());
        }
        Set<List<String>> ways = new LinkedHashSet<>();
        self.forEach(permission -> ways.add(List.of(permission)));
        member.forEach(permission -> ways.add(List.of(permission)));
        single.forEach(permission -> ways.add(List.of(permission)));
        ways.addAll(together);
        ways.addAll(owned);
        return List.copyOf(ways);
    }

    /** Every permission that it names. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(single);
        together.forEach(names::addAll);
        owned.forEach(names::addAll);
        names.addAll(self);
        names.addAll(member);
        return names;
    }

    private static boolean holdsOne(Set<String> wanted, Set<String> held) {
        for (String permission : wanted) {
            if (held.contains(permission)) {
                return true;
            }
        }
        return false;
    }
}
