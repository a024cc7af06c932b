package io.tenantry.provisioning.user;

import io.tenantry.provisioning.AllCores;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.object.Assignments;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads users of the source with assignments and managers, one statement for each, and judges them. */
public final class SourceReader {
    private final JobContext context;
    private final Session source;

    public SourceReader(JobContext context, Session source) {
        this.context = context;
        this.source = source;
    }

    private record Found(String id, Optional<Entity> object) {}

    /** Users as they were read; judging them reads nothing more, and can be left to another thread. */
    public final class Read {
        private final List<Found> users;
        private final Map<String, Set<String>> roles;
        private final Map<String, String> managers;
        private final boolean newcomers;

        private Read(
                List<Found> users, Map<String, Set<String>> roles, Map<String, String> managers, boolean newcomers) {
            this.users = users;
            this.roles = roles;
            this.managers = managers;
            this.newcomers = newcomers;
        }

        /** Behind whom the page after this one of some size begins; empty where this one is the last. */
        public Optional<String> next(int size) {
            return users.size() < size ? Optional.empty() : Optional.of(users.get(size - 1).id);
        }

        public List<SourceUser> judged() {
            UserJudge judge = new UserJudge(context, newcomers);
            return AllCores.stream(users)
                    .map(user -> judge.judge(read(user), roles.getOrDefault(user.id, Set.of())))
                    .toList();
        }

        private SourceUser read(Found user) {
            Optional<String> manager = Optional.ofNullable(managers.get(user.id));
            return new SourceUser(user.id, user.object, Optional.empty(), UserJudge.NEEDLESS, manager);
        }
    }

    /** The next live users behind an id. */
    public Read next(String after, int limit) {
        List<Entity> page = source.prefetch().page(ObjectType.USER.entity(), after, limit);
        List<Found> users = new ArrayList<>(page.size());
        page.forEach(each -> users.add(new Found(each.id(), Optional.of(each))));
        return new Read(
                users,
                roles(users),
                page.isEmpty() || !references() ? Map.of() : managers(after, page),
                context.job().watermark().isEmpty());
    }

    private Map<String, String> managers(String after, List<Entity> page) {
        return source.prefetch()
                .targets(ManagerFlow.ATTRIBUTE, after, page.get(page.size() - 1).id());
    }

    /** Users by their ids, live or not. What is no user is left out. */
    public List<SourceUser> byId(List<String> ids) {
        Map<String, Entity> objects = new HashMap<>();
        source.prefetch().objects(ids).forEach(each -> objects.put(each.id(), each));
        List<Found> users = ids.stream()
                .map(id -> new Found(id, Optional.ofNullable(objects.get(id))))
                .filter(each ->
                        each.object.isEmpty() || each.object.get().type().equals(ObjectType.USER.entity()))
                .toList();
        Map<String, String> managers = references() ? source.prefetch().target(ManagerFlow.ATTRIBUTE, ids) : Map.of();
        return new Read(users, roles(users), managers, false).judged();
    }

    private Map<String, Set<String>> roles(List<Found> users) {
        return Assignments.of(
                source,
                context.application().id(),
                users.stream().map(Found::id).toList());
    }

    private boolean references() {
        return context.rules().plan().mapsReferences();
    }
}
