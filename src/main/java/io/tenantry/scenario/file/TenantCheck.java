package io.tenantry.scenario.file;

import io.tenantry.family.GraphNames;
import io.tenantry.scenario.file.TenantScenario.Client;
import io.tenantry.scenario.file.TenantScenario.Generate;
import io.tenantry.store.Tenant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the tenants of one scenario, each by itself and against the others. */
final class TenantCheck {
    private static final Set<String> FIELDS = ordered(
            "alias",
            "id",
            "displayName",
            "initialDomain",
            "verifiedDomains",
            "cloud",
            "licenses",
            "clients",
            "users",
            "groups",
            "roleAssignments",
            "partners",
            "synchronizationJobs",
            "generate");
    private static final List<String> CLOUDS = List.of("global", "usgov", "china");
    private static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{3,253}$)([A-Za-z0-9]([A-Za-z0-9-]{0,62})\\.)+[A-Za-z0-9][A-Za-z0-9-]{0,62}");
    private static final int MOST_USERS = 5_000_000;
    private static final int MOST_GROUPS = 200_000;

    private final GraphNames names;
    private final Problems problems;
    private final Distinct ids;
    private final Distinct aliases;
    private final Distinct domains;

    TenantCheck(GraphNames names, Problems problems) {
        this.names = names;
        this.problems = problems;
        this.ids = new Distinct("id", problems);
        this.aliases = new Distinct("alias", problems);
        this.domains = new Distinct("domain", problems);
    }

    /** A tenant that is there already. */
    void taken(Tenant tenant, List<String> itsDomains) {
        String holder = "tenant " + tenant.displayName();
        ids.taken(tenant.id(), holder);
        if (tenant.alias() != null) {
            aliases.taken(tenant.alias(), holder);
        }
        itsDomains.forEach(domain -> domains.taken(domain, holder));
    }

    /** Empty where the tenant lacks what it is known by; all else that is wrong is among the problems. */
    Optional<TenantScenario> tenant(Fields tenant) {
        tenant.knownAre(FIELDS);
        Optional<String> id = tenant.required("id").flatMap(given -> tenant.guid("id"));
        id.ifPresent(given -> ids.add(given, tenant.at("id")));
        Optional<String> displayName = tenant.required("displayName");
        Optional<String> alias = alias(tenant);
        List<String> verified = domains(tenant);
        String cloud = cloud(tenant);
        new LicenseCheck(names).check(tenant);
        List<Client> clients = new ClientCheck(names, problems).check(tenant);
        new ObjectCheck(names, problems, tenant, id.orElse(""), verified).check();
        new PartnerCheck(names, problems).check(tenant, id.orElse(""));
        new JobCheck(names, problems, new ListedIds(id.orElse(""), tenant.node())).check(tenant);
        Generate generate = generate(tenant);
        if (id.isEmpty() || displayName.isEmpty() || verified.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TenantScenario(
                id.get(), alias.orElse(null), displayName.get(), verified, cloud, clients, generate, tenant.node()));
    }

    private Optional<String> alias(Fields tenant) {
        Optional<String> alias = tenant.text("alias");
        alias.ifPresent(given -> {
            if (!ALIAS.matcher(given).matches()) {
                tenant.problem("alias", "'" + given + "' is not a short name of letters, digits, '.', '_' and '-'");
            }
            aliases.add(given, tenant.at("alias"));
        });
        return alias;
    }

    private List<String> domains(Fields tenant) {
        List<String> found = new ArrayList<>();
        tenant.required("initialDomain").ifPresent(domain -> add(found, domain, tenant.at("initialDomain")));
        tenant.texts("verifiedDomains").forEach(domain -> add(found, domain.value(), domain.place()));
        return found;
    }

    private void add(List<String> found, String domain, FieldPath place) {
        if (!DOMAIN.matcher(domain).matches()) {
            problems.add(place, "'" + domain + "' is not a domain name");
        }
        domains.add(domain, place);
        found.add(domain.toLowerCase(Locale.ROOT));
    }

    private static String cloud(Fields tenant) {
        String cloud = tenant.text("cloud").orElse("global");
        if (!CLOUDS.contains(cloud)) {
            tenant.problem("cloud", "'" + cloud + "' is none of " + String.join(", ", CLOUDS));
        }
        return cloud;
    }

    private static Generate generate(Fields tenant) {
        return tenant.object("generate")
                .map(generate -> {
                    generate.knownAre(ordered("users", "groups", "seed"));
                    return new Generate(
                            (int) generate.integer("users", 0, MOST_USERS, 0),
                            (int) generate.integer("groups", 0, MOST_GROUPS, 0),
                            generate.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE, 0));
                })
                .orElse(Generate.NOTHING);
    }

    static Set<String> ordered(String... names) {
        return new LinkedHashSet<>(List.of(names));
    }
}
