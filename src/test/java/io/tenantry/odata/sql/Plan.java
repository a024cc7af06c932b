package io.tenantry.odata.sql;

import io.tenantry.store.Dialect;
import io.tenantry.store.Session;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a database would do for a statement, a line each. */
record Plan(Dialect dialect, List<String> lines) {
    static Plan of(Session session, Sql sql) {
        boolean sqlite = session.dialect() == Dialect.SQLITE;
        return new Plan(
                session.dialect(),
                session.query(
                        (sqlite ? "explain query plan " : "explain ") + sql.text(),
                        row -> row.getString(sqlite ? 4 : 1),
                        sql.values()));
    }

    /**
     * Where rows are not found by one of the columns; {@code c.id} stands for leading from few candidates to them. An access names its
     * conditions: tenant and type alone would be the whole tenant.
     */
    Stream<String> strayed(Set<String> columns) {
        return accesses()
                .filter(access -> !isBy(access, columns))
                .map(access -> dialect + " reads too much: " + access);
    }

    private static boolean isBy(String access, Set<String> columns) {
        boolean led = columns.contains("c.id") && access.matches(".*\\b(id=\\?|id = ).*");
        return led
                || columns.stream().anyMatch(column -> access.matches(".*\\b" + column + "( ?[=<>]| IS NULL| ANY).*"));
    }

    /** Where rows are sorted, unless they all have the same value in one of the columns. */
    Stream<String> sorted(Set<String> columns) {
        boolean equal = accesses().anyMatch(access -> columns.stream()
                .anyMatch(column -> access.matches(".*\\b" + column + "(=\\?| = ).*")));
        return equal || accesses().findAny().isEmpty()
                ? Stream.of()
                : lines.stream().filter(this::isSort).map(line -> dialect + " sorts: " + lines);
    }

    /** What is sorted only among rows that are equal in the first key reads no more than the page. */
    private boolean isSort(String line) {
        return dialect == Dialect.SQLITE ? line.contains("TEMP B-TREE FOR ORDER BY") : line.matches("(.*-> *)?Sort .*");
    }

    /** PostgreSQL tells the condition of an index in a line of its own. */
    private Stream<String> accesses() {
        return IntStream.range(0, lines.size())
                .filter(i -> isAccess(lines.get(i)))
                .mapToObj(i -> lines.get(i) + condition(i + 1));
    }

    private String condition(int line) {
        return line < lines.size() && lines.get(line).contains("Index Cond") ? lines.get(line) : "";
    }

    /** What walks through results of other steps, as SQLite does through {@code c} or {@code reach}, reads no rows. */
    private boolean isAccess(String line) {
        return dialect == Dialect.SQLITE
                ? line.matches("SEARCH .*|SCAN (o|r|t|v\\d|[a-z]+_[a-z]+|relation|entity)\\b.*")
                : line.matches(".*(Seq|Index|Index Only) Scan .*");
    }
}
