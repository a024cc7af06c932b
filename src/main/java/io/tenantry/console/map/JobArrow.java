package io.tenantry.console.map;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.Timestamps;
import java.util.Optional;

/**
 * A job on the map.
 *
 * @param to empty where no tenant of the map is its target
 * @param json as the control API tells it
 */
public record JobArrow(TenantNode from, Optional<TenantNode> to, JsonNode json) {
    public String id() {
        return json.path("id").asText();
    }

    public String name() {
        return json.at("/servicePrincipal/displayName").asText(id());
    }

    public String href() {
        return "/_tenantry/console/tenants/" + from.id() + "/jobs/" + id();
    }

    /** Tenant whose id it has as its target, which need not be on the map; empty where it has none. */
    public String targetId() {
        return json.path("target").asText("");
    }

    public boolean running() {
        return json.path("running").asBoolean();
    }

    /** How far a cycle has come; empty where it has not told yet. */
    public Optional<Long> percent() {
        JsonNode progress = json.at("/progress/0");
        long total = progress.path("totalUnits").asLong();
        return total == 0
                ? Optional.empty()
                : Optional.of(
                        Math.min(100, 100 * progress.path("completedUnits").asLong() / total));
    }

    /** Graph's words. */
    public String state() {
        String code = json.path("code").asText();
        return json.path("schedule").asText().equals("Disabled") && !code.equals("Quarantine") ? "Not started" : code;
    }

    public String tone() {
        return switch (state()) {
            case "Active", "NotRun" -> failed() > 0 ? "warn" : "good";
            case "Quarantine" -> "bad";
            default -> "";
        };
    }

    /** When its last cycle ended; empty where none has, or it has not come to its end. */
    public String lastRun() {
        return Timestamps.shown(json.at("/lastRun/ended").asText(""));
    }

    public String nextRun() {
        return Timestamps.shown(json.path("nextRun").asText(""));
    }

    /** In the last cycle, or in the one that runs. */
    public long created() {
        return count("create");
    }

    public long updated() {
        return count("update");
    }

    /** Gone from the target, or not able to sign in there. */
    public long removed() {
        return count("delete") + count("disable");
    }

    public long failed() {
        return count("fail");
    }

    public long links() {
        return json.path("links").asLong();
    }

    private long count(String result) {
        return json.path("lastRun").path("counts").path(result).asLong();
    }
}
