package io.tenantry.token.device;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import io.tenantry.token.authority.Authority;
import io.tenantry.token.authorize.ClientAuthorities;
import io.tenantry.token.client.ClientApplication;
import io.tenantry.token.code.DeviceCodes;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.scope.RequestedScopes;
import io.tenantry.token.scope.Resources;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** What both device code endpoints do: a code to poll with and a code to enter (token-service.md §5). */
@ApplicationScoped
class DeviceCodeEndpoint {
    /** As long as nobody is in a hurry; polling sooner is not refused, since virtual time may stand still. */
    private static final int INTERVAL = 5;

    private final Store store;
    private final InstantSource clock;
    private final Tenants tenants;
    private final ClientAuthorities clients;
    private final Resources resources;
    private final DeviceCodes codes;

    DeviceCodeEndpoint(
            Store store,
            InstantSource clock,
            Tenants tenants,
            ClientAuthorities clients,
            Resources resources,
            DeviceCodes codes) {
        this.store = store;
        this.clock = clock;
        this.tenants = tenants;
        this.clients = clients;
        this.resources = resources;
        this.codes = codes;
    }

    /** Throws {@link TokenError}. */
    ObjectNode begin(TokenCall call, RequestedScopes scopes) {
        String clientId = call.required("client_id");
        Authority authority = clients.authority(call.tenant());
        ClientApplication client = clients.find(authority, clientId);
        Tenant place = place(authority, client);
        requireKnown(place, call, scopes);
        String userCode = codes.begin(place, authority.segment(), client.appId(), scopes.text(), clock.instant());
        String page = call.baseUrl() + "/common/oauth2/deviceauth";
        return Json.object()
                .put("user_code", userCode)
                .put("device_code", codes.deviceCode(place, userCode))
                .put("verification_uri", page)
                .put("expires_in", (int) DeviceCodes.LIFETIME.toSeconds())
                .put("interval", INTERVAL)
                .put(
                        "message",
                        "To sign in, use a web browser to open the page " + page + " and enter the code " + userCode
                                + " to authenticate.");
    }

    private Tenant place(Authority authority, ClientApplication client) {
        return authority instanceof Authority.Single single
                ? single.tenant()
                : tenants.byId(client.owner()).orElseGet(() -> tenants.all().get(0));
    }

    /** The resources that are asked for exist; over everybody's authority that is the user's tenant's to say. */
    private void requireKnown(Tenant place, TokenCall call, RequestedScopes scopes) {
        if (scopes.permissions().size() > 1) {
            throw TokenError.severalResources(scopes.text());
        }
        scopes.permissions()
                .keySet()
                .forEach(name -> store.read(place, session -> resources.find(session, call.host(), name)));
    }
}
