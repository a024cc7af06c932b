package io.tenantry.provisioning.user;

import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.link.Escrow;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.matching.Candidate;
import io.tenantry.provisioning.matching.Holdings;
import io.tenantry.provisioning.matching.StoredHoldings;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the engine and the target have of a page of users: one statement for each question, whatever the page's size. */
public final class UserReader {
    private final SourceReader source;
    private final Holdings holdings;
    private final boolean references;

    public UserReader(JobContext context, Session source, Session target) {
        this(context, source, new StoredHoldings(source, target, context.job().number()));
    }

    public UserReader(JobContext context, Session source, Holdings holdings) {
        this.source = new SourceReader(context, source);
        this.holdings = holdings;
        this.references = context.rules().plan().mapsReferences();
    }

    /** Sources by their ids, live or not. What is no user is left out. */
    public UserPage byId(List<String> ids) {
        return of(source.byId(ids));
    }

    public UserPage of(List<SourceUser> users) {
        List<String> ids = users.stream().map(SourceUser::id).toList();
        Map<String, ObjectLink> linkOf = holdings.links(ids);
        Map<String, Entity> targets = holdings.targets(
                linkOf.values().stream().map(ObjectLink::targetId).distinct().toList());
        List<JudgedUser> judged = new SharedTargets(holdings).of(judged(users, read(users, ids, linkOf, targets)));
        List<Candidate> candidates =
                judged.stream().flatMap(each -> each.searched().stream()).toList();
        targets.values().removeIf(each -> !SourceObject.isLive(each));
        return new UserPage(judged, holdings.index(candidates, targets));
    }

    private List<SourceObject> read(
            List<SourceUser> users, List<String> ids, Map<String, ObjectLink> linkOf, Map<String, Entity> targets) {
        Map<String, Escrow> escrowOf = holdings.escrows(ids);
        List<SourceObject> read = new ArrayList<>(users.size());
        for (SourceUser each : users) {
            Optional<ObjectLink> link = Optional.ofNullable(linkOf.get(each.id()));
            read.add(new SourceObject(
                    each.id(),
                    ObjectType.USER,
                    each.object(),
                    link,
                    Optional.ofNullable(escrowOf.get(each.id())),
                    link.map(ObjectLink::targetId).map(targets::get)));
        }
        return read;
    }

    private List<JudgedUser> judged(List<SourceUser> users, List<SourceObject> read) {
        ManagerReader.Known managers =
                references ? new ManagerReader(holdings).of(users, read) : ManagerReader.Known.NOBODY;
        List<JudgedUser> judged = new ArrayList<>(users.size());
        for (int i = 0; i < users.size(); i++) {
            judged.add(users.get(i).with(read.get(i), managers.of(users.get(i), read.get(i))));
        }
        return judged;
    }
}
