package io.tenantry.store;

import io.tenantry.store.key.Key;
import io.tenantry.store.key.SearchTokens;
import io.tenantry.store.key.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of {@code search_token}: those of live objects only, and only those touched that a change touches. */
final class TokenRows {
    private record Token(String type, String property, String token, String object) {
        Object[] row() {
            return new Object[] {type, property, token, object};
        }
    }

    private static final String INSERT =
            "insert into search_token (type, property, token, object_id, tenant) values (?,?,?,?,{tenant})";

    private static final List<Key> COLUMNS = Tables.DIRECTORY_OBJECT.tokens();

    private final Connected connected;
    private final Tenant tenant;

    TokenRows(Connected connected, Tenant tenant) {
        this.connected = connected;
        this.tenant = tenant;
    }

    /** Of objects that are new. */
    Insertion.Rows insertion(Collection<Entity> entities) {
        return new Insertion.Rows(bound(INSERT), rows(tokens(entities), Set.of()));
    }

    /** To be called before the rows of the objects change. */
    void update(Collection<Entity> entities) {
        write(stored(entities.stream().map(Entity::id).toList()), tokens(entities));
    }

    /** To be called before the row of the object goes. */
    void remove(Entity entity) {
        write(stored(List.of(entity.id())), Set.of());
    }

    private static Set<Token> tokens(Collection<Entity> entities) {
        Set<Token> tokens = new HashSet<>();
        for (Entity entity : entities) {
            if (entity.get("deletedDateTime") == null) {
                COLUMNS.forEach(
                        key -> add(tokens, entity.type(), key, entity.id(), (String) key.valueIn(entity.properties())));
            }
        }
        return tokens;
    }

    private Set<Token> stored(List<String> ids) {
        Set<Token> tokens = new HashSet<>();
        String columns = COLUMNS.stream().map(Key::column).collect(Collectors.joining(", "));
        connected.query(
                bound("select type, id, " + columns + " from directory_object where tenant = {tenant}"
                        + " and deleted_date_time is null and id in ?"),
                row -> {
                    String type = row.getString(1);
                    String id = row.getString(2);
                    for (int i = 0; i < COLUMNS.size(); i++) {
                        add(tokens, type, COLUMNS.get(i), id, row.getString(3 + i));
                    }
                    return id;
                },
                ids);
        return tokens;
    }

    private static void add(Set<Token> tokens, String type, Key key, String object, String value) {
        if (value != null && !value.isBlank()) {
            Arrays.stream(value.trim().split(" "))
                    .forEach(t -> tokens.add(new Token(type, key.path(), SearchTokens.cut(t), object)));
        }
    }

    private void write(Set<Token> before, Set<Token> after) {
        change(
                "delete from search_token where tenant = {tenant} and type = ? and property = ? and token = ? and object_id = ?",
                before,
                after);
        change(INSERT, after, before);
    }

    /** Does to the first what the others do not hold. */
    private void change(String sql, Set<Token> tokens, Set<Token> others) {
        connected.updateAll(bound(sql), rows(tokens, others));
    }

    private static List<Object[]> rows(Set<Token> tokens, Set<Token> others) {
        List<Object[]> rows = new ArrayList<>();
        for (Token token : tokens) {
            if (!others.contains(token)) {
                rows.add(token.row());
            }
        }
        return rows;
    }

    private String bound(String sql) {
        return Session.bound(sql, tenant);
    }
}
