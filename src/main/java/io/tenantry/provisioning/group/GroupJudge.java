package io.tenantry.provisioning.group;

import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.mapping.Failure;
import io.tenantry.provisioning.mapping.MappingFailure;
import io.tenantry.provisioning.mapping.MappingPlan;
import io.tenantry.provisioning.mapping.SourceAttributes;
import io.tenantry.provisioning.object.Judgement;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.provisioning.scope.Entitlement;
import io.tenantry.provisioning.scope.ScopingFilter;
import io.tenantry.regex.CostlyMatch;
import java.util.Optional;
import java.util.Set;

/** Judges a group that was read by assignment and scope, and maps it. Reads nothing more. */
final class GroupJudge {
    static final GroupMapping NEEDLESS = new GroupMapping.Needless();

    private final JobContext context;
    private final MappingPlan plan;

    GroupJudge(JobContext context) {
        this.context = context;
        this.plan = context.rules().groups().plan();
    }

    /** @param roles ids of the app roles by which the group is assigned */
    JudgedGroup judge(JudgedGroup read, Set<String> roles) {
        SourceObject group = read.read();
        if (group.object().isEmpty()) {
            return read;
        }
        SourceAttributes attributes =
                new SourceAttributes(group.object().get(), context.application().assigned(roles));
        Judgement judgement = entitle(attributes, !roles.isEmpty());
        return read.judged(judgement, map(group, judgement));
    }

    /** What the filter cannot judge fails, and stays as it is. */
    private Judgement entitle(SourceAttributes attributes, boolean assigned) {
        try {
            return new Judgement(
                    attributes, Entitlement.ofGroup(attributes, assigned, plan.filter()), Optional.empty());
        } catch (CostlyMatch e) {
            return new Judgement(
                    attributes,
                    Entitlement.ofGroup(attributes, assigned, ScopingFilter.NONE),
                    Optional.of(Failure.costlyFilter(e)));
        }
    }

    private GroupMapping map(SourceObject group, Judgement judgement) {
        if (judgement.failure().isPresent()) {
            return new GroupMapping.Failed(judgement.failure().get());
        }
        if (!judgement.entitlement().inScope() || !group.live()) {
            return NEEDLESS;
        }
        try {
            return new GroupMapping.Made(plan.evaluate(judgement.attributes()));
        } catch (MappingFailure e) {
            return new GroupMapping.Failed(e.failure());
        }
    }
}
