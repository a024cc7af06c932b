package io.tenantry.provisioning.job;

import io.tenantry.policy.CloudPair;
import io.tenantry.provisioning.job.PolicyGate.Refusal;
import io.tenantry.store.Session;
import io.tenantry.store.Tenant;
import java.util.Optional;

/** Whether a tenant of another cloud is reached, and takes what comes (cross-tenant-access-policy.md §6.5). */
final class CloudGate {
    private CloudGate() {}

    /** A tenant of another cloud is one where the pair is served and the source is open to that cloud. */
    static boolean reaches(Session source, Tenant target) {
        CloudPair pair = CloudPair.of(source.tenant(), target);
        return pair.oneCloud() || pair.served() && CloudPair.opens(source, pair.to());
    }

    /** @param target session of a tenant that is reached */
    static Optional<Refusal> refusal(Session source, Session target) {
        CloudPair pair = CloudPair.of(source.tenant(), target.tenant());
        if (pair.oneCloud() || CloudPair.opens(target, pair.from())) {
            return Optional.empty();
        }
        String code = "AzureActiveDirectoryTokenExpired";
        return Optional.of(
                new Refusal(code, code, "The identity of the calling application could not be established."));
    }
}
