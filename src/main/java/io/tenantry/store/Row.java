package io.tenantry.store;

import io.tenantry.store.failure.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;

/** One row of a result; columns count from 1. */
public final class Row {
    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    /** Null where the column is. */
    public String getString(int column) {
        try {
            return rows.getString(column);
        } catch (SQLException e) {
            throw unreadable(column, e);
        }
    }

    /** A text as UTF-8; null where the column is. */
    public byte[] getBytes(int column) {
        try {
            return rows.getBytes(column);
        } catch (SQLException e) {
            throw unreadable(column, e);
        }
    }

    public int getInt(int column) {
        try {
            return rows.getInt(column);
        } catch (SQLException e) {
            throw unreadable(column, e);
        }
    }

    /** 0 where the column is null; {@link #isNull} tells. */
    public long getLong(int column) {
        try {
            return rows.getLong(column);
        } catch (SQLException e) {
            throw unreadable(column, e);
        }
    }

    /** Text or a number, as the column holds it; null where it is. */
    public Object getObject(int column) {
        try {
            return rows.getObject(column);
        } catch (SQLException e) {
            throw unreadable(column, e);
        }
    }

    public boolean isNull(int column) {
        return getObject(column) == null;
    }

    private static StoreException unreadable(int column, SQLException cause) {
        return new StoreException("column " + column, cause);
    }
}
