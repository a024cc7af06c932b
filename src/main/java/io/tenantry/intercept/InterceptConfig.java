package io.tenantry.intercept;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.OptionalInt;

/** Where requests come behind TLS, and through the proxy. */
@ConfigMapping(prefix = "tenantry")
interface InterceptConfig {
    int HTTPS_PORT = 8366;
    int PROXY_PORT = 8367;
    /** Of the shared servers of Vert.x: any that is free, the same for all of them. */
    int ANY_FOR_HTTPS = -HTTPS_PORT;

    int ANY_FOR_PROXY = -PROXY_PORT;

    /** Whether there is TLS, and with it the proxy. */
    @WithDefault("true")
    boolean https();

    /** Where only this one is given, the others are chosen free. */
    OptionalInt port();

    @WithName("https-port")
    OptionalInt httpsPort();

    @WithName("proxy-port")
    OptionalInt proxyPort();

    /** Whether the proxy leads to hosts that this server does not stand in for, in place of refusing them. */
    @WithName("proxy-tunnel")
    @WithDefault("false")
    boolean tunnel();

    /** Negative for any. */
    default int listenHttps() {
        return chosen(httpsPort().orElse(usual(HTTPS_PORT)), ANY_FOR_HTTPS);
    }

    /** Negative for any. */
    default int listenProxy() {
        return chosen(proxyPort().orElse(usual(PROXY_PORT)), ANY_FOR_PROXY);
    }

    private int usual(int standard) {
        return port().isPresent() ? 0 : standard;
    }

    private static int chosen(int wanted, int any) {
        return wanted == 0 ? any : wanted;
    }
}
