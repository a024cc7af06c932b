package io.tenantry.console.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tenantry.console.api.UrlText;
import io.tenantry.console.page.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What holds towards one partner.
 *
 * @param partner id of its tenant; empty for all who are no partner
 * @param here whether the tenant is one of this server
 * @param synchronizes whether it has an identity synchronization policy, which is put once and changed from then on
 */
public record AccessRow(String partner, String name, boolean here, boolean synchronizes, List<AccessCell> cells) {
    private static final String PARTNERS = "/v1.0/policies/crossTenantAccessPolicy/partners";

    /** What can be set for a partner at once: the name of the field, and what it means. */
    public record Field(String pointer, String label) {}

    private static final List<Field> FIELDS = List.of(
            new Field("automaticUserConsentSettings/inboundAllowed", "Automatic redemption in"),
            new Field("automaticUserConsentSettings/outboundAllowed", "Automatic redemption out"),
            new Field("inboundTrust/isMfaAccepted", "Trust MFA"),
            new Field("inboundTrust/isCompliantDeviceAccepted", "Trust compliant devices"),
            new Field("inboundTrust/isHybridAzureADJoinedDeviceAccepted", "Trust hybrid joined devices"));

    static AccessRow of(JsonNode row, TenantHead head) {
        Map<String, JsonNode> settings = new HashMap<>();
        row.path("settings").forEach(each -> settings.put(each.path("path").asText(), each));
        String partner = row.path("partner").isNull() ? "" : row.path("partner").asText("");
        String name = partner.isEmpty() ? "Default, for all others" : head.nameOf(partner);
        return new AccessRow(
                partner,
                name,
                !name.equals(partner) && !partner.isEmpty(),
                of(settings, "identitySynchronization.userSyncInbound.isSyncAllowed")
                        .path("source")
                        .asText()
                        .equals("partner"),
                cells(settings));
    }

    private static List<AccessCell> cells(Map<String, JsonNode> settings) {
        List<AccessCell> cells = new ArrayList<>();
        for (String rule : List.of(
                "b2bCollaborationInbound",
                "b2bCollaborationOutbound",
                "b2bDirectConnectInbound",
                "b2bDirectConnectOutbound")) {
            cells.add(rule(settings, rule));
        }
        for (String trust :
                List.of("isMfaAccepted", "isCompliantDeviceAccepted", "isHybridAzureADJoinedDeviceAccepted")) {
            cells.add(AccessCell.flag(of(settings, "inboundTrust." + trust), "Trusted", "No"));
        }
        for (String direction : List.of("inboundAllowed", "outboundAllowed")) {
            cells.add(AccessCell.flag(of(settings, "automaticUserConsentSettings." + direction), "On", "Off"));
        }
        for (String type : List.of("userSyncInbound", "groupSyncInbound")) {
            cells.add(AccessCell.flag(
                    of(settings, "identitySynchronization." + type + ".isSyncAllowed"), "Let in", "No"));
        }
        cells.add(rule(settings, "tenantRestrictions"));
        return cells;
    }

    private static AccessCell rule(Map<String, JsonNode> settings, String name) {
        return AccessCell.rule(of(settings, name + ".usersAndGroups"), of(settings, name + ".applications"));
    }

    private static JsonNode of(Map<String, JsonNode> settings, String path) {
        return settings.getOrDefault(path, MissingNode.getInstance());
    }

    public String href() {
        return Section.TENANTS.href() + "/" + UrlText.encoded(partner) + "/access";
    }

    public String url() {
        return PARTNERS + "/" + partner;
    }

    public String synchronization() {
        return url() + "/identitySynchronization";
    }

    public List<Field> fields() {
        return FIELDS;
    }
}
