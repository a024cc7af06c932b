package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.directory.license.SubscribedSkus;
import io.tenantry.policy.CloudPair;
import io.tenantry.provisioning.job.JobSchema;
import io.tenantry.provisioning.job.JobSettings;
import io.tenantry.provisioning.mapping.MappingCompiler;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The licences that a tenant needs for what its job does (provisioning-engine.md §13): Entra ID P1 or P2, and for groups and other clouds
 * those of governance.
 */
@ApplicationScoped
class JobLicenses {
    static final String PREMIUM = "AAD_PREMIUM";
    static final String GOVERNANCE = "Entra_Identity_Governance";

    private static final Logger LOG = Logger.getLogger(JobLicenses.class);

    private final LicenseConfig config;
    private final JobSchema schemas;
    private final Tenants tenants;

    JobLicenses(LicenseConfig config, JobSchema schemas, Tenants tenants) {
        this.config = config;
        this.schemas = schemas;
        this.tenants = tenants;
    }

    /** Before a job begins to run. */
    void require(Session session, Entity job) {
        if (config.check() == LicenseConfig.Check.OFF) {
            return;
        }
        Optional<String> missing = missing(session, governed(session, job));
        if (missing.isPresent() && config.check() == LicenseConfig.Check.ERROR) {
            throw SynchronizationErrors.unlicensed(missing.get());
        }
        missing.ifPresent(plan -> LOG.warnf(
                "The job %s of %s runs without a licence that has %s",
                job.id(), session.tenant().displayName(), plan));
    }

    /** Whether the job carries groups, or crosses clouds. */
    private boolean governed(Session session, Entity job) {
        boolean groups = MappingCompiler.objectMapping(
                        schemas.of(session, job.parent(), job.id()).properties(), "Group")
                .filter(mapping -> mapping.path("enabled").asBoolean())
                .isPresent();
        return groups
                || JobSettings.of(session, job.parent())
                        .companyId()
                        .flatMap(tenants::byId)
                        .filter(target ->
                                !CloudPair.of(session.tenant(), target).oneCloud())
                        .isPresent();
    }

    /** The first service plan that no subscription of the tenant has. */
    static Optional<String> missing(Session session, boolean governed) {
        return (governed ? List.of(PREMIUM, GOVERNANCE) : List.of(PREMIUM))
                .stream().filter(plan -> !has(session, plan)).findFirst();
    }

    private static boolean has(Session session, String plan) {
        for (Entity subscription : SubscribedSkus.bySkuId(session).values()) {
            for (JsonNode each : subscription.array("servicePlans")) {
                if (each.path("servicePlanName").asText().equalsIgnoreCase(plan)) {
                    return true;
                }
            }
        }
        return false;
    }
}
