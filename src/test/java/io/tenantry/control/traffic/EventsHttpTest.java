package io.tenantry.control.traffic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.store.Store;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventsHttpTest {
    private static final int MOST_FOLLOWERS = 100;
    /** More than the store has connections. */
    private static final int READERS = 20;

    @TestHTTPResource
    URI server;

    @Inject
    Store store;

    private final List<Socket> followers = new ArrayList<>();

    @AfterEach
    void leave() throws IOException {
        for (Socket follower : followers) {
            follower.close();
        }
    }

    @Test
    void whoIsOneTooManyIsToldSoInPlaceOfEvents() throws IOException {
        for (int i = 0; i < MOST_FOLLOWERS; i++) {
            assertEquals("HTTP/1.1 200", follow());
        }
        assertEquals("HTTP/1.1 503", follow());
    }

    /** They come on event loops, which have others to serve. */
    @Test
    void whoBeginsToFollowDoesNotWaitForTheStore() throws IOException {
        CountDownLatch read = new CountDownLatch(1);
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try {
            for (int i = 0; i < READERS; i++) {
                readers.submit(() -> store.snapshot(registry -> awaited(read)));
            }
            for (int i = 0; i < 10; i++) {
                assertEquals("HTTP/1.1 200", follow());
            }
        } finally {
            read.countDown();
            readers.shutdown();
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The answer begins when there is a place, or none. */
    private String follow() throws IOException {
        Socket follower = new Socket(server.getHost(), server.getPort());
        followers.add(follower);
        follower.setSoTimeout(10_000);
        String request = "GET /_tenantry/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";
        follower.getOutputStream().write(request.getBytes(ISO_8859_1));
        return new String(follower.getInputStream().readNBytes(12), ISO_8859_1);
    }
}
