package io.tenantry;

import io.quarkus.runtime.QuarkusBindException;
import io.smallrye.config.ConfigValidationException;
import io.tenantry.control.UnusableKey;
import io.tenantry.intercept.UnusableCertificates;
import io.tenantry.launcher.OwnAddress;
import io.tenantry.scenario.UnusableScenario;
import io.tenantry.store.failure.StoreException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.util.Optional;

/** Why the server cannot start, in one line for the one who started it. */
record StartFailure(String line, int exitCode) {

    static StartFailure of(Throwable failure) {
        return cause(failure, UnusableScenario.class)
                .map(e -> new StartFailure(e.getMessage(), 2))
                .or(() -> cause(failure, UnusableKey.class).map(e -> new StartFailure(e.getMessage(), 2)))
                .or(() -> cause(failure, UnusableCertificates.class).map(e -> new StartFailure(e.getMessage(), 1)))
                .or(() -> cause(failure, QuarkusBindException.class)
                        .map(e -> new StartFailure(unbound(e.getHost(), e.getPort()), 1)))
                .or(() -> cause(failure, BindException.class)
                        .map(e -> new StartFailure("cannot listen: " + e.getMessage(), 1)))
                .or(() -> cause(failure, StoreException.class).map(e -> new StartFailure(e.getMessage(), 1)))
                .or(() -> cause(failure, ConfigValidationException.class)
                        .map(e -> new StartFailure(setting(e.getProblem(0).getMessage()), 2)))
                .or(() -> cause(failure, UnknownHostException.class)
                        .map(e -> new StartFailure("cannot listen: " + e.getMessage(), 1)))
                .map(f -> new StartFailure(oneLine(f.line), f.exitCode))
                .orElseGet(() -> new StartFailure(oneLine(rootOf(failure).toString()), 1));
    }

    private static String unbound(String host, int port) {
        return OwnAddress.is(host)
                ? "port " + port + " on " + host + " is in use"
                : "cannot listen: " + host + " is no address of this machine";
    }

    /** The configuration library's words without its codes, and with the name that the setting has here. */
    private static String setting(String problem) {
        return problem.replaceAll("[\\w.]+Exception: ", "")
                .replaceAll("SRCFG\\d+: ", "")
                .replace("threw an Exception whilst being converted", "does not fit:")
                .replace("quarkus.http.port", "tenantry.port");
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (type.isInstance(e)) {
                return Optional.of(type.cast(e));
            }
        }
        return Optional.empty();
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ");
    }
}
