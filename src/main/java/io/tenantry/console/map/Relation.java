package io.tenantry.console.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What the policies of two tenants let flow from one to the other.
 *
 * @param outbound automatic redemption, in the policy of the source
 * @param inbound automatic redemption, in the policy of the target
 * @param users synchronization of users, in the policy of the target
 * @param groups synchronization of groups, in the policy of the target
 */
public record Relation(
        TenantNode from, TenantNode to, Opening outbound, Opening inbound, Opening users, Opening groups) {
    private static final String CONSENT = "automaticUserConsentSettings";
    private static final String SYNCHRONIZATION = "identitySynchronization";

    static Relation of(Policies source, Policies target) {
        JsonNode outbound = source.partner(target.tenant());
        JsonNode inbound = target.partner(source.tenant());
        JsonNode synchronization = inbound.path(SYNCHRONIZATION);
        return new Relation(
                source.tenant(),
                target.tenant(),
                consent(outbound, source, "outboundAllowed"),
                consent(inbound, target, "inboundAllowed"),
                Opening.of(synchronization.at("/userSyncInbound/isSyncAllowed")),
                Opening.of(synchronization.at("/groupSyncInbound/isSyncAllowed")));
    }

    private static Opening consent(JsonNode partner, Policies policies, String direction) {
        return Opening.of(
                partner.path(CONSENT).path(direction),
                policies.byDefault().path(CONSENT).path(direction));
    }

    /** In the order of the table. */
    public List<Opening> openings() {
        return List.of(outbound, inbound, users, groups);
    }

    /** Whether a job can bring people along it. */
    public boolean isOpen() {
        return outbound.open() && inbound.open() && users.open();
    }

    /** {@code open}, {@code partly} or {@code closed}. */
    public String state() {
        boolean some = openings().stream().anyMatch(Opening::open);
        return isOpen() ? "open" : some ? "partly" : "closed";
    }

    public String tone() {
        return isOpen() ? "good" : state().equals("partly") ? "warn" : "";
    }
}
