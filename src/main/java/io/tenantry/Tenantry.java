package io.tenantry;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.security.Security;
import org.eclipse.microprofile.config.ConfigProvider;

/** The server: starts, says where everything is, and runs until it is told to stop. */
@QuarkusMain
public class Tenantry implements QuarkusApplication {
    private final Banner banner;

    Tenantry(Banner banner) {
        this.banner = banner;
    }

    public static void main(String... arguments) {
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
        System.out.print(banner.text("http://" + host() + ":" + setting("quarkus.http.port")));
        System.out.flush();
        Quarkus.waitForExit();
        return 0;
    }

    private static String host() {
        String bound = setting("quarkus.http.host");
        return bound.equals("127.0.0.1") || bound.equals("0.0.0.0") ? "localhost" : bound;
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static void ended(int exitCode, Throwable failure) {
        int code = exitCode;
        if (failure != null) {
            StartFailure start = StartFailure.of(failure);
            System.err.println("tenantry: " + start.line());
            code = start.exitCode();
        }
        System.exit(code);
    }
}
