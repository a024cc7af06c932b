package io.tenantry.scenario.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * One tenant as a scenario describes it, checked.
 *
 * @param id GUID, lower case
 * @param alias short name, null for none
 * @param domains verified ones, the initial one first
 * @param cloud {@code global}, {@code usgov} or {@code china}
 * @param document the tenant's object as read
 */
public record TenantScenario(
        String id,
        String alias,
        String displayName,
        List<String> domains,
        String cloud,
        List<Client> clients,
        Generate generate,
        ObjectNode document) {

    public TenantScenario {
        id = id.toLowerCase(Locale.ROOT);
        domains = List.copyOf(domains);
        clients = List.copyOf(clients);
    }

    public String initialDomain() {
        return domains.get(0);
    }

    /**
     * An application that gets tokens.
     *
     * @param secret null for none
     */
    public record Client(String appId, String displayName, String secret) {}

    /**
     * How much to make up.
     *
     * @param seed the same seed makes the same people
     */
    public record Generate(int users, int groups, long seed) {
        public static final Generate NOTHING = new Generate(0, 0, 0);
    }
}
