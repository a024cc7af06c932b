package io.tenantry;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.tenantry.intercept.Addresses;
import io.tenantry.intercept.Listeners;
import io.tenantry.launcher.Launcher;
import java.security.Security;
import java.util.concurrent.CompletionException;

/** The server: starts, says where everything is, and runs until it is told to stop. */
@QuarkusMain
public class Tenantry implements QuarkusApplication {
    private final Banner banner;
    private final Listeners listeners;

    Tenantry(Banner banner, Listeners listeners) {
        this.banner = banner;
        this.listeners = listeners;
    }

    /** @param arguments {@code start} with its options, or none */
    public static void main(String... arguments) {
        Launcher.startedWith(arguments);
        forgetAddresses();
        Quarkus.run(Tenantry.class, Tenantry::ended, arguments);
    }

    /** Behind the name of a database may soon be another address: Java would keep the old one for half a minute. */
    private static void forgetAddresses() {
        if (Security.getProperty("networkaddress.cache.ttl") == null) {
            Security.setProperty("networkaddress.cache.ttl", "1");
        }
        Security.setProperty("networkaddress.cache.negative.ttl", "1");
    }

    @Override
    public int run(String... arguments) {
        Addresses addresses;
        try {
            addresses = listeners.addresses().join();
        } catch (CompletionException e) {
            return told(e);
        }
        if (Boolean.getBoolean(Training.WANTED)) {
            Training.at(addresses.http());
            return 0;
        }
        System.out.print(banner.text(addresses));
        System.out.flush();
        Quarkus.waitForExit();
        return 0;
    }

    private static void ended(int exitCode, Throwable failure) {
        int code = exitCode;
        if (failure != null) {
            code = told(failure);
        }
        System.exit(code);
    }

    private static int told(Throwable failure) {
        StartFailure start = StartFailure.of(failure);
        System.err.println("tenantry: " + start.line());
        return start.exitCode();
    }
}
