package io.tenantry.store;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The tenants of this server, by id, alias and verified domain. Read once and again after each change of them. */
@Singleton
public class Tenants {
    private record Index(long generation, List<Tenant> all, Map<String, Tenant> byId, Map<String, Tenant> byName) {}

    private final Store store;
    private volatile Index index;

    Tenants(Store store) {
        this.store = store;
    }

    public List<Tenant> all() {
        return index().all;
    }

    /** By GUID, in any case. */
    public Optional<Tenant> byId(String id) {
        return Optional.ofNullable(index().byId.get(id.toLowerCase(Locale.ROOT)));
    }

    /** By GUID or verified domain name: what a token URL may hold. */
    public Optional<Tenant> byIdOrDomain(String name) {
        Tenant found = index().byId.get(name.toLowerCase(Locale.ROOT));
        return found != null ? Optional.of(found) : byDomain(name);
    }

    public Optional<Tenant> byDomain(String domain) {
        return Optional.ofNullable(index().byName.get("@" + domain.toLowerCase(Locale.ROOT)));
    }

    /** By GUID, alias or domain: what the control API accepts. */
    public Optional<Tenant> byAnyName(String name) {
        Tenant found = index().byName.get(name);
        return found != null ? Optional.of(found) : byIdOrDomain(name);
    }

    /** The verified domains of a tenant, the initial one first. */
    public List<String> domains(Tenant tenant) {
        return index().byName.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith("@") && entry.getValue().key() == tenant.key())
                .map(entry -> entry.getKey().substring(1))
                .sorted(Comparator.comparing((String domain) -> !domain.equalsIgnoreCase(tenant.initialDomain()))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private Index index() {
        Index current = index;
        long generation = store.generation();
        if (current == null || current.generation != generation) {
            index = current = load(generation);
        }
        return current;
    }

    private Index load(long generation) {
        return store.readAll(registry -> {
            Map<String, Tenant> byId = new HashMap<>();
            Map<String, Tenant> byName = new HashMap<>();
            Map<Integer, Tenant> byKey = new HashMap<>();
            List<Tenant> all = registry.tenants();
            for (Tenant tenant : all) {
                byId.put(tenant.id(), tenant);
                byKey.put(tenant.key(), tenant);
                if (tenant.alias() != null) {
                    byName.put(tenant.alias(), tenant);
                }
            }
            registry.domains().forEach((domain, key) -> byName.put("@" + domain, byKey.get(key)));
            return new Index(generation, all, byId, byName);
        });
    }
}
