package io.tenantry.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.All;
import io.tenantry.family.GraphNames;
import io.tenantry.scenario.file.ListedIds;
import io.tenantry.scenario.file.ListedObjects;
import io.tenantry.scenario.file.TenantScenario;
import io.tenantry.scenario.generate.GeneratedGroups;
import io.tenantry.scenario.generate.GeneratedUsers;
import io.tenantry.store.Registry;
import io.tenantry.store.Tenant;
import io.tenantry.world.SeedContext;
import io.tenantry.world.SeedContext.RoleAssignment;
import io.tenantry.world.TenantSeed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes checked tenants into the store, through the seeds of those who own the objects. */
@ApplicationScoped
public class ScenarioLoader {
    private final List<TenantSeed> seeds;
    private final GraphNames names;

    ScenarioLoader(@All List<TenantSeed> seeds, GraphNames names) {
        this.seeds = seeds.stream()
                .sorted(Comparator.comparingInt(TenantSeed::order))
                .toList();
        this.names = names;
    }

    void load(Registry registry, TenantScenario scenario, Instant now) {
        Tenant tenant = registry.addTenant(
                scenario.id(), scenario.alias(), scenario.displayName(), scenario.domains(), scenario.cloud(), now);
        ListedIds references = new ListedIds(scenario.id(), scenario.document());
        ListedObjects listed = new ListedObjects(scenario, references, names);
        GeneratedUsers moreUsers = new GeneratedUsers(scenario, references::named);
        SeedContext context = new SeedContext(
                registry.session(tenant),
                now,
                scenario.document(),
                new Chained(listed.users(), moreUsers),
                new Chained(listed.groups(), new GeneratedGroups(scenario, moreUsers, references.userIds())),
                roleAssignments(scenario, references));
        seeds.forEach(seed -> seed.seed(context));
    }

    private List<RoleAssignment> roleAssignments(TenantScenario scenario, ListedIds references) {
        List<RoleAssignment> assignments = new ArrayList<>();
        for (JsonNode listed : scenario.document().path("roleAssignments")) {
            String role = listed.get("role").asText();
            assignments.add(new RoleAssignment(
                    references.object(listed.get("principal").asText()).orElseThrow(),
                    role,
                    names.roleTemplateId(role).orElseThrow()));
        }
        return assignments;
    }
}
