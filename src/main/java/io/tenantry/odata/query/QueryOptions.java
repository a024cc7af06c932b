package io.tenantry.odata.query;

import io.tenantry.error.GraphError;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.StructuredType;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** The options of a URL by name, without {@code $} and in lower case (odata-protocol.md §3). Unknown ones without {@code $} do not matter. */
public record QueryOptions(Map<String, String> byName) {
    private static final Set<String> KNOWN = Set.of(
            "filter",
            "select",
            "expand",
            "orderby",
            "top",
            "skip",
            "skiptoken",
            "count",
            "search",
            "format",
            "deltatoken");

    /** Stands where bytes were no UTF-8, unless it was sent itself. */
    private static final char REPLACEMENT = '\uFFFD';

    /** Throws 400 for an option with {@code $} that Graph does not have, and for bytes that are no UTF-8. */
    public static QueryOptions parse(String rawQuery) {
        Map<String, StringJoiner> options = new LinkedHashMap<>();
        if (rawQuery != null && !rawQuery.isEmpty()) {
            for (String pair : rawQuery.split("&")) {
                add(options, pair);
            }
        }
        Map<String, String> byName = new LinkedHashMap<>();
        options.forEach((name, values) -> byName.put(name, values.toString()));
        return new QueryOptions(byName);
    }

    /** Throws 400 for the first option that a kind of request does not take. */
    public QueryOptions only(OptionUse use) {
        if (!byName.isEmpty()) {
            use.check(this);
        }
        return this;
    }

    private static void add(Map<String, StringJoiner> options, String pair) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals)).trim();
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        String plain = (name.startsWith("$") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
        if (KNOWN.contains(plain)) {
            // a repeated option is joined by a comma, as the service does (odata-protocol.md §3)
            options.computeIfAbsent(plain, option -> new StringJoiner(" , ")).add(value);
        } else if (name.startsWith("$")) {
            throw GraphError.malformed("Invalid query option '" + name + "'.");
        }
    }

    private static String decode(String text) {
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            if (decoded.indexOf(REPLACEMENT) < 0
                    || text.toUpperCase(Locale.ROOT).contains("%EF%BF%BD")) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static GraphError unreadable() {
        return GraphError.malformed("The query string is not a valid percent-encoded text.");
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** An option that says something. */
    public Optional<String> text(String name) {
        return get(name).filter(value -> !value.isBlank());
    }

    /** What {@code $select} names of objects of a type. */
    public Selection selection(GraphModel model, StructuredType type, boolean collection) {
        return text("select")
                .map(names -> Selection.parse(names, model, type, collection))
                .orElse(Selection.DEFAULT);
    }

    /** What {@code $expand} names. */
    public List<Expansion> expansions(GraphModel model, StructuredType type) {
        return text("expand").map(names -> Expansion.parse(names, model, type)).orElse(List.of());
    }

    /** An option that says nothing if it is empty: what it should narrow would be answered whole. */
    public Optional<String> condition(String name) {
        get(name).filter(String::isBlank).ifPresent(empty -> {
            throw GraphError.malformed("The value for OData query '$" + name + "' cannot be empty.");
        });
        return get(name);
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }
}
