package io.tenantry.token.permission;

import io.tenantry.directory.role.DirectoryRoleTemplates;
import io.tenantry.error.GraphError;
import io.tenantry.family.Caller.SignedInUser;
import io.tenantry.family.Sight;
import io.tenantry.family.Sight.Seen;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which permissions open which properties: the rows of {@code sight.txt}, whose head explains the columns. */
@Singleton
public class SightTable {
    /** One row: properties that it opens, and to whom. */
    record Row(Seen opened, PermissionNeed application, PermissionNeed delegated, Optional<RoleNeed> roles) {}

    /** Who asks for a sight. */
    public record Holder(Optional<SignedInUser> user, Set<String> permissions, Set<String> roles) {}

    private static final String USER = "user";

    private final Map<String, List<Row>> rows = new LinkedHashMap<>();

    @Inject
    public SightTable() {
        this(Permissions.text("/sight.txt"));
    }

    SightTable(String text) {
        PermissionTable.lines(text).forEach(this::add);
    }

    private void add(String line) {
        String[] columns = line.split("\\s*\\|\\s*");
        if (columns.length != 4 && columns.length != 5) {
            throw new IllegalArgumentException("sight.txt: neither four nor five columns: " + line);
        }
        PermissionNeed byApp = PermissionNeed.parse(columns[2]);
        Row row = new Row(
                properties(columns[1]),
                byApp,
                columns[3].equals("=") ? byApp : PermissionNeed.parse(columns[3]),
                columns.length == 5 ? Optional.of(RoleNeed.parse(columns[4])) : Optional.empty());
        for (String type : columns[0].split("\\s*,\\s*")) {
            rows.computeIfAbsent(type, name -> new ArrayList<>()).add(row);
        }
    }

    private static Seen properties(String column) {
        Set<String> named = new HashSet<>(List.of(column.replace("-", "").split("\\s+")));
        boolean rest = named.remove("*");
        return new Seen(rest, Set.copyOf(named));
    }

    /** Types with the properties that their rows name. */
    Map<String, Set<String>> named() {
        Map<String, Set<String>> named = new LinkedHashMap<>();
        rows.forEach((type, all) -> all.forEach(
                row -> named.computeIfAbsent(type, name -> new HashSet<>()).addAll(row.opened.named())));
        return named;
    }

    List<Row> openings() {
        return rows.values().stream().flatMap(List::stream).toList();
    }

    public Sight of(Holder holder) {
        Map<String, Seen> limited = new HashMap<>();
        rows.keySet().forEach(type -> {
            Seen seen = seen(type, holder, false);
            if (!seen.whole()) {
                limited.put(type, seen);
            }
        });
        return new Sight(
                Map.copyOf(limited),
                holder.user().map(SignedInUser::id).orElse(""),
                seen(USER, holder, true),
                refusals(holder));
    }

    /** What the rows open together that are open to the holder. */
    private Seen seen(String type, Holder holder, boolean self) {
        Seen seen = new Seen(false, Set.of());
        for (Row row : rows.getOrDefault(type, List.of())) {
            if (isOpen(row, holder) || self && row.delegated.metBySelf(holder.permissions())) {
                seen = together(seen, row.opened);
            }
        }
        return seen;
    }

    /** A directory role of an application lets it read the directory (token-service.md §8.1). */
    private static boolean isOpen(Row row, Holder holder) {
        if (holder.user().isEmpty()) {
            return row.application.met(holder.permissions())
                    || row.roles
                            .map(roles -> roles.holdsOne(holder.roles()))
                            .orElse(holder.roles().stream().anyMatch(role -> DirectoryRoleTemplates.byTemplateId(role)
                                    .isPresent()));
        }
        return row.delegated.met(holder.permissions())
                && row.roles.map(roles -> roles.met(holder.roles())).orElse(true);
    }

    private static Seen together(Seen one, Seen other) {
        if (one.rest() == other.rest()) {
            Set<String> both = new HashSet<>(one.named());
            if (one.rest()) {
                both.retainAll(other.named());
            } else {
                both.addAll(other.named());
            }
            return new Seen(one.rest(), Set.copyOf(both));
        }
        Set<String> hidden = new HashSet<>(one.rest() ? one.named() : other.named());
        hidden.removeAll(one.rest() ? other.named() : one.named());
        return new Seen(true, Set.copyOf(hidden));
    }

    /** Of the properties for which a permission is reported as missing. */
    private Map<String, GraphError> refusals(Holder holder) {
        Map<String, GraphError> refusals = new HashMap<>();
        openings().forEach(row -> {
            PermissionNeed need = holder.user().isPresent() ? row.delegated : row.application;
            if (need.reported().isPresent() && !isOpen(row, holder)) {
                row.opened.named().forEach(property -> refusals.put(property, need.refusal(holder.permissions())));
            }
        });
        return Map.copyOf(refusals);
    }
}
