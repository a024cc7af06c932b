package io.tenantry.provisioning.group;

import io.tenantry.directory.object.HiddenProperties;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.link.Escrow;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.matching.Holdings;
import io.tenantry.provisioning.matching.StoredHoldings;
import io.tenantry.provisioning.object.Assignments;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.key.Key;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a page of groups with links, targets and assignments: one statement for each, whatever the page's size. */
public final class GroupReader {
    private final JobContext context;
    private final Session source;
    private final Session target;
    private final Holdings holdings;

    public GroupReader(JobContext context, Session source, Session target) {
        this(
                context,
                source,
                target,
                new StoredHoldings(source, target, context.job().number()));
    }

    public GroupReader(JobContext context, Session source, Session target, Holdings holdings) {
        this.context = context;
        this.source = source;
        this.target = target;
        this.holdings = holdings;
    }

    /** Sources by their ids, live or not. What is no group is left out. */
    public GroupPage byId(List<String> ids) {
        Map<String, Entity> objects = byId(source.prefetch().objects(ids));
        return page(
                ids.stream()
                        .filter(id -> !objects.containsKey(id)
                                || objects.get(id).type().equals(ObjectType.GROUP.entity()))
                        .toList(),
                objects);
    }

    public GroupPage of(List<Entity> groups) {
        return page(groups.stream().map(Entity::id).toList(), byId(groups));
    }

    private static Map<String, Entity> byId(Collection<Entity> objects) {
        Map<String, Entity> byId = new HashMap<>();
        objects.forEach(each -> byId.put(each.id(), each));
        return byId;
    }

    private GroupPage page(List<String> ids, Map<String, Entity> objects) {
        Map<String, ObjectLink> links = holdings.links(ids);
        Map<String, Escrow> escrows = holdings.escrows(ids);
        Map<String, Entity> targets = holdings.targets(
                links.values().stream().map(ObjectLink::targetId).toList());
        Map<String, Set<String>> roles =
                Assignments.direct(source, context.application().id(), ids);
        Map<String, Entity> made = made(ids.stream()
                .filter(id -> !links.containsKey(id)
                        || !targets.containsKey(links.get(id).targetId()))
                .toList());
        GroupJudge judge = new GroupJudge(context);
        return new GroupPage(ids.stream()
                .map(id -> {
                    Optional<ObjectLink> link = Optional.ofNullable(links.get(id));
                    SourceObject read = new SourceObject(
                            id,
                            ObjectType.GROUP,
                            Optional.ofNullable(objects.get(id)),
                            link,
                            Optional.ofNullable(escrows.get(id)),
                            link.map(ObjectLink::targetId).map(targets::get));
                    JudgedGroup group = new JudgedGroup(
                            read, Optional.empty(), GroupJudge.NEEDLESS, Optional.ofNullable(made.get(id)));
                    return judge.judge(group, roles.getOrDefault(id, Set.of()));
                })
                .toList());
    }

    /** Id of each of these groups → what a job made of it in the target. */
    private Map<String, Entity> made(List<String> ids) {
        Map<String, Entity> byOrigin = new HashMap<>();
        target
                .prefetch()
                .having(HiddenProperties.BINDING, ids.stream().map(this::origin).toList())
                .stream()
                .filter(each -> each.type().equals(ObjectType.GROUP.entity()))
                .forEach(each -> byOrigin.put(Key.fold(each.text(HiddenProperties.BINDING)), each));
        Map<String, Entity> made = new HashMap<>();
        ids.forEach(
                id -> Optional.ofNullable(byOrigin.get(Key.fold(origin(id)))).ifPresent(each -> made.put(id, each)));
        return made;
    }

    private String origin(String group) {
        return SyncedGroup.origin(context.source(), group);
    }
}
