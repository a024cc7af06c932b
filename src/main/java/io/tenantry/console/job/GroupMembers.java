package io.tenantry.console.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Direct members of a group.
 *
 * @param count all of them
 * @param some of them
 */
public record GroupMembers(long count, List<Member> some) {
    /** @param href page of a user; empty for others, who are not carried */
    public record Member(String name, String href) {}

    static GroupMembers of(JobHead head, JsonNode page) {
        List<Member> some = new ArrayList<>();
        for (JsonNode member : page.path("value")) {
            boolean user = member.path("@odata.type").asText().equals("#microsoft.graph.user");
            some.add(new Member(
                    member.path("userPrincipalName")
                            .asText(member.path("displayName").asText()),
                    user ? head.userHref(member.path("id").asText()) : ""));
        }
        return new GroupMembers(page.path("@odata.count").asLong(some.size()), some);
    }
}
