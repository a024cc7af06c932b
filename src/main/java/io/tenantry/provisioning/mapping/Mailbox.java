package io.tenantry.provisioning.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.store.Entity;
import java.util.Set;

/** What Exchange keeps of users of the target who have a licence for it: it is not updated (provisioning-engine.md §4.4). */
final class Mailbox {
    private static final Set<String> MASTERED = Set.of("mail", "showInAddressList");

    private Mailbox() {}

    static boolean masters(Entity target, String attribute) {
        return MASTERED.contains(attribute) && isThere(target);
    }

    private static boolean isThere(Entity target) {
        for (JsonNode plan : target.properties().path("assignedPlans")) {
            if (plan.path("service").asText().equalsIgnoreCase("exchange")
                    && plan.path("capabilityStatus").asText().equals("Enabled")) {
                return true;
            }
        }
        return false;
    }
}
