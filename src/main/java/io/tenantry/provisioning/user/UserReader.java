package io.tenantry.provisioning.user;

import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.link.Escrow;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.matching.Candidate;
import io.tenantry.provisioning.matching.Holdings;
import io.tenantry.provisioning.matching.StoredHoldings;
import io.tenantry.provisioning.object.Assignments;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a page of users with links, targets, assignments and managers: one statement for each, whatever the page's size. */
public final class UserReader {
    private final JobContext context;
    private final Session source;
    private final Holdings holdings;

    public UserReader(JobContext context, Session source, Session target) {
        this(context, source, new StoredHoldings(source, target, context.job().number()));
    }

    public UserReader(JobContext context, Session source, Holdings holdings) {
        this.context = context;
        this.source = source;
        this.holdings = holdings;
    }

    private record Found(String id, Optional<Entity> object) {}

    /** Sources by their ids, live or not. What is no user is left out. */
    public UserPage byId(List<String> ids) {
        Map<String, Entity> objects = new HashMap<>();
        source.prefetch().objects(ids).forEach(each -> objects.put(each.id(), each));
        return page(ids.stream()
                .map(id -> new Found(id, Optional.ofNullable(objects.get(id))))
                .filter(each ->
                        each.object.isEmpty() || each.object.get().type().equals("user"))
                .toList());
    }

    public UserPage of(List<Entity> users) {
        return page(users.stream()
                .map(user -> new Found(user.id(), Optional.of(user)))
                .toList());
    }

    private UserPage page(List<Found> found) {
        List<String> ids = found.stream().map(Found::id).toList();
        Map<String, ObjectLink> linkOf = holdings.links(ids);
        Map<String, Entity> targets = holdings.targets(
                linkOf.values().stream().map(ObjectLink::targetId).distinct().toList());
        List<SourceObject> users = users(found, linkOf, targets);
        List<JudgedUser> judged = judge(users, ids);
        List<Candidate> candidates =
                judged.stream().flatMap(each -> each.searched().stream()).toList();
        targets.values().removeIf(each -> !SourceObject.isLive(each));
        return new UserPage(judged, holdings.index(candidates, targets));
    }

    private List<SourceObject> users(List<Found> found, Map<String, ObjectLink> linkOf, Map<String, Entity> targets) {
        Map<String, Escrow> escrowOf =
                holdings.escrows(found.stream().map(Found::id).toList());
        List<SourceObject> users = new ArrayList<>(found.size());
        for (Found each : found) {
            Optional<ObjectLink> link = Optional.ofNullable(linkOf.get(each.id));
            users.add(new SourceObject(
                    each.id,
                    ObjectType.USER,
                    each.object,
                    link,
                    Optional.ofNullable(escrowOf.get(each.id)),
                    link.map(ObjectLink::targetId).map(targets::get)));
        }
        return users;
    }

    private List<JudgedUser> judge(List<SourceObject> users, List<String> ids) {
        UserJudge judge = new UserJudge(context);
        Map<String, Set<String>> roles =
                Assignments.of(source, context.application().id(), ids);
        ManagerReader managers = new ManagerReader(source, holdings);
        Map<String, Managers> managersOf =
                context.rules().plan().mapsReferences() ? managers.of(users) : Map.<String, Managers>of();
        return users.stream()
                .map(user -> judge.judge(
                        user,
                        roles.getOrDefault(user.id(), Set.of()),
                        managersOf.getOrDefault(user.id(), Managers.UNMAPPED)))
                .toList();
    }
}
