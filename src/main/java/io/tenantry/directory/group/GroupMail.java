package io.tenantry.directory.group;

import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.GroupKind;
import io.tenantry.directory.object.MailAddresses;
import io.tenantry.directory.object.Uniqueness;
import io.tenantry.directory.organization.Domains;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;

/** The address of a Microsoft 365 group: its nickname in the default domain (directory.md §7.1). */
final class GroupMail {
    private GroupMail() {}

    static void address(Session session, Entity group) {
        if (!GroupKind.unified(group)) {
            return;
        }
        boolean taken = session.allBy("group", "mailNickname", group.text("mailNickname")).stream()
                .anyMatch(other -> GroupKind.unified(other) && !other.id().equals(group.id()));
        if (taken) {
            throw DirectoryErrors.valueTaken("mailNickname");
        }
        MailAddresses.setMail(group, group.text("mailNickname") + "@" + Domains.defaultName(session));
        Uniqueness.requireFreeAddresses(session, group);
    }
}
