package io.tenantry.launcher.exported;

import static io.tenantry.launcher.exported.Exported.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One tenant of a scenario: its domains, its users and its groups. */
final class TenantDraft {
    private final Exported exported;
    private final GraphProperties properties;
    private final List<String> remarks;
    private int lost;

    TenantDraft(Exported exported, GraphProperties properties, List<String> remarks) {
        this.exported = exported;
        this.properties = properties;
        this.remarks = remarks;
    }

    Map<String, Object> tenant(String alias, String id) {
        Map<String, Object> tenant = new LinkedHashMap<>();
        tenant.put("alias", alias);
        tenant.put("id", id);
        String name = text(exported.organization, "displayName");
        tenant.put("displayName", name.isEmpty() ? alias : name);
        domains(tenant, alias);
        put(
                tenant,
                "users",
                exported.users.values().stream().<Object>map(this::user).toList());
        put(
                tenant,
                "groups",
                exported.groups.entrySet().stream()
                        .<Object>map(each -> group(each.getKey(), each.getValue()))
                        .toList());
        remarks.add("tenant " + alias + ": " + exported.users.size() + " users, " + exported.groups.size() + " groups");
        if (lost > 0) {
            remarks.add("tenant " + alias + ": " + lost + " references to objects that were not exported are left out");
        }
        return tenant;
    }

    private static void put(Map<String, Object> tenant, String name, List<Object> objects) {
        if (!objects.isEmpty()) {
            tenant.put(name, objects);
        }
    }

    /** Those that were exported, else those of names. */
    private void domains(Map<String, Object> tenant, String alias) {
        Set<String> domains = new LinkedHashSet<>();
        String initial = "";
        if (exported.organization.get("verifiedDomains") instanceof List<?> list) {
            for (Object each : list) {
                Map<String, Object> domain = each instanceof Map<?, ?> map ? Exported.object(map) : Map.of();
                String name = text(domain, "name").toLowerCase(Locale.ROOT);
                initial = Boolean.TRUE.equals(domain.get("isInitial")) ? name : initial;
                domains.add(name);
            }
        }
        exported.users.values().forEach(user -> domains.add(domain(text(user, "userPrincipalName"))));
        domains.remove("");
        for (String each : domains) {
            initial =
                    initial.isEmpty() && each.matches("[^.]+\\.onmicrosoft\\.(com|us)|[^.]+\\.partner\\.onmschina\\.cn")
                            ? each
                            : initial;
        }
        initial = initial.isEmpty() ? alias + ".onmicrosoft.com" : initial;
        domains.remove(initial);
        tenant.put("initialDomain", initial);
        if (!domains.isEmpty()) {
            tenant.put("verifiedDomains", new ArrayList<>(domains));
        }
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private Object user(Map<String, Object> user) {
        Map<String, Object> draft = fitting(properties, "user", user);
        if (text(draft, "displayName").isEmpty()) {
            draft.put("displayName", text(draft, "userPrincipalName"));
        }
        if (user.get("manager") instanceof Map<?, ?> manager) {
            String id = text(Exported.object(manager), "id").toLowerCase(Locale.ROOT);
            if (exported.users.containsKey(id)) {
                draft.put("manager", id);
            } else {
                lost++;
            }
        }
        return draft;
    }

    private Object group(String id, Map<String, Object> group) {
        Map<String, Object> draft = fitting(properties, "group", group);
        boolean dynamic = !text(group, "membershipRule").isEmpty();
        references(draft, "members", dynamic ? Set.of() : exported.members.getOrDefault(id, Set.of()), true);
        references(draft, "owners", exported.owners.getOrDefault(id, Set.of()), false);
        return draft;
    }

    private void references(Map<String, Object> draft, String name, Set<String> ids, boolean groupsToo) {
        List<String> known = ids.stream()
                .filter(each -> exported.users.containsKey(each) || groupsToo && exported.groups.containsKey(each))
                .toList();
        lost += ids.size() - known.size();
        if (!known.isEmpty()) {
            draft.put(name, known);
        }
    }

    /** What the server knows of a type, without what has no value. */
    static Map<String, Object> fitting(GraphProperties properties, String type, Map<String, Object> object) {
        Map<String, Object> fitting = new LinkedHashMap<>();
        object.forEach((name, value) -> {
            Object kept = kept(value);
            if (kept != null && !name.contains("@") && (name.equals("id") || properties.knows(type, name))) {
                fitting.put(name, kept);
            }
        });
        return fitting;
    }

    /** Null where nothing is in it. */
    private static Object kept(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> kept = new LinkedHashMap<>();
            Exported.object(map).forEach((name, member) -> {
                Object inner = kept(member);
                if (inner != null && !name.contains("@")) {
                    kept.put(name, inner);
                }
            });
            return kept.isEmpty() ? null : kept;
        }
        if (value instanceof List<?> list) {
            return list.isEmpty()
                    ? null
                    : list.stream()
                            .map(each -> each instanceof Map<?, ?> ? kept(each) : each)
                            .toList();
        }
        return value instanceof String text && text.isEmpty() ? null : value;
    }
}
