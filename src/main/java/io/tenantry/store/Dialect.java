package io.tenantry.store;

import io.tenantry.store.failure.Failures;
import io.tenantry.store.failure.StoreException;
import io.tenantry.store.failure.StoreUnavailable;
import java.sql.SQLException;

/** Where the two databases differ. */
public enum Dialect {
    SQLITE {
        @Override
        public String jsonText(String column, String path) {
            return "json_extract(" + column + ", '$." + path.replace("/", ".") + "')";
        }

        @Override
        public String jsonNumber(String column, String path) {
            return "case when json_type(" + column + ", '$." + path.replace("/", ".") + "') = 'integer' then "
                    + jsonText(column, path) + " end";
        }

        @Override
        public String jsonLength(String column, String path) {
            return "coalesce(json_array_length(" + column + ", '$." + path.replace("/", ".") + "'), 0)";
        }

        @Override
        public String jsonElements(String column, String path) {
            return "json_each(" + column + ", '$." + path.replace("/", ".") + "') e";
        }

        @Override
        public String elementText() {
            return "e.value";
        }

        @Override
        public String position(String text) {
            return "instr(" + text + ", ?)";
        }

        @Override
        public String readBy(String index) {
            return " indexed by " + index;
        }

        @Override
        public String leadingTo(String table, String alias, String condition) {
            return " cross join " + table + " " + alias + " on " + condition;
        }

        @Override
        StoreException translate(String what, SQLException e) {
            return Failures.sqlite(what, e);
        }
    },
    POSTGRESQL {
        @Override
        public String jsonText(String column, String path) {
            return "(" + column + "::jsonb #>> '{" + path.replace("/", ",") + "}')";
        }

        @Override
        public String jsonNumber(String column, String path) {
            return "case when jsonb_typeof(" + column + "::jsonb #> '{" + path.replace("/", ",")
                    + "}') = 'number' then " + jsonText(column, path) + "::numeric end";
        }

        @Override
        public String jsonLength(String column, String path) {
            return "coalesce(jsonb_array_length(" + column + "::jsonb #> '{" + path.replace("/", ",") + "}'), 0)";
        }

        @Override
        public String jsonElements(String column, String path) {
            return "jsonb_array_elements(coalesce(" + column + "::jsonb #> '{" + path.replace("/", ",")
                    + "}', '[]')) e(value)";
        }

        @Override
        public String elementText() {
            return "(e.value #>> '{}')";
        }

        @Override
        public String position(String text) {
            return "strpos(" + text + ", ?)";
        }

        @Override
        public String readBy(String index) {
            return "";
        }

        @Override
        public String leadingTo(String table, String alias, String condition) {
            return " cross join lateral (select * from " + table + " " + alias + " where " + condition + " offset 0) "
                    + alias;
        }

        @Override
        StoreException translate(String what, SQLException e) {
            return Failures.postgresql(what, e);
        }
    };

    /** The text of a value inside a JSON column; the path holds only names of the Edm. */
    public abstract String jsonText(String column, String path);

    /** The number that a value inside a JSON column is; null where it is none. */
    public abstract String jsonNumber(String column, String path);

    /** How many elements an array inside a JSON column has; 0 where there is none. */
    public abstract String jsonLength(String column, String path);

    /** The elements of an array inside a JSON column, as a table {@code e} with a column {@code value}. */
    public abstract String jsonElements(String column, String path);

    /** The text of such an element that is no object. */
    public abstract String elementText();

    /** Position of a bound text inside another, 0 where it is not in it. */
    public abstract String position(String text);

    /** Behind a table: the index to read it by, for the database whose planner does not know how values are spread. */
    public abstract String readBy(String index);

    /** Behind a {@code from}: joins rows of a table by looking them up for each row before, however many a planner thinks there are. */
    public abstract String leadingTo(String table, String alias, String condition);

    /** What a failure means; {@code what} was tried. */
    abstract StoreException translate(String what, SQLException e);

    /** No connection was to be had. */
    StoreUnavailable unreachable(SQLException e) {
        return translate("connection", e) instanceof StoreUnavailable known
                ? new StoreUnavailable(known.getMessage(), e)
                : new StoreUnavailable("no connection to it is to be had", e);
    }

    boolean breaksConnection(SQLException e) {
        return translate("", e) instanceof StoreUnavailable failure && failure.isConnectionLost();
    }

    /** A commit failed: whatever the reason, the work must not be done again by itself. */
    StoreException commitFailed(SQLException e) {
        StoreException failure = translate("commit", e);
        return failure instanceof StoreUnavailable ? new StoreUnavailable(failure.getMessage(), e) : failure;
    }
}
