package io.tenantry.store;

import static io.tenantry.store.StoreContractTest.id;
import static io.tenantry.store.StoreContractTest.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.store.failure.StoreException;
import io.tenantry.store.failure.UniqueViolation;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever ends a transaction otherwise than by its commit, nothing of it is kept, now or with a later one, and the store goes on. */
@Execution(ExecutionMode.CONCURRENT)
class FailedTransactionTest {
    private Store store;
    private Tenant alder;

    static Stream<Arguments> databases() {
        return StoreContractTest.databases();
    }

    void open(Supplier<Store> database) {
        store = database.get();
        alder = StoreUnderTest.tenant(store, "alder");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anErrorOfTheVirtualMachineKeepsNothing(Supplier<Store> database) {
        open(database);
        for (Error error : List.of(new StackOverflowError(), new OutOfMemoryError(), new AssertionError())) {
            assertThrows(
                    error.getClass(),
                    () -> store.write(alder, session -> {
                        session.insert(user("ana"));
                        throw error;
                    }));
            assertThrows(
                    error.getClass(),
                    () -> store.read(alder, session -> {
                        session.find("user", id("ana"));
                        throw error;
                    }));
            onlyLaterWritesAreKept(error.getClass().getSimpleName());
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whoGoesOnAfterAFailedStatementKeepsNothing(Supplier<Store> database) {
        open(database);
        AtomicBoolean followed = new AtomicBoolean();
        assertThrows(
                StoreException.class,
                () -> store.write(alder, session -> {
                    session.insert(user("ana"));
                    session.afterCommit(store -> followed.set(true));
                    assertThrows(UniqueViolation.class, () -> session.insert(user("ana")));
                    return "answered all the same";
                }));
        assertFalse(followed.get());
        onlyLaterWritesAreKept("ben");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatFollowsACommitCannotMakeItLookLikeAFailure(Supplier<Store> database) {
        open(database);
        assertEquals("answered", store.write(alder, session -> {
            session.insert(user("ana"));
            session.afterCommit(store -> {
                throw new IllegalStateException("tested");
            });
            return "answered";
        }));
        assertTrue(store.read(alder, session -> session.find("user", id("ana"))).isPresent());
    }

    private void onlyLaterWritesAreKept(String later) {
        store.write(alder, session -> {
            session.insert(user(later));
            return null;
        });
        assertTrue(store.read(alder, session -> session.find("user", id(later))).isPresent());
        assertTrue(store.read(alder, session -> session.find("user", id("ana"))).isEmpty());
    }
}
