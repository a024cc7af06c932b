package io.tenantry.directory.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.MailAddresses;
import io.tenantry.family.ValueLengths;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which values the properties of a user take (directory.md §3.2); what is not listed takes any. */
public final class UserValues {
    private static final String TYPE = "user";
    private static final int OTHER_MAILS = 250;

    /** Dots inside, but neither first nor last. */
    private static final Pattern NICKNAME = Pattern.compile("(?!\\.)[\\x21-\\x7e&&[^@()\\\\\\[\\]\";:<>,]]+(?<!\\.)");

    private static final Map<String, Predicate<String>> FORMS = Map.of(
            "mailNickname",
            value -> NICKNAME.matcher(value).matches(),
            "mail",
            MailAddresses::wellFormed,
            "usageLocation",
            value -> value.matches("[A-Za-z]{2}"),
            "userType",
            oneOf("Member", "Guest"),
            "ageGroup",
            oneOf("Minor", "NotAdult", "Adult"),
            "consentProvidedForMinor",
            oneOf("Granted", "Denied", "NotRequired"),
            "onPremisesImmutableId",
            value -> !value.matches(".*[$_].*"),
            "passwordPolicies",
            UserValues::policies);

    /** What a user always has. */
    private static final Set<String> NOT_CLEARED =
            Set.of("displayName", "accountEnabled", "userPrincipalName", "mailNickname");

    private UserValues() {}

    /** E9 for the first value that does not fit. */
    static void check(ObjectNode body) {
        body.properties().forEach(property -> check(property.getKey(), property.getValue()));
    }

    private static void check(String name, JsonNode value) {
        boolean fits = value.isNull()
                ? !NOT_CLEARED.contains(name)
                : value.isTextual() ? fits(name, value.asText()) : fits(name, value);
        if (!fits) {
            throw DirectoryErrors.invalidValue(name, "User");
        }
    }

    private static boolean fits(String name, String value) {
        return !value.isEmpty() && taking(name).test(value);
    }

    /** Which texts a property takes, whoever writes them, but for the empty one. */
    public static Predicate<String> taking(String property) {
        int longest = ValueLengths.of(TYPE, property);
        Predicate<String> form = FORMS.getOrDefault(property, any -> true);
        return value -> value.length() <= longest && form.test(value);
    }

    private static boolean fits(String name, JsonNode value) {
        return switch (name) {
            case "businessPhones" ->
                value.size() <= 1
                        && value.valueStream().allMatch(v -> v.asText().length() <= ValueLengths.of(TYPE, name));
            case "otherMails" ->
                value.size() <= OTHER_MAILS
                        && value.valueStream().allMatch(mail -> MailAddresses.wellFormed(mail.asText()));
            case "onPremisesExtensionAttributes" ->
                value.valueStream()
                        .allMatch(attribute ->
                                attribute.isNull() || attribute.asText().length() <= ValueLengths.of(TYPE, name));
            default -> true;
        };
    }

    private static boolean policies(String value) {
        return Set.of("None", "DisablePasswordExpiration", "DisableStrongPassword")
                .containsAll(List.of(value.split(", ?")));
    }

    private static Predicate<String> oneOf(String... values) {
        return Set.of(values)::contains;
    }
}
