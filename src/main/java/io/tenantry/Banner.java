package io.tenantry;

import io.tenantry.intercept.Addresses;
import io.tenantry.scenario.World;
import io.tenantry.scenario.World.Listed;
import io.tenantry.scenario.file.TenantScenario.Client;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the server says when it is there: where things are, who can sign in, and what to type first. */
@ApplicationScoped
class Banner {
    /** A scenario may hold hundreds. */
    private static final int SHOWN = 5;

    private final World world;

    Banner(World world) {
        this.world = world;
    }

    String text(Addresses addresses) {
        String base = "http://" + addresses.host() + ":" + addresses.http();
        List<Listed> tenants = world.listed();
        boolean demo = world.isDemo();
        StringBuilder text = new StringBuilder("\nTenantry is up.\n");
        line(text, "Graph", base + "/v1.0  " + base + "/beta");
        line(text, "Tokens", base + "/{tenant}/oauth2/v2.0/token");
        line(text, "Control", base + "/_tenantry");
        line(text, "Console", base + "/_tenantry/console");
        addresses.https().ifPresent(https -> line(text, "HTTPS", "https://" + addresses.host() + ":" + https));
        addresses.proxy().ifPresent(proxy -> line(text, "Proxy", "http://" + addresses.host() + ":" + proxy));
        text.append('\n');
        tenants.stream().limit(SHOWN).forEach(tenant -> tenant(text, tenant, demo));
        if (tenants.size() > SHOWN) {
            text.append("  and ").append(tenants.size() - SHOWN).append(" more tenants\n\n");
        }
        tenants.stream()
                .filter(tenant -> tenant.clients().stream().anyMatch(client -> client.secret() != null))
                .findFirst()
                .ifPresent(tenant -> toCopy(text, base, tenant, demo));
        return text.toString();
    }

    private static void tenant(StringBuilder text, Listed tenant, boolean demo) {
        line(text, tenant.displayName(), tenant.tenantId());
        for (Client client : tenant.clients()) {
            line(text, "  client", client.appId() + "  secret " + secret(client, demo));
        }
        text.append('\n');
    }

    /** Those of the demo only: whoever sees this screen must not learn anybody's own. */
    private static String secret(Client client, boolean demo) {
        if (client.secret() == null) {
            return "none";
        }
        return demo ? client.secret() : "as in the scenario";
    }

    private static void toCopy(StringBuilder text, String base, Listed tenant, boolean demo) {
        Client client = tenant.clients().stream()
                .filter(candidate -> candidate.secret() != null)
                .findFirst()
                .orElseThrow();
        text.append("Try:\n")
                .append("  TOKEN=$(curl -s " + base + "/" + tenant.tenantId() + "/oauth2/v2.0/token")
                .append(" -d grant_type=client_credentials -d client_id=" + client.appId())
                .append(" --data-urlencode 'client_secret=" + (demo ? client.secret() : "…") + "'")
                .append(
                        " -d scope=https://graph.microsoft.com/.default | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')\n")
                .append("  curl -s -H \"Authorization: Bearer $TOKEN\" '" + base
                        + "/v1.0/users?$top=5&$select=displayName,userPrincipalName'\n")
                .append("  curl -s -X POST " + base + "/_tenantry/reset\n\n");
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format("  %-12s %s%n", name, value));
    }
}
