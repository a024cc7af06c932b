package io.tenantry.provisioning.user;

import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.link.Escrow;
import io.tenantry.provisioning.link.Escrows;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.link.ObjectLinks;
import io.tenantry.provisioning.mapping.Failure;
import io.tenantry.provisioning.mapping.MappingFailure;
import io.tenantry.provisioning.mapping.SourceAttributes;
import io.tenantry.provisioning.matching.Candidate;
import io.tenantry.provisioning.matching.TargetIndex;
import io.tenantry.provisioning.scope.Entitlement;
import io.tenantry.provisioning.scope.ScopingFilter;
import io.tenantry.regex.CostlyMatch;
import io.tenantry.store.Entity;
import io.tenantry.store.Prefetch.Edge;
import io.tenantry.store.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Loads a page of source users with links, targets, assignments and managers: one statement for each, whatever the page's size. */
public final class Subjects {
    private final JobContext context;
    private final Session source;
    private final Session target;
    private final ObjectLinks links;
    private final Escrows escrows;

    public Subjects(JobContext context, Session source, Session target) {
        this.context = context;
        this.source = source;
        this.target = target;
        this.links = new ObjectLinks(source, context.job().number());
        this.escrows = new Escrows(source, context.job().number());
    }

    /** A page of subjects and the objects of the target that they are matched against. */
    public record Page(List<Subject> subjects, TargetIndex index) {}

    /** Sources by their ids, live or not. What is no user is left out, what was never linked and is gone too. */
    public Page byId(List<String> ids) {
        Map<String, Entity> found = new HashMap<>();
        source.prefetch().objects(ids).forEach(each -> found.put(each.id(), each));
        List<Subject> subjects = new ArrayList<>();
        for (String id : ids) {
            Entity object = found.get(id);
            if (object == null || object.type().equals("user")) {
                subjects.add(new Subject(id, object));
            }
        }
        return load(subjects);
    }

    public Page of(List<Entity> users) {
        return load(users.stream().map(user -> new Subject(user.id(), user)).toList());
    }

    private Page load(List<Subject> subjects) {
        List<String> ids = subjects.stream().map(each -> each.id).toList();
        loadLinks(subjects, ids);
        Map<String, Entity> known = loadTargets(subjects);
        entitle(subjects, ids);
        if (context.plan().mapsManager()) {
            loadManagers(subjects, ids);
        }
        List<Candidate> candidates = subjects.stream()
                .filter(Subject::needsSearch)
                .map(each -> each.candidate)
                .toList();
        return new Page(subjects, TargetIndex.of(target, candidates, known));
    }

    private void loadLinks(List<Subject> subjects, List<String> ids) {
        Map<String, ObjectLink> linkOf = links.of(ids);
        Map<String, Escrow> escrowOf = escrows.of(ids);
        for (Subject subject : subjects) {
            subject.link = linkOf.get(subject.id);
            subject.escrow = escrowOf.get(subject.id);
        }
    }

    /** Returns the live ones, by id. */
    private Map<String, Entity> loadTargets(List<Subject> subjects) {
        List<String> ids = subjects.stream()
                .filter(each -> each.link != null)
                .map(each -> each.link.targetId())
                .distinct()
                .toList();
        Map<String, Entity> targets = new HashMap<>();
        target.prefetch().objects(ids).forEach(each -> targets.put(each.id(), each));
        subjects.stream()
                .filter(each -> each.link != null)
                .forEach(each -> each.target = targets.get(each.link.targetId()));
        targets.values().removeIf(each -> each.get("deletedDateTime") != null);
        return targets;
    }

    private void entitle(List<Subject> subjects, List<String> ids) {
        Map<String, String> roles = Assignments.of(source, context.job().servicePrincipal(), ids);
        for (Subject subject : subjects) {
            if (subject.exists()) {
                String role = roles.get(subject.id);
                subject.attributes = new SourceAttributes(subject.source, role == null ? null : context.roleName(role));
                entitle(subject, role != null || context.settings().syncAll());
                map(subject);
            }
        }
    }

    /** Whom the filter cannot judge fails, and stays as it is. */
    private void entitle(Subject subject, boolean assigned) {
        try {
            subject.entitlement =
                    Entitlement.of(subject.attributes, assigned, context.plan().filter());
        } catch (CostlyMatch e) {
            subject.entitlement = Entitlement.of(subject.attributes, assigned, ScopingFilter.NONE);
            subject.failure = new Failure(
                    "MissingValues",
                    "The scoping filter could not be evaluated: " + e.getMessage(),
                    "Simplify the regular expressions of the scoping filter.");
        }
    }

    private void map(Subject subject) {
        if (subject.failure != null || !subject.entitlement.inScope() || subject.deletedInSource()) {
            return;
        }
        try {
            subject.values = context.plan().evaluate(subject.attributes);
            subject.prepareCandidate(source.tenant().id(), context.target().initialDomain());
        } catch (MappingFailure e) {
            subject.failure = e.failure();
        }
    }

    private void loadManagers(List<Subject> subjects, List<String> ids) {
        Map<String, String> managers = edges(source, ids);
        Map<String, ObjectLink> managerLinks = links.of(new HashSet<>(managers.values()));
        Set<String> live = live(managerLinks.values().stream()
                .filter(link -> link.state().managed())
                .map(ObjectLink::targetId)
                .toList());
        Map<String, String> current = edges(
                target,
                subjects.stream()
                        .map(each -> each.target)
                        .filter(Objects::nonNull)
                        .map(Entity::id)
                        .toList());
        for (Subject subject : subjects) {
            subject.manager = managers.get(subject.id);
            ObjectLink link = subject.manager == null ? null : managerLinks.get(subject.manager);
            subject.managerTarget = link != null && live.contains(link.targetId()) ? link.targetId() : null;
            subject.currentManager = subject.target == null ? null : current.get(subject.target.id());
        }
    }

    private static Map<String, String> edges(Session session, List<String> ids) {
        Map<String, String> managers = new HashMap<>();
        for (Edge edge : session.prefetch().edges("manager", ids)) {
            managers.put(edge.source(), edge.target());
        }
        return managers;
    }

    private Set<String> live(List<String> ids) {
        Set<String> live = new HashSet<>();
        target.prefetch().objects(ids).stream()
                .filter(each -> each.get("deletedDateTime") == null)
                .map(Entity::id)
                .forEach(live::add);
        return live;
    }
}
