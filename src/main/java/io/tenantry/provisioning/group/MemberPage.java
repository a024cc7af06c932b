package io.tenantry.provisioning.group;

import java.util.List;

/**
 * What some members of a group come to.
 *
 * @param looked ids of those that were looked at, in their order
 * @param unresolved ids of users of the source who have nobody in the target
 */
public record MemberPage(List<String> looked, List<MemberChange> changes, List<String> unresolved) {}
