package io.tenantry.provisioning.group;

import io.tenantry.directory.group.GroupDefaults;
import io.tenantry.directory.object.GroupKind;
import io.tenantry.directory.object.HiddenProperties;
import io.tenantry.directory.user.ExternalUser;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import io.tenantry.store.Tenant;
import java.time.Instant;

/**
 * What group synchronization makes in the target: a security group with members by hand, whatever kind its source is, that knows where it
 * comes from. Groups that know nothing of the kind are never touched (provisioning-engine.md §11).
 */
final class SyncedGroup {
    private static final int LONGEST_NICKNAME = 64;

    private SyncedGroup() {}

    /** Tenant and group that a synchronized group comes from; Graph does not show it. */
    static String origin(Tenant source, String group) {
        return ExternalUser.binding(source.id(), group);
    }

    /** The group as it begins; mapped values come on top. */
    static Entity create(Tenant source, Entity group, boolean roleEnabled, Instant now) {
        Entity made = Entity.of("group", Ids.random())
                .set(HiddenProperties.BINDING, origin(source, group.id()))
                .set("displayName", group.text("displayName"))
                .set("mailNickname", nickname(group))
                .set("mailEnabled", false)
                .set("securityEnabled", true);
        if (roleEnabled) {
            made.set(GroupKind.ASSIGNABLE, true);
        }
        GroupDefaults.begin(made, now);
        return made;
    }

    /** Every group has one. */
    private static String nickname(Entity group) {
        String nickname = group.text("mailNickname");
        if (nickname != null && !nickname.isEmpty()) {
            return nickname;
        }
        String letters = String.valueOf(group.text("displayName")).replaceAll("[^A-Za-z0-9]", "");
        return letters.isEmpty()
                ? group.id().replace("-", "")
                : letters.substring(0, Math.min(letters.length(), LONGEST_NICKNAME));
    }
}
