package io.tenantry.token.claim;

import io.tenantry.store.Entity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Names that stand for groups in place of their ids. What has no such name is left out.
 *
 * @param synchronizedOnes of groups that come from a directory on premises
 * @param cloud whether groups of the cloud go by their display names
 */
record GroupNames(Function<Entity, String> synchronizedOnes, boolean cloud) {
    private static final Map<String, Function<Entity, String>> FORMATS = Map.of(
            "sam_account_name",
            group -> group.text("onPremisesSamAccountName"),
            "dns_domain_and_sam_account_name",
            group -> in("onPremisesDomainName", group),
            "netbios_domain_and_sam_account_name",
            group -> in("onPremisesNetBiosName", group));

    /** Empty where ids are asked for. Of several formats the first counts. */
    static Optional<GroupNames> of(AskedClaims asked) {
        List<String> properties = asked.properties("groups");
        Optional<String> format =
                properties.stream().filter(FORMATS::containsKey).findFirst();
        // anybody can give a group any name, so only those assigned to the application go by it
        boolean cloud = properties.contains("cloud_displayname")
                && asked.groupMembership().equals(Set.of(GroupClaims.ASSIGNED));
        return format.isEmpty() && !cloud
                ? Optional.empty()
                : Optional.of(new GroupNames(format.map(FORMATS::get).orElse(group -> null), cloud));
    }

    private static String in(String domain, Entity group) {
        String name = group.text("onPremisesSamAccountName");
        return name == null || group.text(domain) == null ? null : group.text(domain) + "\\" + name;
    }

    List<String> of(List<Entity> groups) {
        return groups.stream().map(this::of).filter(Objects::nonNull).toList();
    }

    private String of(Entity group) {
        return cloud && group.text("onPremisesSamAccountName") == null
                ? group.text("displayName")
                : synchronizedOnes.apply(group);
    }
}
