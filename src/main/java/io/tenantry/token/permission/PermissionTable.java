package io.tenantry.token.permission;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which permissions and roles an operation needs: the rows of {@code permissions.txt}, whose head explains the columns.
 */
final class PermissionTable {
    /** One row; it stands under each of its methods. */
    record Row(PermissionNeed application, PermissionNeed delegated, RoleNeed roles) {}

    private static final Pattern COLUMNS = Pattern.compile("\\s*\\|\\s*");
    private static final Pattern METHODS = Pattern.compile("\\s*,\\s*");

    private final Map<String, Row> rows = new HashMap<>();
    private final Set<String> application = new LinkedHashSet<>();
    private final Set<String> delegated = new LinkedHashSet<>();

    static PermissionTable parse(String text) {
        PermissionTable table = new PermissionTable();
        lines(text).forEach(table::add);
        return table;
    }

    /** The rows of a table in a text. */
    static Stream<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"));
    }

    private void add(String line) {
        String[] columns = COLUMNS.split(line);
        if (columns.length != 5) {
            throw new IllegalArgumentException("permissions.txt: not five columns: " + line);
        }
        PermissionNeed byApp = PermissionNeed.parse(columns[2]);
        PermissionNeed byUser = columns[3].equals("=") ? byApp : PermissionNeed.parse(columns[3]);
        Row row = new Row(byApp, byUser, RoleNeed.parse(columns[4]));
        for (String method : METHODS.split(columns[0])) {
            if (rows.put(method + " " + columns[1], row) != null) {
                throw new IllegalArgumentException("permissions.txt: twice: " + method + " " + columns[1]);
            }
        }
        application.addAll(byApp.names());
        delegated.addAll(byUser.names());
    }

    /** Some permissions open no path, only what is seen behind one. */
    PermissionTable knowing(SightTable sights) {
        sights.openings().forEach(row -> {
            application.addAll(row.application().names());
            delegated.addAll(row.delegated().names());
        });
        return this;
    }

    /** The row of a path: the exact one, else the longest that covers what is below it. */
    Optional<Row> find(String method, String template) {
        Row exact = rows.get(method + " " + template);
        for (int slash = template.lastIndexOf('/'); exact == null && slash > 0; ) {
            exact = rows.get(method + " " + template.substring(0, slash) + "/**");
            slash = template.lastIndexOf('/', slash - 1);
        }
        return Optional.ofNullable(exact);
    }

    /** Every application permission there is. */
    Set<String> application() {
        return application;
    }

    /** Every delegated scope there is. */
    Set<String> delegated() {
        return delegated;
    }
}
