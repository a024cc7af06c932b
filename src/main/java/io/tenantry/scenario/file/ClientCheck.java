package io.tenantry.scenario.file;

import io.tenantry.family.GraphNames;
import io.tenantry.scenario.file.TenantScenario.Client;
import java.util.List;
import java.util.Optional;

/** Checks the applications of a tenant that get tokens. */
final class ClientCheck {
    private final GraphNames names;
    private final Distinct appIds;

    ClientCheck(GraphNames names, Problems problems) {
        this.names = names;
        this.appIds = new Distinct("appId", problems);
    }

    List<Client> check(Fields tenant) {
        return tenant.objects("clients").stream().map(this::client).toList();
    }

    private Client client(Fields client) {
        client.knownAre(TenantCheck.ordered("appId", "displayName", "secret", "permissions"));
        Optional<String> appId = client.required("appId").flatMap(given -> client.guid("appId"));
        appId.ifPresent(id -> appIds.add(id, client.at("appId")));
        permissions(client);
        return new Client(
                appId.orElse(""),
                client.text("displayName").orElse("Client"),
                client.text("secret").orElse(null));
    }

    private void permissions(Fields client) {
        for (Fields.Text permission : client.texts("permissions")) {
            if (!permission.value().equals("*") && !names.isPermission(permission.value())) {
                client.problemAt(permission, "Graph has no permission '" + permission.value() + "'");
            }
        }
    }
}
