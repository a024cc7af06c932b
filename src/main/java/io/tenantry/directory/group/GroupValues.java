package io.tenantry.directory.group;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.GroupKind;
import io.tenantry.family.ValueLengths;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which values the properties of a group take (directory.md §7.1). */
public final class GroupValues {
    private static final Pattern NICKNAME = Pattern.compile("[\\x21-\\x7e&&[^@()\\\\\\[\\]\";:.<>,]]{1,64}");
    private static final Set<String> NOT_CLEARED =
            Set.of("displayName", "mailEnabled", "securityEnabled", "mailNickname");

    private GroupValues() {}

    /** E9 for the first value that does not fit. */
    static void check(ObjectNode body) {
        body.properties().forEach(property -> {
            if (!fits(property.getKey(), property.getValue())) {
                throw DirectoryErrors.invalidValue(property.getKey(), "Group");
            }
        });
    }

    private static boolean fits(String name, JsonNode value) {
        if (value.isNull()) {
            return !NOT_CLEARED.contains(name);
        }
        String text = value.asText();
        return switch (name) {
            case "displayName", "description", "mailNickname" ->
                !text.isEmpty() && taking(name).test(text);
            case "visibility" -> Set.of("Private", "Public", GroupKind.HIDDEN).contains(text);
            case "membershipRuleProcessingState" -> Set.of("On", "Paused").contains(text);
            default -> true;
        };
    }

    /** Which texts a property takes, whoever writes them, but for the empty one. */
    public static Predicate<String> taking(String property) {
        int longest = ValueLengths.of("group", property);
        return property.equals("mailNickname")
                ? value -> NICKNAME.matcher(value).matches()
                : value -> value.length() <= longest;
    }
}
