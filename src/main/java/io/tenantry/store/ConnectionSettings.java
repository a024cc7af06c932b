package io.tenantry.store;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSourceListener;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration.TransactionIsolation;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * How connections to a database are made: in pools, and one by one.
 *
 * @param logPages of the embedded store's log, at which a commit copies them into its file
 */
record ConnectionSettings(Dialect dialect, String url, Map<String, String> properties, int logPages) {
    /** What the URL says goes before. A host that is gone is given up after seconds, and the state of one of several is not taken for granted long. */
    private static final Map<String, String> POSTGRESQL_PROPERTIES = Map.of(
            "connectTimeout",
            "3",
            "loginTimeout",
            "5",
            "tcpKeepAlive",
            "true",
            "socketTimeout",
            "120",
            "hostRecheckSeconds",
            "2");

    private static final Duration POSTGRESQL_WAIT = Duration.ofSeconds(6);
    private static final Duration SQLITE_WAIT = Duration.ofSeconds(60);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int VALIDATION_SECONDS = 2;

    static ConnectionSettings sqlite(String url, int logPages) {
        return new ConnectionSettings(Dialect.SQLITE, url, Map.of(), logPages);
    }

    static ConnectionSettings postgresql(String url, String user, String password) {
        Map<String, String> properties = new HashMap<>(POSTGRESQL_PROPERTIES);
        if (user != null) {
            properties.put("user", user);
        }
        if (password != null) {
            properties.put("password", password);
        }
        return new ConnectionSettings(Dialect.POSTGRESQL, url, properties, 0);
    }

    ConnectionPool pool(int size, AgroalDataSourceListener listener) throws SQLException {
        Duration patience = dialect == Dialect.SQLITE ? SQLITE_WAIT : POSTGRESQL_WAIT;
        var supplier = new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(size + ConnectionPool.SPARE)
                        .acquisitionTimeout(patience)
                        .idleValidationTimeout(dialect == Dialect.SQLITE ? Duration.ZERO : IDLE)
                        .connectionValidator(ConnectionSettings::answers)
                        .connectionFactoryConfiguration(this::factory));
        return new ConnectionPool(AgroalDataSource.from(supplier, listener), size, patience);
    }

    private static boolean answers(Connection connection) {
        try {
            return connection.isValid(VALIDATION_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    private AgroalConnectionFactoryConfigurationSupplier factory(AgroalConnectionFactoryConfigurationSupplier factory) {
        factory.jdbcUrl(url).autoCommit(false).connectionProviderClass(driver());
        properties.forEach(factory::jdbcProperty);
        return dialect == Dialect.SQLITE
                ? factory.initialSql("pragma wal_autocheckpoint = " + logPages)
                : factory.jdbcTransactionIsolation(TransactionIsolation.READ_COMMITTED);
    }

    /** Named, because the driver manager knows only the drivers of the class loader that first used it. */
    private Class<? extends Driver> driver() {
        return dialect == Dialect.SQLITE ? org.sqlite.JDBC.class : org.postgresql.Driver.class;
    }

    /** One that no pool knows, which commits by itself. It is given up after seconds: it asks only what can be answered at once. */
    Connection single(int seconds) throws SQLException {
        Properties all = new Properties();
        all.putAll(properties);
        if (dialect == Dialect.SQLITE) {
            return new org.sqlite.JDBC().connect(url, all);
        }
        for (String limit : List.of("connectTimeout", "loginTimeout", "socketTimeout")) {
            all.setProperty(limit, Integer.toString(seconds));
        }
        return new org.postgresql.Driver().connect(url, all);
    }
}
