package io.tenantry.directory.dynamic;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.directory.dynamic.rule.Subject;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** A stored user as membership rules see it; what is not in its document is read when a rule asks for it. */
final class RuleSubject implements Subject {
    private final Session session;
    private final Entity user;
    private final Supplier<Instant> clock;
    private Set<String> groups;

    /** @param groups that hold the user directly; null: read them when asked */
    RuleSubject(Session session, Entity user, Set<String> groups, Supplier<Instant> clock) {
        this.session = session;
        this.user = user;
        this.groups = groups;
        this.clock = clock;
    }

    String id() {
        return user.id();
    }

    Entity user() {
        return user;
    }

    @Override
    public JsonNode value(String path) {
        JsonNode value = user.properties();
        for (String name : path.split("/")) {
            value = value == null ? null : value.get(name);
        }
        return value;
    }

    @Override
    public Set<String> directGroups() {
        if (groups == null) {
            groups = new HashSet<>(session.references().sources("member", user.id()));
        }
        return groups;
    }

    @Override
    public String manager() {
        return session.references().targets("manager", user.id()).stream()
                .findFirst()
                .orElse(null);
    }

    @Override
    public Instant now() {
        return clock.get();
    }
}
