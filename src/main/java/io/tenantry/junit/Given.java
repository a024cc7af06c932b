package io.tenantry.junit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** What a test is given by parameter. */
final class Given {
    private static final Map<Class<?>, Function<TestServer, Object>> OF_SERVER = Map.of(
            TestServer.class,
            server -> server,
            Control.class,
            TestServer::control,
            TestClock.class,
            server -> new TestClock(server.control()),
            Outbox.class,
            server -> new Outbox(server.control()),
            Tenants.class,
            Tenants::new);

    private static final Map<Class<?>, Function<Tenant, Object>> OF_TENANT = Map.of(
            Tenant.class, tenant -> tenant,
            Tokens.class, Tenant::tokens,
            Graph.class, Tenant::graph);

    private final TestServer server;

    Given(TestServer server) {
        this.server = server;
    }

    static boolean isKnown(Class<?> type) {
        return OF_SERVER.containsKey(type) || OF_TENANT.containsKey(type);
    }

    Object of(ParameterContext parameter) {
        Class<?> type = parameter.getParameter().getType();
        return OF_SERVER.containsKey(type)
                ? OF_SERVER.get(type).apply(server)
                : OF_TENANT.get(type).apply(tenant(parameter));
    }

    private Tenant tenant(ParameterContext parameter) {
        Optional<InTenant> named = parameter.findAnnotation(InTenant.class);
        Tenants tenants = new Tenants(server);
        if (named.isPresent()) {
            return tenants.get(named.get().value());
        }
        List<Tenant> all = tenants.all();
        if (all.size() != 1) {
            throw new ParameterResolutionException("@InTenant(…) has to say of which tenant: there are " + all);
        }
        return all.get(0);
    }
}
