package io.tenantry.control.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.control.ControlBody;
import io.tenantry.control.ControlError;
import io.tenantry.control.Fields;
import io.tenantry.error.GraphError;
import io.tenantry.odata.body.BodyCheck;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.GraphModels;
import io.tenantry.provisioning.job.Proposal;
import io.tenantry.store.Tenant;
import io.tenantry.synchronization.ProposedConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What a plan is asked for: each part is checked as the request of Graph that would store it. */
@ApplicationScoped
class PlanBody {
    private static final Set<String> MEMBERS =
            Set.of("cycle", "started", "schema", "secrets", "sourcePartner", "targetPartner");
    private static final String SYNCHRONIZATION = "identitySynchronization";

    private final GraphModel model;
    private final ProposedConfiguration configuration;

    PlanBody(GraphModels models, ProposedConfiguration configuration) {
        this.model = models.of("beta");
        this.configuration = configuration;
    }

    Proposal read(Tenant tenant, String jobId, byte[] bytes) {
        ControlBody body = ControlBody.of(bytes, MEMBERS);
        return new Proposal(
                body.text("cycle").map(PlanBody::isInitial),
                body.flag("started").orElse(false),
                part(body, "schema").map(schema -> schema(tenant, jobId, schema)),
                Optional.ofNullable(body.json().get("secrets"))
                        .filter(value -> !value.isNull())
                        .map(secrets -> checked("secrets", () -> configuration.secrets(tenant, jobId, secrets))),
                part(body, "sourcePartner").map(patch -> partner("sourcePartner", patch)),
                part(body, "targetPartner").map(patch -> partner("targetPartner", patch)));
    }

    /** Refuses what {@link #read} refuses, and a job that is not there. */
    void check(Tenant tenant, String jobId, byte[] bytes) {
        checked("job", () -> {
            configuration.requireJob(tenant, jobId);
            return read(tenant, jobId, bytes);
        });
    }

    private static boolean isInitial(String cycle) {
        return switch (cycle) {
            case "initial" -> true;
            case "incremental" -> false;
            default -> throw ControlError.badRequest("cycle", "cycle is initial or incremental, not '" + cycle + "'");
        };
    }

    private static Optional<ObjectNode> part(ControlBody body, String name) {
        return new Fields(body.json(), "").object(name).map(Fields::json);
    }

    private ObjectNode schema(Tenant tenant, String jobId, ObjectNode schema) {
        try {
            return configuration.schema(tenant, jobId, fitting("synchronizationSchema", schema));
        } catch (GraphError e) {
            String place = e.details().stream()
                    .findFirst()
                    .map(detail -> "schema." + detail.target())
                    .orElse("schema");
            throw new ControlError(e.status(), place, e.getMessage());
        }
    }

    private ObjectNode partner(String place, ObjectNode patch) {
        ObjectNode settings = patch.deepCopy();
        Optional<ObjectNode> synchronization =
                new Fields(settings, place).object(SYNCHRONIZATION).map(Fields::json);
        settings.remove(SYNCHRONIZATION);
        ObjectNode fitting = checked(place, () -> fitting("crossTenantAccessPolicyConfigurationPartner", settings));
        synchronization.ifPresent(policy -> fitting.set(
                SYNCHRONIZATION,
                checked(place + "." + SYNCHRONIZATION, () -> fitting("crossTenantIdentitySyncPolicyPartner", policy))));
        return fitting;
    }

    private ObjectNode fitting(String type, ObjectNode body) {
        return BodyCheck.replaced(model, model.type(type), body);
    }

    private static <T> T checked(String place, Supplier<T> part) {
        try {
            return part.get();
        } catch (GraphError e) {
            throw new ControlError(e.status(), place, e.getMessage());
        }
    }
}
