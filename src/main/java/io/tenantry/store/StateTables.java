package io.tenantry.store;

import java.util.List;

/** The tables that hold the emulated world: all but the server's named values and the record of migrations. */
final class StateTables {
    private StateTables() {}

    static List<String> of(Connected connected) {
        return connected.query(
                switch (connected.dialect()) {
                    case SQLITE ->
                        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
                                + " and name not in ('server_value', 'flyway_schema_history') order by name";
                    case POSTGRESQL ->
                        "select tablename from pg_tables where schemaname = current_schema()"
                                + " and tablename not in ('server_value', 'flyway_schema_history') order by tablename";
                },
                row -> row.getString(1));
    }
}
