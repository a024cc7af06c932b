package io.tenantry.scenario.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Ids;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is meant by a UPN or an id within one tenant of a scenario. Objects without an id have one that follows from their name. */
public final class ListedIds {
    private final String tenantId;
    private final Map<String, String> users = new HashMap<>();
    private final Set<String> mailAddresses = new HashSet<>();
    private final Set<String> userIds = new LinkedHashSet<>();
    private final Set<String> groupIds = new HashSet<>();

    public ListedIds(String tenantId, JsonNode tenant) {
        this.tenantId = tenantId.toLowerCase(Locale.ROOT);
        for (JsonNode user : tenant.path("users")) {
            String id = userId(user);
            userIds.add(id);
            users.put(user.path("userPrincipalName").asText().toLowerCase(Locale.ROOT), id);
            mailAddresses.add(user.path("mail").asText().toLowerCase(Locale.ROOT));
            user.path("proxyAddresses").forEach(address -> mailAddresses.add(withoutScheme(address)));
        }
        int index = 0;
        for (JsonNode group : tenant.path("groups")) {
            groupIds.add(groupId(group, index++));
        }
    }

    String userId(JsonNode user) {
        return idOf(user, "user/" + user.path("userPrincipalName").asText().toLowerCase(Locale.ROOT));
    }

    String groupId(JsonNode group, int index) {
        return idOf(group, "group/" + index + "/" + group.path("displayName").asText());
    }

    /** In the order of the file. */
    public List<String> userIds() {
        return List.copyOf(userIds);
    }

    /** The id of a user. */
    Optional<String> user(String reference) {
        String folded = reference.toLowerCase(Locale.ROOT);
        return userIds.contains(folded) ? Optional.of(folded) : Optional.ofNullable(users.get(folded));
    }

    /** The id of a user or a group. */
    public Optional<String> object(String reference) {
        String folded = reference.toLowerCase(Locale.ROOT);
        return groupIds.contains(folded) ? Optional.of(folded) : user(reference);
    }

    /** Whether a listed user has this name or mail address. */
    public boolean named(String nameOrAddress) {
        return users.containsKey(nameOrAddress) || mailAddresses.contains(nameOrAddress);
    }

    private static String withoutScheme(JsonNode address) {
        String text = address.asText().toLowerCase(Locale.ROOT);
        return text.substring(text.indexOf(':') + 1);
    }

    private String idOf(JsonNode object, String name) {
        JsonNode given = object.path("id");
        return given.isTextual() ? given.asText().toLowerCase(Locale.ROOT) : Ids.derived(tenantId + "/" + name);
    }
}
