package io.tenantry.store;

import static io.tenantry.store.StoreContractTest.id;
import static io.tenantry.store.StoreContractTest.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.store.Forwarder.Break;
import io.tenantry.store.failure.StoreUnavailable;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The connection to PostgreSQL breaks in the very commit, where only the database knows what became of it. */
@Execution(ExecutionMode.CONCURRENT)
class BrokenCommitTest {
    private final AtomicInteger followed = new AtomicInteger();
    private Forwarder way;
    private Store store;
    private Tenant alder;

    @BeforeEach
    void open() throws IOException {
        Matcher url = Pattern.compile("(.*:)(\\d+)(/.*)").matcher(PostgresInstance.newDatabase());
        assertTrue(url.matches());
        way = new Forwarder(Integer.parseInt(url.group(2)));
        // without prepared statements each commit is told in words
        store = StoreUnderTest.postgresql(url.group(1) + way.port() + url.group(3) + "&prepareThreshold=0");
        alder = StoreUnderTest.tenant(store, "alder");
    }

    @AfterEach
    void close() {
        store.close();
        way.close();
    }

    @Test
    void aCommitThatArrivedIsAnsweredAsOne() {
        way.breakNext(Break.AFTER_COMMIT);
        insert("ana");
        assertTrue(way.hasBroken());
        assertTrue(isThere("ana"));
        assertEquals(1, followed.get());
        way.breakNext(Break.AFTER_COMMIT);
        store.writeAll(registry -> {
            registry.value("name", "value");
            return null;
        });
        assertTrue(way.hasBroken());
        assertEquals("value", store.readAll(registry -> registry.value("name")));
    }

    @Test
    void aCommitThatDidNotArriveIsDeniedAndNotTriedAgain() {
        way.breakNext(Break.BEFORE_COMMIT);
        assertThrows(StoreUnavailable.class, () -> insert("ana"));
        assertTrue(!isThere("ana"));
        assertEquals(0, followed.get());
        insert("ana");
        assertTrue(isThere("ana"));
    }

    @Test
    void aConnectionThatBreaksBeforeIsReplaced() throws IOException {
        insert("ana");
        way.cut();
        assertTrue(isThere("ana"));
        way.cut();
        insert("ben");
        assertTrue(isThere("ben"));
    }

    private void insert(String name) {
        store.write(alder, session -> {
            session.insert(user(name));
            session.afterCommit(done -> followed.incrementAndGet());
            return null;
        });
    }

    private boolean isThere(String name) {
        return store.read(alder, session -> session.find("user", id(name))).isPresent();
    }
}
