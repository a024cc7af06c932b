package io.tenantry.token.scope;

import io.tenantry.directory.application.OfferedApplications;
import io.tenantry.directory.application.ServicePrincipalObjects;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.token.authority.GraphAudience;
import io.tenantry.token.http.TokenError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** Finds the resource that a request names: Microsoft Graph under any of its names, an application by its id or one of its URIs. */
@ApplicationScoped
public class Resources {
    /** Azure Resource Manager, which is everywhere; {@code az login} asks for it (clients.md §2.2). */
    private static final String RESOURCE_MANAGER = "797f4846-ba00-4fd7-ba43-dac1f8f63013";

    private static final Set<String> RESOURCE_MANAGER_NAMES = Set.of(
            RESOURCE_MANAGER,
            "https://management.core.windows.net/",
            "https://management.core.windows.net",
            "https://management.azure.com/",
            "https://management.azure.com");

    private final OfferedApplications applications;

    Resources(OfferedApplications applications) {
        this.applications = applications;
    }

    /**
     * Microsoft's own are not looked up.
     *
     * @param host that the client called: this server's own URL means Microsoft Graph
     * @throws TokenError 500011 or 500014
     */
    public Resource find(Session session, String host, String name) {
        if (GraphAudience.isGraph(name)) {
            return microsofts(name, GraphAudience.APP_ID);
        }
        if (GraphAudience.isHost(name, host)) {
            return microsofts(GraphAudience.GRAPH, GraphAudience.APP_ID);
        }
        if (RESOURCE_MANAGER_NAMES.contains(name)) {
            return microsofts(name, RESOURCE_MANAGER);
        }
        return principal(session, name)
                .or(() ->
                        session.holding("servicePrincipalNames", name).stream().findFirst())
                .map(principal -> of(session, principal, name))
                .orElseThrow(() -> TokenError.resourceNotFound(name, session.tenant()));
    }

    private Resource of(Session session, Entity principal, String name) {
        if (ServicePrincipalObjects.isSwitchedOff(principal)) {
            throw TokenError.resourceDisabled(name);
        }
        return new Resource(name, principal.text("appId"), principal, application(session, principal));
    }

    private static Resource microsofts(String audience, String appId) {
        return new Resource(audience, appId, null, null);
    }

    /** With the service principal that it has in the tenant, also where it is Microsoft's; what that says is long. */
    public Resource described(Session session, String host, String name) {
        Resource resource = find(session, host, name);
        return resource.principal() != null
                ? resource
                : new Resource(
                        resource.audience(),
                        resource.appId(),
                        principal(session, resource.appId()).orElse(null),
                        null);
    }

    private Entity application(Session session, Entity principal) {
        return applications
                .find(session, principal.text("appId"))
                .map(OfferedApplications.Offer::application)
                .orElse(null);
    }

    private static Optional<Entity> principal(Session session, String appId) {
        return session.findBy("servicePrincipal", "appId", appId);
    }
}
