package io.tenantry.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/** The tenants of the server. */
public final class Tenants {
    private final TestServer server;

    Tenants(TestServer server) {
        this.server = server;
    }

    public List<Tenant> all() {
        List<Tenant> all = new ArrayList<>();
        server.control().get("/tenants").ok().forEach(shown -> all.add(new Tenant(server, shown)));
        return all;
    }

    /** @param name alias, id or initial domain */
    public Tenant get(String name) {
        List<Tenant> all = all();
        return all.stream()
                .filter(tenant -> tenant.isCalled(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("there is no tenant '" + name + "'; there are " + all));
    }

    /** Adds one, until the test ends. @param tenant as a scenario has it, JSON as text or anything that Jackson writes */
    public Tenant add(Object tenant) {
        return new Tenant(server, server.control().post("/tenants", tenant).ok());
    }
}
