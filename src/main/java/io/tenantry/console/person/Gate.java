package io.tenantry.console.person;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.page.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that a user must pass on the way into the target.
 *
 * @param value what it met
 * @param mend where it is opened, empty where that is not done on a page
 */
public record Gate(String title, boolean met, String value, List<Detail> details, String mend) {
    /**
     * What is behind the value: a clause with the value it met, or what somebody is assigned through.
     *
     * @param mark {@code met}, {@code not met}, or empty where it is neither
     */
    public record Detail(String text, String value, String mark, String href) {}

    static Gate of(JsonNode gate, Tie tie) {
        List<Detail> details = new ArrayList<>();
        gate.path("detail").forEach(each -> details.add(detail(each, tie)));
        String name = gate.path("gate").asText();
        return new Gate(
                title(name, tie),
                gate.path("met").asBoolean(),
                gate.path("value").asText(""),
                details,
                mend(name, tie));
    }

    private static Detail detail(JsonNode detail, Tie tie) {
        if (detail.has("clause")) {
            return new Detail(
                    detail.path("clause").asText(),
                    detail.path("value").isNull() ? "" : detail.path("value").asText(""),
                    detail.path("met").asBoolean() ? "met" : "not met",
                    "");
        }
        String id = detail.path("id").asText();
        boolean group = detail.path("type").asText().equals("Group");
        return new Detail(
                (group ? "through the group " : "by itself: ")
                        + detail.path("displayName").asText(id),
                "",
                "",
                group ? Section.TENANTS.href() + "/" + tie.source() + "?group=" + id : "");
    }

    private static String title(String gate, Tie tie) {
        return switch (gate) {
            case "sourceRedemption" -> tie.sourceName() + " redeems invitations of " + tie.targetName() + " by itself";
            case "targetSynchronization" ->
                tie.targetName() + " lets users of " + tie.sourceName() + " be synchronized in";
            case "targetRedemption" -> tie.targetName() + " lets " + tie.sourceName() + " redeem by itself";
            case "job" -> "The job can run";
            case "kindOfUser" -> "A kind of user that is synchronized";
            case "assignment" -> "Assigned to the job";
            case "scopingFilter" -> "Passes the scoping filter";
            case "match" -> "It is clear which object of the target it is";
            case "mapping" -> "The mappings can be evaluated";
            case "export" -> "It can be written to the target";
            default -> gate;
        };
    }

    private static String mend(String gate, Tie tie) {
        String source = Section.TENANTS.href() + "/" + tie.source();
        String target = Section.TENANTS.href() + "/" + tie.target();
        return switch (gate) {
            case "sourceRedemption" -> source + "/access";
            case "targetSynchronization", "targetRedemption" -> target + "/access";
            case "job" -> tie.jobHref();
            case "assignment" -> tie.jobHref() + "/scope";
            case "scopingFilter" -> tie.jobHref() + "/scope";
            case "mapping" -> tie.jobHref() + "/mapping";
            default -> "";
        };
    }
}
