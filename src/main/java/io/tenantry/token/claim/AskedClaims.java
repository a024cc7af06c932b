package io.tenantry.token.claim;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.store.Entity;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What an application registered to find in tokens of one kind.
 *
 * @param groupMembership kinds of {@code groupMembershipClaims}, lower case
 * @param optional further properties of each predefined claim, by its name
 * @param extensions names of directory extensions of the user
 */
public record AskedClaims(Set<String> groupMembership, Map<String, List<String>> optional, Set<String> extensions) {
    public static AskedClaims of(Entity application, TokenForm.Kind kind) {
        Map<String, List<String>> optional = new LinkedHashMap<>();
        Set<String> extensions = new LinkedHashSet<>();
        for (JsonNode claim : application.properties().path("optionalClaims").path(kind.property)) {
            String name = claim.path("name").asText("");
            if (!claim.hasNonNull("source")) {
                optional.put(name, texts(claim.path("additionalProperties")));
            } else if (claim.get("source").asText().equals("user")) {
                extensions.add(name);
            }
        }
        return new AskedClaims(kinds(application.text("groupMembershipClaims")), optional, extensions);
    }

    /** Several stand in one text, separated by commas. */
    private static Set<String> kinds(String text) {
        Set<String> kinds = new HashSet<>();
        if (text != null) {
            Arrays.stream(text.toLowerCase(Locale.ROOT).split(","))
                    .map(String::strip)
                    .forEach(kinds::add);
        }
        return kinds;
    }

    private static List<String> texts(JsonNode values) {
        return values.valueStream().map(JsonNode::asText).toList();
    }

    public boolean asks(String claim) {
        return optional.containsKey(claim);
    }

    public boolean asks(String claim, String property) {
        return properties(claim).contains(property);
    }

    List<String> properties(String claim) {
        return optional.getOrDefault(claim, List.of());
    }
}
