package io.tenantry.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Who gets a connection, and who waits how long. */
@Execution(ExecutionMode.CONCURRENT)
class ConnectionPoolTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(50);

    private static ConnectionPool pool(String url, int callers, Duration patience) throws SQLException {
        var supplier = new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(callers + ConnectionPool.SPARE)
                        .acquisitionTimeout(LONG)
                        .connectionFactoryConfiguration(
                                factory -> factory.jdbcUrl(url).connectionProviderClass(org.sqlite.JDBC.class)));
        return new ConnectionPool(AgroalDataSource.from(supplier), callers, patience);
    }

    private static ConnectionPool ofOne(Duration patience) throws SQLException {
        return pool("jdbc:sqlite::memory:", 1, patience);
    }

    @Test
    void whoWaitsGetsWhatIsReturned() throws Exception {
        try (ConnectionPool pool = ofOne(LONG)) {
            Connection held = pool.take();
            Future<Connection> waiting = CompletableFuture.supplyAsync(() -> taken(pool));
            pool.giveBack(held);
            pool.giveBack(waiting.get());
        }
    }

    @Test
    void manyWhoShareOneAreAllServed() throws Exception {
        var callers = Executors.newFixedThreadPool(4);
        try (ConnectionPool pool = ofOne(LONG)) {
            Callable<Integer> caller = () -> {
                for (int i = 0; i < 2_000; i++) {
                    pool.giveBack(pool.take());
                }
                return 2_000;
            };
            int served = 0;
            for (Future<Integer> each : callers.invokeAll(
                    IntStream.range(0, 4).mapToObj(i -> caller).toList())) {
                served += each.get();
            }
            assertEquals(8_000, served);
        } finally {
            callers.shutdown();
        }
    }

    @Test
    void whoeverWaitsTooLongIsTold() throws SQLException {
        try (ConnectionPool pool = ofOne(SHORT)) {
            Connection held = pool.take();
            assertThrows(SQLTimeoutException.class, pool::take);

            pool.giveBack(held);
            pool.giveBack(pool.take());
        }
    }

    @Test
    void oneThatCannotBeOpenedTakesNobodysTurn() throws SQLException {
        try (ConnectionPool pool = pool("jdbc:sqlite:/dev/null/none", 1, SHORT)) {
            for (int i = 0; i < 3; i++) {
                SQLException refused = assertThrows(SQLException.class, pool::take);
                assertFalse(refused instanceof SQLTimeoutException, refused::getMessage);
            }
        }
    }

    @Test
    void idleOnesThatAreDroppedAreReplaced() throws SQLException {
        try (ConnectionPool pool = ofOne(SHORT)) {
            for (int i = 0; i < 200; i++) {
                pool.giveBack(pool.take());
                pool.dropIdle();
            }
            Connection taken = pool.take();
            assertTrue(taken.isValid(1));
            pool.giveBack(taken);
        }
    }

    private static Connection taken(ConnectionPool pool) {
        try {
            return pool.take();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
