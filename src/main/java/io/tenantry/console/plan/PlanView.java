package io.tenantry.console.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.page.ShownCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A page of a plan.
 *
 * @param url where the next page is asked for
 * @param next token of the page behind, empty for the last one
 */
public record PlanView(
        String url,
        Map<String, String> proposal,
        String action,
        boolean initial,
        List<Gate> gates,
        List<Count> counts,
        List<PlannedObject> objects,
        String next,
        ShownCall call) {
    /** A gate of the job, open or closed. */
    public record Gate(String name, boolean met, String value) {}

    /** How many objects something would be done to. */
    public record Count(PlannedAction action, int number) {}

    static PlanView of(String url, String tenant, PlanForm form, JsonNode plan, ShownCall call) {
        List<Gate> gates = new ArrayList<>();
        plan.path("gates")
                .forEach(each -> gates.add(new Gate(
                        name(each.path("gate").asText()),
                        each.path("met").asBoolean(),
                        each.path("value").asText())));
        List<Count> counts = new ArrayList<>();
        plan.path("counts")
                .properties()
                .forEach(each -> counts.add(new Count(
                        PlannedAction.of(each.getKey()), each.getValue().asInt())));
        List<PlannedObject> objects = new ArrayList<>();
        plan.path("objects").forEach(each -> objects.add(PlannedObject.of(tenant, each)));
        return new PlanView(
                url,
                form.proposal(),
                form.action(),
                plan.path("cycle").asText().equals("initial"),
                gates,
                counts,
                objects,
                token(plan.path("nextLink").asText("")),
                call);
    }

    private static String name(String gate) {
        return switch (gate) {
            case "sourceRedemption" -> "Source redeems invitations outbound";
            case "targetSynchronization" -> "Target lets users be synchronized";
            case "targetRedemption" -> "Target redeems invitations inbound";
            case "job" -> "Job";
            default -> gate;
        };
    }

    private static String token(String nextLink) {
        int at = nextLink.indexOf("$skiptoken=");
        return at < 0 ? "" : nextLink.substring(at + "$skiptoken=".length());
    }

    public boolean open() {
        return gates.stream().allMatch(Gate::met);
    }

    /** Of what is not merely skipped. */
    public int changes() {
        return counts.stream()
                .filter(each -> !each.action().name().equals("skip"))
                .mapToInt(Count::number)
                .sum();
    }

    public int all() {
        return counts.stream().mapToInt(Count::number).sum();
    }
}
