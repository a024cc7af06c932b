package io.tenantry.provisioning.user;

import io.tenantry.directory.object.MailAddresses;
import io.tenantry.directory.user.ExternalUser;
import io.tenantry.format.Json;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.mapping.Failure;
import io.tenantry.provisioning.matching.Candidate;
import io.tenantry.provisioning.object.Run;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.store.Entity;
import java.time.Instant;
import java.util.Optional;

/** What an invitation that redeems itself leaves in the target (provisioning-engine.md §6.2). */
final class ExternalUsers {
    private final JobContext context;
    private final Instant now;
    /** The same as Graph writes it. */
    private final String moment;

    ExternalUsers(Run run) {
        this.context = run.context();
        this.now = run.now();
        this.moment = Json.instant(now);
    }

    /** Why the target does not take the user in (provisioning-engine.md §10). */
    Optional<Failure> refused(Candidate candidate) {
        if (!context.rules().invitesAllowed()) {
            // its guest invite setting forbids all invitations (cross-tenant-access-policy.md §6.4)
            return Optional.of(new Failure(
                    "AzureActiveDirectoryForbidden",
                    "Guest invitations not allowed for your company. Contact your company administrator for more details.",
                    "Allow guest invitations in the external collaboration settings of the target tenant."));
        }
        return MailAddresses.wellFormed(candidate.address())
                ? Optional.empty()
                : Optional.of(new Failure(
                        "InvitationCreationFailureInvalidPropertyValue",
                        "The value '" + candidate.address() + "' of mail is no SMTP address.",
                        "Correct the mail address of the user."));
    }

    /** The user that the target is to have. */
    Newcomer newcomer(SourceObject user, Mapping.Made made) {
        return made.newcomer()
                .orElseGet(() -> Newcomer.of(context, user.name(), made.values(), made.candidate()))
                .at(moment);
    }

    /** Binds the user to its home object. */
    void redeem(Entity user, Candidate candidate) {
        ExternalUser.redeem(user, candidate.binding(), context.target().initialDomain(), now);
    }
}
