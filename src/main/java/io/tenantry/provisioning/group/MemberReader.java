package io.tenantry.provisioning.group;

import io.tenantry.directory.object.GroupKind;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.matching.Holdings;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares the members of a group on both sides, page by page. Direct members count who are users and kept in the target; groups in groups
 * are left out (provisioning-engine.md §11).
 */
public final class MemberReader {
    private final Session source;
    private final Session target;
    private final Holdings holdings;

    public MemberReader(Session source, Session target, Holdings holdings) {
        this.source = source;
        this.target = target;
        this.holdings = holdings;
    }

    /** The group of the target that belongs to one of the source. Members of a group that somebody gave a rule follow from that. */
    public Optional<Entity> made(String group) {
        return Optional.ofNullable(holdings.links(List.of(group)).get(group))
                .map(ObjectLink::targetId)
                .map(id -> holdings.targets(List.of(id)).get(id))
                .filter(each -> SourceObject.isLive(each) && !GroupKind.dynamic(each));
    }

    /** Who is to come, of the next members of the source's group. */
    public MemberPage joining(String group, Entity made, String after, int limit) {
        List<String> users = source.query(
                "select r.target from relation r join directory_object o on o.tenant = r.tenant and o.id = r.target"
                        + " where r.tenant = {tenant} and r.kind = 'member' and r.source = ? and r.target > ? and o.type = 'user'"
                        + " and o.deleted_date_time is null order by r.target limit ?",
                row -> row.getString(1),
                group,
                after,
                limit);
        return joining(made, users);
    }

    /** Who is to come, of some members of the source's group. */
    public MemberPage joining(String group, Entity made, Collection<String> members) {
        return joining(made, users(source, group, members));
    }

    /** Which of these are live users and direct members of a group. */
    public static List<String> users(Session source, String group, Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : source.query(
                        "select r.target from relation r join directory_object o on o.tenant = r.tenant and o.id = r.target"
                                + " where r.tenant = {tenant} and r.kind = 'member' and r.source = ? and r.target in ?"
                                + " and o.type = 'user' and o.deleted_date_time is null order by r.target",
                        row -> row.getString(1),
                        group,
                        ids);
    }

    private MemberPage joining(Entity made, List<String> users) {
        Map<String, Entity> kept = kept(users);
        Set<String> present = among(made, kept.values());
        List<MemberChange> changes = kept.values().stream()
                .filter(each -> !present.contains(each.id()))
                .distinct()
                .map(each -> new MemberChange(made, each, true))
                .toList();
        return new MemberPage(
                users,
                changes,
                users.stream().filter(each -> !kept.containsKey(each)).toList());
    }

    /** Id of each of these users → the live object that is kept like him. */
    private Map<String, Entity> kept(List<String> users) {
        Map<String, String> linked = new LinkedHashMap<>();
        for (ObjectLink link : holdings.links(users).values()) {
            if (link.state().managed()) {
                linked.put(link.sourceId(), link.targetId());
            }
        }
        Map<String, Entity> live = new HashMap<>();
        holdings.targets(new HashSet<>(linked.values())).values().stream()
                .filter(SourceObject::isLive)
                .forEach(each -> live.put(each.id(), each));
        Map<String, Entity> kept = new LinkedHashMap<>();
        linked.forEach((user, id) -> {
            if (live.containsKey(id)) {
                kept.put(user, live.get(id));
            }
        });
        return kept;
    }

    private Set<String> among(Entity made, Collection<Entity> members) {
        if (members.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(target.query(
                "select target from relation where tenant = {tenant} and kind = 'member' and source = ? and target in ?",
                row -> row.getString(1),
                made.id(),
                members.stream().map(Entity::id).distinct().toList()));
    }

    /** Who is to go, of the next members of the target's group: nobody in the source's group is linked to them. */
    public MemberPage leaving(String group, Entity made, String after, int limit) {
        List<String> members = target.query(
                "select target from relation where tenant = {tenant} and kind = 'member' and source = ? and target > ? order by target limit ?",
                row -> row.getString(1),
                made.id(),
                after,
                limit);
        Set<String> belonging = belonging(group, members);
        List<String> strangers =
                members.stream().filter(each -> !belonging.contains(each)).toList();
        List<MemberChange> changes = target.prefetch().objects(strangers).stream()
                .map(each -> new MemberChange(made, each, false))
                .toList();
        return new MemberPage(members, changes, List.of());
    }

    /** Of these members of the target those who somebody in the source's group is linked to. */
    private Set<String> belonging(String group, List<String> members) {
        List<ObjectLink> links = holdings.linksTo(members);
        Set<String> users = links.stream().map(ObjectLink::sourceId).collect(Collectors.toSet());
        Set<String> inside = users.isEmpty()
                ? Set.of()
                : new HashSet<>(source.query(
                        "select target from relation where tenant = {tenant} and kind = 'member' and source = ? and target in ?",
                        row -> row.getString(1),
                        group,
                        users));
        return links.stream()
                .filter(link -> inside.contains(link.sourceId()))
                .map(ObjectLink::targetId)
                .collect(Collectors.toSet());
    }
}
