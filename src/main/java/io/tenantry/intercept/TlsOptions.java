package io.tenantry.intercept;

import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.SSLEngineOptions;
import java.util.List;
import javax.net.ssl.X509KeyManager;

/**
 * How the ports listen where TLS is spoken: as the plain one besides.
 *
 * @param plain of the port without TLS
 * @param key what is shown in handshakes
 */
record TlsOptions(HttpServerOptions plain, X509KeyManager key) {
    /** Requests of a connection at a time. */
    private static final long STREAMS = 100;

    private static final long HEAD = 64 * 1024;

    String host() {
        return plain.getHost();
    }

    HttpServerOptions https(int port) {
        return tls(port)
                .setUseAlpn(true)
                .setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1))
                .setInitialSettings(new Http2Settings()
                        .setMaxConcurrentStreams(STREAMS)
                        .setMaxHeaderListSize(HEAD)
                        .setPushEnabled(false));
    }

    /** HTTP/1.1 on it: the same connection may turn out to bring requests in plain text. */
    HttpServerOptions proxy(int port) {
        return tls(port).setUseAlpn(false);
    }

    private HttpServerOptions tls(int port) {
        return new HttpServerOptions(plain)
                .setPort(port)
                .setSsl(true)
                .setKeyCertOptions(KeyCertOptions.wrap(key))
                .setSslEngineOptions(engine());
    }

    /** With BoringSSL a request costs a third less beyond that of the plain port; where there is no build of it for the machine, the JDK speaks TLS. */
    private static SSLEngineOptions engine() {
        return OpenSSLEngineOptions.isAvailable()
                ? new OpenSSLEngineOptions()
                : new JdkSSLEngineOptions().setPooledHeapBuffers(true);
    }
}
