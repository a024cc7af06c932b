package io.tenantry.launcher.exported;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of a tenant was exported, object by object, told apart by what the objects have. */
final class Exported {
    final Map<String, Map<String, Object>> users = new LinkedHashMap<>();
    final Map<String, Map<String, Object>> groups = new LinkedHashMap<>();
    /** Id of a group → ids of its members; likewise owners. */
    final Map<String, Set<String>> members = new LinkedHashMap<>();

    final Map<String, Set<String>> owners = new LinkedHashMap<>();
    final Map<String, Map<String, Object>> partners = new LinkedHashMap<>();
    final Map<String, Map<String, Object>> synchronizationPolicies = new LinkedHashMap<>();
    /** What a job consists of, by the folder that it lies in. */
    final Map<Path, Map<String, Object>> schemas = new LinkedHashMap<>();

    final Map<Path, List<Object>> secrets = new LinkedHashMap<>();
    final Map<Path, Map<String, Object>> jobs = new LinkedHashMap<>();
    final List<Map<String, Object>> assignments = new ArrayList<>();
    final Map<String, Map<String, Object>> servicePrincipals = new LinkedHashMap<>();
    Map<String, Object> organization = Map.of();

    static Exported of(ExportFolder folder, List<Path> files) {
        Exported exported = new Exported();
        for (Path file : files) {
            try {
                exported.document(folder.name(file), folder.read(file));
            } catch (UnusableExport e) {
                throw e.getMessage().startsWith(folder.name(file).toString())
                        ? e
                        : UnusableExport.in(folder.name(file), e.getMessage());
            }
        }
        return exported;
    }

    /** One object, a list, a page with {@code value}, or pages in a list. */
    private void document(Path file, Object document) {
        if (document instanceof List<?> list) {
            list.forEach(each -> document(file, each));
        } else if (document instanceof Map<?, ?> map) {
            Map<String, Object> object = object(map);
            if (object.get("value") instanceof List<?> page && !object.containsKey("key")) {
                if (isSecrets(page)) {
                    secrets.put(place(file), new ArrayList<>(page));
                } else {
                    page.forEach(each -> document(file, each));
                }
            } else if (object.get("secrets") instanceof List<?> pairs && isSecrets(pairs)) {
                secrets.put(place(file), new ArrayList<>(pairs));
            } else {
                new Kind(object, file).take(this);
            }
        } else if (!file.toString().isEmpty() && document != null) {
            throw new UnusableExport("holds neither an object nor a list of objects");
        }
    }

    private static boolean isSecrets(List<?> page) {
        return !page.isEmpty()
                && page.stream()
                        .allMatch(each -> each instanceof Map<?, ?> pair
                                && pair.containsKey("key")
                                && pair.containsKey("value")
                                && pair.size() <= 3);
    }

    static Path place(Path file) {
        return file.getParent() == null ? Path.of("") : file.getParent();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    static String text(Map<String, Object> object, String name) {
        return object.get(name) instanceof String text && !text.isBlank() ? text : "";
    }

    static void add(Map<String, Set<String>> references, String from, String to) {
        references.computeIfAbsent(from, each -> new LinkedHashSet<>()).add(to);
    }

    /** The same object in several files: what one lacks another has; a name is one. */
    static void merge(Map<String, Map<String, Object>> objects, String id, Map<String, Object> object) {
        Map<String, Object> known = objects.putIfAbsent(id, new LinkedHashMap<>(object));
        if (known == null) {
            return;
        }
        for (String name : List.of("userPrincipalName", "displayName")) {
            if (known.get(name) != null
                    && object.get(name) != null
                    && !known.get(name).equals(object.get(name))) {
                throw new UnusableExport("the object " + id + " comes twice, with different values of " + name);
            }
        }
        object.forEach((name, value) -> {
            if (value != null) {
                known.put(name, value);
            }
        });
    }
}
