package io.tenantry.directory.seed;

import io.tenantry.directory.group.GroupDefaults;
import io.tenantry.directory.object.GroupKind;
import io.tenantry.directory.object.MailAddresses;
import io.tenantry.store.Entity;
import java.time.Instant;

/** Completes a group of a scenario file: a security group unless it says otherwise. */
final class SeededGroup {
    private SeededGroup() {}

    static void complete(Entity group, String initialDomain, Instant now) {
        boolean unified = GroupKind.unified(group);
        if (group.get("mailEnabled") == null) {
            group.set("mailEnabled", unified);
        }
        if (group.get("securityEnabled") == null) {
            group.set("securityEnabled", !unified);
        }
        if (group.get("mailNickname") == null) {
            group.set("mailNickname", group.text("displayName").replaceAll("[^A-Za-z0-9-]", ""));
        }
        GroupDefaults.begin(group, now);
        String mail = group.text("mail");
        if (group.get("proxyAddresses") == null && (unified || mail != null)) {
            MailAddresses.setMail(group, mail != null ? mail : group.text("mailNickname") + "@" + initialDomain);
        }
    }
}
