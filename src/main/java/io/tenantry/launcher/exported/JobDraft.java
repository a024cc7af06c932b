package io.tenantry.launcher.exported;

import static io.tenantry.launcher.exported.Exported.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One job of a scenario: schema, secrets and who is assigned, as they lie together. It is not started. */
record JobDraft(Exported exported, Path place, boolean only) {
    private static final String APP_ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    Map<String, Object> job(Map<String, Object> tenant, Map<String, Object> known, List<String> remarks) {
        Map<String, Object> job = new LinkedHashMap<>();
        String id = text(exported.jobs.getOrDefault(place, near(exported.jobs).orElse(Map.of())), "id");
        String appId = id.substring(id.lastIndexOf('.') + 1);
        Map<String, Object> principal = principal(appId);
        String name = text(principal, "displayName");
        job.put("displayName", name.isEmpty() ? "Imported job" : name);
        if (appId.matches(APP_ID)) {
            job.put("appId", appId.toLowerCase(Locale.ROOT));
        }
        job.put("secrets", secrets(known));
        List<String> assigned = assigned(principal);
        if (!assigned.isEmpty()) {
            job.put("assignments", assigned);
        }
        Optional.ofNullable(exported.schemas.get(place)).ifPresent(schema -> job.put("schema", clean(schema)));
        remarks.add("job '" + job.get("displayName") + "': " + assigned.size() + " assignments"
                + (job.containsKey("schema") ? ", with its schema" : ", with the schema of the template"));
        return job;
    }

    /** Of several jobs, what lies in the same folder belongs together. */
    private <T> Optional<T> near(Map<Path, T> found) {
        return Optional.ofNullable(found.get(place))
                .or(() -> only ? found.values().stream().findFirst() : Optional.empty())
                .or(() -> found.entrySet().stream()
                        .filter(each ->
                                place.startsWith(each.getKey()) || each.getKey().startsWith(place))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }

    /** Without members where it was not exported. */
    private Map<String, Object> principal(String appId) {
        return exported.servicePrincipals.values().stream()
                .filter(each -> appId.equalsIgnoreCase(text(each, "appId")))
                .findFirst()
                .orElse(Map.of());
    }

    /** Values that the service masks are not known; the target is that of the scenario. */
    private List<Object> secrets(Map<String, Object> known) {
        Map<String, Object> pairs = new LinkedHashMap<>(known);
        pairs.put("AuthenticationType", "SyncPolicy");
        near(exported.secrets).orElse(List.of()).forEach(each -> {
            Map<String, Object> pair = Exported.object((Map<?, ?>) each);
            String value = text(pair, "value");
            if (!value.isEmpty() && !value.equals("*")) {
                pairs.put(text(pair, "key"), value);
            }
        });
        List<Object> secrets = new ArrayList<>();
        pairs.forEach((key, value) -> {
            Map<String, Object> secret = new LinkedHashMap<>();
            secret.put("key", key);
            secret.put("value", value);
            secrets.add(secret);
        });
        return secrets;
    }

    private List<String> assigned(Map<String, Object> principal) {
        Set<String> assigned = new LinkedHashSet<>();
        String resource = text(principal, "id");
        for (Map<String, Object> each : exported.assignments) {
            String id = text(each, "principalId").toLowerCase(Locale.ROOT);
            boolean ours = only && resource.isEmpty() || resource.equalsIgnoreCase(text(each, "resourceId"));
            if (ours && (exported.users.containsKey(id) || exported.groups.containsKey(id))) {
                assigned.add(id);
            }
        }
        return List.copyOf(assigned);
    }

    private static Object clean(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> kept = new LinkedHashMap<>();
            Exported.object(map).forEach((name, member) -> {
                if (!name.contains("@")) {
                    kept.put(name, clean(member));
                }
            });
            return kept;
        }
        return value instanceof List<?> list
                ? list.stream().map(JobDraft::clean).toList()
                : value;
    }
}
