package io.tenantry.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import io.tenantry.resource.GraphNames;
import io.tenantry.resource.SeedContext;
import io.tenantry.resource.SeedContext.RoleAssignment;
import io.tenantry.resource.TenantSeed;
import io.tenantry.scenario.generate.GeneratedGroups;
import io.tenantry.scenario.generate.GeneratedUsers;
import io.tenantry.store.Registry;
import io.tenantry.store.Tenant;
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
        References references = new References(scenario.id(), scenario.document());
        List<ObjectNode> users = users(scenario, references);
        List<String> userIds =
                users.stream().map(user -> user.get("id").asText()).toList();
        GeneratedUsers moreUsers = new GeneratedUsers(scenario, references::named);
        SeedContext context = new SeedContext(
                registry.session(tenant),
                now,
                scenario.document(),
                new Chained(users, moreUsers),
                new Chained(groups(scenario, references), new GeneratedGroups(scenario, moreUsers, userIds)),
                roleAssignments(scenario, references));
        seeds.forEach(seed -> seed.seed(context));
    }

    private static List<ObjectNode> users(TenantScenario scenario, References references) {
        List<ObjectNode> users = new ArrayList<>();
        for (JsonNode listed : scenario.document().path("users")) {
            ObjectNode user = listed.deepCopy();
            user.put("id", references.userId(listed));
            if (user.hasNonNull("manager")) {
                user.put(
                        "manager", references.user(user.get("manager").asText()).orElseThrow());
            }
            resolve(user, "sponsors", references);
            users.add(user);
        }
        return users;
    }

    private static List<ObjectNode> groups(TenantScenario scenario, References references) {
        List<ObjectNode> groups = new ArrayList<>();
        for (JsonNode listed : scenario.document().path("groups")) {
            ObjectNode group = listed.deepCopy();
            group.put("id", references.groupId(listed, groups.size()));
            resolve(group, "members", references);
            resolve(group, "owners", references);
            groups.add(group);
        }
        return groups;
    }

    private static void resolve(ObjectNode object, String name, References references) {
        if (object.get(name) instanceof ArrayNode listed) {
            ArrayNode ids = object.putArray(name);
            listed.forEach(
                    reference -> ids.add(references.object(reference.asText()).orElseThrow()));
        }
    }

    private List<RoleAssignment> roleAssignments(TenantScenario scenario, References references) {
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
