package io.tenantry.store;

import io.tenantry.store.key.Key;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the store knows across tenants: which there are, their domains, and named values of the server itself. */
public final class Registry {
    private final Connected connected;
    private final Seal seal;

    Registry(Connected connected, Seal seal) {
        this.connected = connected;
        this.seal = seal;
    }

    public List<Tenant> tenants() {
        return connected.query(
                "select key, id, alias, display_name, initial_domain, cloud, created from tenant order by key",
                row -> new Tenant(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        Key.instant(row.getLong(7))));
    }

    /** Verified domain name, lower case → key of its tenant. */
    public Map<String, Integer> domains() {
        Map<String, Integer> domains = new HashMap<>();
        connected.query("select name, tenant from tenant_domain", row -> domains.put(row.getString(1), row.getInt(2)));
        return domains;
    }

    /** Adds a tenant and its domains; the caller has checked that id, alias and domains are free. */
    public Tenant addTenant(
            String id, String alias, String displayName, List<String> domains, String cloud, Instant created) {
        int key = connected
                        .query("select coalesce(max(key), 0) from tenant", row -> row.getInt(1))
                        .get(0)
                + 1;
        connected.update(
                "insert into tenant (key, id, alias, display_name, initial_domain, cloud, created, seq) values (?,?,?,?,?,?,?,0)",
                key,
                id,
                alias,
                displayName,
                domains.get(0),
                cloud,
                Key.micros(created));
        for (String domain : domains) {
            connected.update(
                    "insert into tenant_domain (name, tenant) values (?,?)", domain.toLowerCase(Locale.ROOT), key);
        }
        connected.afterCommit(Store::tenantsChanged);
        return new Tenant(key, id, alias, displayName, domains.get(0), cloud, created);
    }

    /** The session of one tenant on this connection. */
    public Session session(Tenant tenant) {
        return new Session(connected, tenant);
    }

    /** A named value that outlives restarts; null where there is none. It is closed in the database. */
    public String value(String name) {
        return connected.query("select value from server_value where name = ?", row -> row.getString(1), name).stream()
                .findFirst()
                .map(seal::open)
                .orElse(null);
    }

    public void value(String name, String value) {
        remove(name);
        connected.update("insert into server_value (name, value) values (?,?)", name, seal.close(value));
    }

    void remove(String name) {
        connected.update("delete from server_value where name = ?", name);
    }

    /** Names of values that begin with a text. */
    List<String> names(String prefix) {
        return connected.query(
                "select name from server_value where substr(name, 1, ?) = ? order by name",
                row -> row.getString(1),
                prefix.length(),
                prefix);
    }

    /** Takes all tenants away, with everything that is theirs. */
    public void clear() {
        StateTables.of(connected).forEach(table -> connected.update("delete from " + table));
        connected.afterCommit(Store::tenantsChanged);
    }

    /**
     * To be called when many rows have been written at once: until PostgreSQL gathers figures by itself, within a minute, it would
     * take every index for as good as any other. SQLite has figures of a typical directory from the start.
     */
    public void gatherFigures() {
        if (connected.dialect() == Dialect.POSTGRESQL) {
            connected.update("analyze " + String.join(", ", StateTables.of(connected)));
        }
    }

    Connected connected() {
        return connected;
    }
}
