package io.tenantry.provisioning.mapping;

import io.tenantry.directory.group.GroupValues;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the mappings of a type of objects can write, and what they read in any case.
 *
 * @param attributes of the target, by name
 * @param carried matched or carried by the life of the object, never written as values
 * @param reference flows between objects, when both are there
 * @param imported read whatever is mapped, as the log shows it (synchronization-api.md §11.3)
 */
record MappedType(
        Function<String, Optional<TargetAttribute>> attributes,
        Set<String> carried,
        String reference,
        List<String> imported) {
    /** The target's group is a security group, whatever is mapped (provisioning-engine.md §11). */
    static final MappedType GROUPS = new MappedType(
            MappedType::ofGroup,
            Set.of("IsSoftDeleted", "objectId", "mailEnabled", "securityEnabled"),
            "members",
            List.of("objectId", "IsSoftDeleted", "appRoleAssignments"));

    static MappedType users(TargetDirectory target) {
        return new MappedType(
                new TargetAttributes(target)::named,
                Set.of("alternativeSecurityIds", "IsSoftDeleted", "objectId"),
                "manager",
                List.of(
                        "objectId",
                        "netId",
                        "alternativeSecurityIds",
                        "IsSoftDeleted",
                        "accountEnabled",
                        "appRoleAssignments"));
    }

    private static Optional<TargetAttribute> ofGroup(String name) {
        boolean known = Set.of("displayName", "description", "mailNickname").contains(name);
        return known
                ? Optional.of(new TargetAttributes.TextProperty(name, GroupValues.taking(name)))
                : Optional.empty();
    }
}
