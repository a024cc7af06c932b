package io.tenantry.provisioning.matching;

import io.tenantry.provisioning.link.Escrow;
import io.tenantry.provisioning.link.Escrows;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.link.ObjectLinks;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is stored, one statement for each question, whatever the number of objects. */
public final class StoredHoldings implements Holdings {
    private final Session target;
    private final ObjectLinks links;
    private final Escrows escrows;

    /** @param job number of the job in the engine's rows */
    public StoredHoldings(Session source, Session target, int job) {
        this.target = target;
        this.links = new ObjectLinks(source, job);
        this.escrows = new Escrows(source, job);
    }

    @Override
    public Map<String, ObjectLink> links(Collection<String> sourceIds) {
        return links.of(sourceIds);
    }

    @Override
    public Map<String, Escrow> escrows(Collection<String> sourceIds) {
        return escrows.of(sourceIds);
    }

    @Override
    public Map<String, Entity> targets(Collection<String> ids) {
        Map<String, Entity> targets = new HashMap<>();
        target.prefetch().objects(ids).forEach(each -> targets.put(each.id(), each));
        return targets;
    }

    @Override
    public Set<String> live(Collection<String> ids) {
        return target.prefetch().live(ids);
    }

    @Override
    public List<ObjectLink> linksTo(Collection<String> targetIds) {
        return links.to(targetIds);
    }

    @Override
    public Map<String, String> managers(Collection<String> targetIds) {
        return target.prefetch().target("manager", targetIds);
    }

    @Override
    public TargetIndex index(Collection<Candidate> candidates, Map<String, Entity> known) {
        return TargetIndex.of(target, candidates, known);
    }
}
