package io.tenantry.junit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;

/** What the tests of a class begin with: the scenario, or what was made of it for all tests of the class and of those around it. */
final class TestWorld {
    /** A class, or one nested in it. */
    private static final class Level {
        private final Class<?> testClass;
        private final boolean oneInstance;
        private boolean prepared;
        private String snapshot;

        private Level(Class<?> testClass, boolean oneInstance) {
            this.testClass = testClass;
            this.oneInstance = oneInstance;
        }
    }

    private final TestServer server;
    private final String scenario;
    private final Deque<Level> levels = new ArrayDeque<>();
    /** Whether nothing happened since but that instances were made. */
    private boolean fresh;

    TestWorld(TestServer server, String scenario) {
        this.server = server;
        this.scenario = scenario;
    }

    TestServer server() {
        return server;
    }

    /** A class begins, if it has not: before its instance is made, where all its tests share one. */
    void enter(Class<?> testClass, boolean oneInstance) {
        if (levels.stream().anyMatch(level -> level.testClass == testClass)) {
            return;
        }
        if (!oneInstance || !fresh) {
            restore();
        }
        fresh = false;
        levels.push(new Level(testClass, oneInstance));
    }

    /** The outermost instance is about to be made; where each test has its own, the test begins with that. */
    void instance() {
        if (!levels.element().oneInstance) {
            begin();
            fresh = true;
        }
    }

    /** Somebody is given something of the server outside of a test. */
    void prepared(boolean byConstructor) {
        Level level = levels.element();
        level.prepared |= level.oneInstance || !byConstructor;
    }

    /** A test begins, if it has not with its instance. */
    void test() {
        if (!fresh) {
            begin();
        }
        fresh = false;
    }

    /** A class ends: the last one, or one nested in another; or one that could not begin. */
    void leave(Class<?> testClass) {
        levels.removeIf(level -> level.testClass == testClass);
    }

    private void begin() {
        Level level = levels.element();
        if (level.prepared && level.snapshot == null) {
            level.snapshot = "class-" + levels.size();
            server.keep(level.snapshot);
        } else {
            restore();
        }
    }

    private void restore() {
        Optional<String> snapshot = levels.stream()
                .map(level -> level.snapshot)
                .filter(Objects::nonNull)
                .findFirst();
        if (snapshot.isPresent()) {
            server.restore(snapshot.get());
        } else {
            server.load(scenario);
        }
    }
}
