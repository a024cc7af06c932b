package io.tenantry.provisioning.user;

import io.tenantry.directory.user.ExternalUser;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.mapping.Failure;
import io.tenantry.provisioning.mapping.MappedValues;
import io.tenantry.provisioning.mapping.MappingFailure;
import io.tenantry.provisioning.mapping.SourceAttributes;
import io.tenantry.provisioning.matching.Candidate;
import io.tenantry.provisioning.object.Judgement;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.provisioning.scope.Entitlement;
import io.tenantry.provisioning.scope.ScopingFilter;
import io.tenantry.regex.CostlyMatch;
import io.tenantry.store.Entity;
import java.util.Optional;
import java.util.Set;

/** Judges a user that was read by assignment and scope, and maps it. Reads nothing more. */
final class UserJudge {
    static final Mapping NEEDLESS = new Mapping.Needless();

    private final JobContext context;
    private final boolean newcomers;

    /** @param newcomers whether who may have to be made is made already: as long as nobody was taken in, most have to be */
    UserJudge(JobContext context, boolean newcomers) {
        this.context = context;
        this.newcomers = newcomers;
    }

    /** @param roles ids of the app roles by which the user is assigned */
    SourceUser judge(SourceUser user, Set<String> roles) {
        if (user.object().isEmpty()) {
            return user;
        }
        Entity object = user.object().get();
        SourceAttributes attributes =
                new SourceAttributes(object, context.application().assigned(roles));
        Judgement judgement = entitle(
                attributes, !roles.isEmpty() || context.rules().settings().syncAll());
        return user.judged(judgement, map(object, judgement));
    }

    /** Whom the filter cannot judge fails, and stays as it is. */
    private Judgement entitle(SourceAttributes attributes, boolean assigned) {
        try {
            ScopingFilter filter = context.rules().plan().filter();
            return new Judgement(attributes, Entitlement.of(attributes, assigned, filter), Optional.empty());
        } catch (CostlyMatch e) {
            return new Judgement(
                    attributes,
                    Entitlement.of(attributes, assigned, ScopingFilter.NONE),
                    Optional.of(Failure.costlyFilter(e)));
        }
    }

    private Mapping map(Entity object, Judgement judgement) {
        if (judgement.failure().isPresent()) {
            return new Mapping.Failed(judgement.failure().get());
        }
        if (!judgement.entitlement().inScope() || !SourceObject.isLive(object)) {
            return NEEDLESS;
        }
        try {
            MappedValues values = context.rules().plan().evaluate(judgement.attributes());
            return made(object, values, candidate(object, values));
        } catch (MappingFailure e) {
            return new Mapping.Failed(e.failure());
        }
    }

    private Mapping made(Entity object, MappedValues values, Candidate candidate) {
        Optional<Newcomer> newcomer = newcomers
                ? Optional.of(Newcomer.of(context, object.text("userPrincipalName"), values, candidate))
                : Optional.empty();
        return new Mapping.Made(values, candidate, newcomer);
    }

    private Candidate candidate(Entity object, MappedValues values) {
        String mail = values.text("mail");
        String upn = values.text("userPrincipalName");
        String home = object.text("userPrincipalName");
        return new Candidate(
                ExternalUser.binding(context.source().id(), object.id()),
                mail == null ? home : mail,
                upn == null
                        ? ExternalUser.userPrincipalName(home, context.target().initialDomain())
                        : upn);
    }
}
