package io.tenantry.directory.reference;

import io.tenantry.error.GraphError;
import io.tenantry.family.GraphCall;
import io.tenantry.store.Entity;
import java.util.Map;
import java.util.Set;

/** Who may write memberships but not groups adds what it may read (directory.md §20). */
final class MemberReading {
    private static final String MEMBERSHIPS = "GroupMember.ReadWrite.All";
    private static final Set<String> GROUPS = Set.of("Group.ReadWrite.All", "Directory.ReadWrite.All");
    private static final Map<String, Set<String>> READING = Map.of(
            "user", Set.of("User.ReadBasic.All", "User.Read.All", "User.ReadWrite.All", "Directory.Read.All"),
            "group", Set.of("Group.Read.All", "Directory.Read.All"),
            "servicePrincipal", Set.of("Application.Read.All", "Application.ReadWrite.All", "Directory.Read.All"));

    private MemberReading() {}

    /** The permission of the path is for one type or another; the member says for which. */
    static void require(GraphCall call, Entity member) {
        Set<String> held = call.caller().permissions();
        Set<String> reading = READING.getOrDefault(member.type(), Set.of("Directory.Read.All"));
        boolean membershipsOnly = held.contains(MEMBERSHIPS) && GROUPS.stream().noneMatch(held::contains);
        if (membershipsOnly && reading.stream().noneMatch(held::contains)) {
            throw GraphError.denied();
        }
    }
}
