package io.tenantry.launcher;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The table of field-findings.md §7. */
@Execution(ExecutionMode.CONCURRENT)
class ClientEnvironmentTest {
    @TempDir
    Path folder;

    private final Map<String, String> now = new HashMap<>();

    @Test
    void everyClientIsToldOfTheProxyAndTheAuthorities() throws Exception {
        Map<String, String> variables = variables();
        for (String proxy : List.of("HTTPS_PROXY", "https_proxy")) {
            assertEquals("http://127.0.0.1:20003", variables.get(proxy));
        }
        for (String bundle : List.of("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "NODE_EXTRA_CA_CERTS")) {
            assertTrue(
                    Files.readString(Path.of(variables.get(bundle)))
                            .contains(authority().strip()),
                    bundle);
        }
        assertEquals("1", variables.get("NODE_USE_ENV_PROXY"));
        assertThat(variables.get("NODE_OPTIONS"), allOf(startsWith("--import=file:/"), endsWith("node-proxy.mjs")));
        assertThat(
                variables.get("JAVA_TOOL_OPTIONS"),
                allOf(
                        containsString("-Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=20003"),
                        containsString("-Djavax.net.ssl.trustStorePassword=tenantry"),
                        containsString("-Djavax.net.ssl.trustStoreType=PKCS12")));
    }

    @Test
    void thisMachineIsReachedDirectly() {
        now.put("NO_PROXY", "intern.example, *");
        assertEquals("intern.example,localhost,127.0.0.1,::1", variables().get("NO_PROXY"));
        assertEquals("intern.example,localhost,127.0.0.1,::1", variables().get("no_proxy"));
    }

    @Test
    void whatIsThereStays() {
        now.put("NODE_OPTIONS", "--max-old-space-size=512");
        now.put("JAVA_TOOL_OPTIONS", "-Xmx64m");
        assertThat(variables().get("NODE_OPTIONS"), startsWith("--max-old-space-size=512 --import="));
        assertThat(variables().get("JAVA_TOOL_OPTIONS"), startsWith("-Xmx64m -Dhttps.proxyHost="));
        now.putAll(variables());
        assertEquals(now.get("NODE_OPTIONS"), variables().get("NODE_OPTIONS"));
    }

    @Test
    void theBundlesHoldWhatIsTrustedAnyway() throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        X509Certificate[] trusted = ((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers();
        String options = variables().get("JAVA_TOOL_OPTIONS");
        String file = options.replaceAll(".*-Djavax.net.ssl.trustStore=([^\" ]*(?: [^\"-]*)?).*", "$1")
                .strip();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(Files.newInputStream(Path.of(file)), "tenantry".toCharArray());
        for (X509Certificate each : trusted) {
            assertTrue(store.getCertificateAlias(each) != null);
        }
        assertTrue(store.isCertificateEntry("tenantry"));
        String bundle = Files.readString(Path.of(variables().get("SSL_CERT_FILE")));
        assertTrue(bundle.split("BEGIN CERTIFICATE").length > 20);
    }

    @Test
    void aBundleOfOnesOwnIsKeptToo() throws Exception {
        Path own = folder.resolve("own.pem");
        String certificate = authority(1);
        Files.writeString(own, certificate);
        now.put("SSL_CERT_FILE", own.toString());
        assertTrue(Files.readString(Path.of(variables().get("SSL_CERT_FILE"))).contains(certificate.strip()));
        assertFalse(variables().get("SSL_CERT_FILE").equals(own.toString()));
    }

    private Map<String, String> variables() {
        try {
            Path tls = Files.createDirectories(folder.resolve("data/tls"));
            Files.writeString(tls.resolve("ca.pem"), authority());
            RunningServer server = new RunningServer("127.0.0.1", 20003, authority());
            SystemAuthorities authorities = new SystemAuthorities(now);
            ClientFiles files = ClientFiles.write(server, folder.resolve("data"), authorities);
            return new ClientEnvironment(server, files, authorities, now).variables();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any certificate will do. */
    private static String authority() {
        return authority(0);
    }

    private static String authority(int number) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            byte[] any = ((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers()[number].getEncoded();
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(any)
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
