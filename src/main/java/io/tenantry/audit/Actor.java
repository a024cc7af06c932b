package io.tenantry.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.family.Caller;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;

/** Who did it: {@code initiatedBy} of an audit entry. */
public sealed interface Actor {
    record App(String appId, String displayName, String servicePrincipalId) implements Actor {}

    record Person(String id, String displayName, String userPrincipalName, String ipAddress) implements Actor {}

    /** The provisioning service as the target tenant sees it (synchronization-api.md §12.3). */
    Actor SYNC_FABRIC = new App("00000014-0000-0000-c000-000000000000", "Microsoft.Azure.SyncFabric", null);

    /** The provisioning service as the source tenant sees it (synchronization-api.md §12.1). */
    Actor CLOUD_SYNC = new App(null, "Azure AD Cloud Sync", null);

    /** Where everybody is that calls this server. */
    String HERE = "127.0.0.1";

    /** A user of the tenant, who signs in. */
    static Actor of(Entity user) {
        return new Person(user.id(), user.text("displayName"), user.text("userPrincipalName"), HERE);
    }

    static Actor of(Caller caller) {
        return caller.user()
                .<Actor>map(user -> new Person(user.id(), user.displayName(), user.userPrincipalName(), HERE))
                .orElseGet(() -> new App(caller.appId(), caller.appDisplayName(), caller.servicePrincipalId()));
    }

    default ObjectNode toJson() {
        ObjectNode json = Json.object();
        if (this instanceof App app) {
            json.putNull("user");
            json.putObject("app")
                    .put("appId", app.appId)
                    .put("displayName", app.displayName)
                    .put("servicePrincipalId", app.servicePrincipalId)
                    .putNull("servicePrincipalName");
        } else if (this instanceof Person person) {
            json.putNull("app");
            json.putObject("user")
                    .put("id", person.id)
                    .put("displayName", person.displayName)
                    .put("userPrincipalName", person.userPrincipalName)
                    .put("ipAddress", person.ipAddress);
        }
        return json;
    }
}
