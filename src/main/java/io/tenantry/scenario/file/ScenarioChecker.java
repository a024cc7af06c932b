package io.tenantry.scenario.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.family.GraphNames;
import io.tenantry.store.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks scenarios whole: every mistake is found before anything is loaded. */
@ApplicationScoped
public class ScenarioChecker {
    private final GraphNames names;

    ScenarioChecker(GraphNames names) {
        this.names = names;
    }

    /** Throws {@link ScenarioException} with all mistakes of the file. */
    public Scenario scenario(ScenarioText text) {
        Problems problems = new Problems();
        Fields root = root(text, problems, "a scenario is an object with a list of tenants");
        root.knownAre(Set.of("tenants"));
        List<TenantScenario> tenants = new ArrayList<>();
        TenantCheck check = new TenantCheck(names, problems);
        List<Fields> listed = root.objects("tenants");
        listed.forEach(tenant -> check.tenant(tenant).ifPresent(tenants::add));
        if (listed.isEmpty() && problems.none()) {
            problems.add(FieldPath.ROOT, "there is no tenant in it");
        }
        problems.refuse(text);
        return new Scenario(tenants);
    }

    /** One tenant that joins those that are there. */
    public TenantScenario tenant(ScenarioText text, Tenants present) {
        Problems problems = new Problems();
        Fields root = root(text, problems, "a tenant is an object");
        TenantCheck check = new TenantCheck(names, problems);
        present.all().forEach(tenant -> check.taken(tenant, present.domains(tenant)));
        TenantScenario tenant = check.tenant(root).orElse(null);
        problems.refuse(text);
        return tenant;
    }

    private static Fields root(ScenarioText text, Problems problems, String otherwise) {
        JsonNode document = text.read(problems);
        if (document instanceof ObjectNode object) {
            return new Fields(object, FieldPath.ROOT, problems);
        }
        throw new ScenarioException(otherwise);
    }
}
