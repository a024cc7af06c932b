package io.tenantry.provisioning.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.provisioning.job.GroupSynchronization;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.job.JobRules;
import io.tenantry.provisioning.job.JobSchema;
import io.tenantry.provisioning.job.JobSettings;
import io.tenantry.provisioning.job.SampleJob;
import io.tenantry.provisioning.link.LinkState;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.mapping.MappingCompiler;
import io.tenantry.provisioning.mapping.MappingPlan;
import io.tenantry.provisioning.object.Mode;
import io.tenantry.provisioning.object.Run;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Users of a page that were read, and what is asked of them, without a store. */
abstract class Deciding {
    static final Managers NOBODY = new Managers(Optional.empty(), Optional.empty(), Optional.empty());
    static final Mode INITIAL = Mode.last(true, false);
    static final Mode INCREMENTAL = Mode.last(false, false);
    static final Mode DEPROVISIONING = Mode.last(false, true);

    private static final String ROLE = "00000000-0000-0000-0000-000000000000";

    final Entity ana = user("ana", true);
    final Entity mirror = Entity.of("user", Ids.random())
            .set("userPrincipalName", external("ana"))
            .set("creationType", "Invitation")
            .set("accountEnabled", true);

    final ObjectNode schema = new JobSchema(() -> "2023").template();

    /** @param invites whether the target takes anybody in */
    JobContext context(boolean invites) {
        return SampleJob.with(new JobRules(
                MappingCompiler.users(schema, "birchline.example"),
                new GroupSynchronization(MappingPlan.NONE, false, false, false),
                JobSettings.of(Json.array()),
                invites));
    }

    static Run run(JobContext context, Mode mode) {
        return new Run(context, "cycle", mode, SampleJob.NOON);
    }

    static Entity user(String name, boolean enabled) {
        return Entity.of("user", Ids.random())
                .set("userPrincipalName", name + "@alderwood.example")
                .set("displayName", name)
                .set("mail", name + "@alderwood.example")
                .set("userType", "Member")
                .set("accountEnabled", enabled);
    }

    /** The name in the target of a user of the source. */
    static String external(String name) {
        return name + "_alderwood.example#EXT#@birchline.example";
    }

    static SourceObject unlinked(Entity user) {
        return new SourceObject(
                user.id(), ObjectType.USER, Optional.of(user), Optional.empty(), Optional.empty(), Optional.empty());
    }

    SourceObject linked(Entity user, LinkState state, Entity... target) {
        return linked(user, new ObjectLink(ObjectType.USER, user.id(), mirror.id(), state, false), target);
    }

    static SourceObject linked(Entity user, ObjectLink link, Entity... target) {
        return new SourceObject(
                user.id(),
                ObjectType.USER,
                Optional.of(user),
                Optional.of(link),
                Optional.empty(),
                List.of(target).stream().findFirst());
    }

    static JudgedUser judged(JobContext context, SourceObject user, boolean assigned, Managers managers) {
        SourceUser read =
                new SourceUser(user.id(), user.object(), Optional.empty(), UserJudge.NEEDLESS, managers.source());
        return new UserJudge(context, false)
                .judge(read, assigned ? Set.of(ROLE) : Set.of())
                .with(user, managers);
    }
}
