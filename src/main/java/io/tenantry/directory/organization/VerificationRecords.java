package io.tenantry.directory.organization;

import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import java.util.List;

/** What the zone of a domain would have to say so that it belongs to a tenant (domain-list-verificationdnsrecords): either of two records. */
final class VerificationRecords {
    private static final int SECONDS = 3600;
    private static final int LAST_CHOICE = 32767;
    /** Eight digits, none of them a leading zero. */
    private static final int NUMBERS = 90_000_000;

    private static final int FIRST_NUMBER = 10_000_000;

    private VerificationRecords() {}

    static List<Entity> of(String tenantId, Entity domain) {
        String owner = tenantId + "/" + domain.id();
        String sign = "ms" + (FIRST_NUMBER + Math.floorMod(owner.hashCode(), NUMBERS));
        Entity mail = record("domainDnsMxRecord", owner, domain)
                .set("recordType", "Mx")
                .set("mailExchange", sign + ".msv1.invalid");
        mail.properties().put("preference", LAST_CHOICE);
        return List.of(
                record("domainDnsTxtRecord", owner, domain)
                        .set("recordType", "Txt")
                        .set("text", "MS=" + sign),
                mail);
    }

    private static Entity record(String type, String owner, Entity domain) {
        Entity record = Entity.childOf(domain.id(), type, Ids.derived(type + "/" + owner))
                .set("isOptional", false)
                .set("label", domain.id());
        record.properties().put("ttl", SECONDS);
        return record;
    }
}
