package io.tenantry.launcher;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The authorities that programs on this machine trust already: what replaces them has to hold them too. */
final class SystemAuthorities {
    /** Where Debian, Fedora, openSUSE, Alpine, macOS and the BSDs keep them. */
    private static final List<String> FILES = List.of(
            "/etc/ssl/certs/ca-certificates.crt",
            "/etc/pki/tls/certs/ca-bundle.crt",
            "/etc/ssl/ca-bundle.pem",
            "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
            "/etc/ssl/cert.pem",
            "/usr/local/share/certs/ca-root-nss.crt");

    private static final List<String> FOLDERS = List.of("/etc/ssl/certs", "/etc/pki/tls/certs");
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Pattern.DOTALL);
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final Map<String, String> environment;

    SystemAuthorities(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Of programs that read PEM: what their variables name now, the system's own, or those of the JDK where there is no file. */
    String pem() throws IOException, GeneralSecurityException {
        Set<String> certificates = new LinkedHashSet<>();
        for (String variable :
                List.of("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "NODE_EXTRA_CA_CERTS")) {
            add(certificates, environment.get(variable));
        }
        Optional<String> system =
                FILES.stream().filter(file -> Files.isReadable(Path.of(file))).findFirst();
        if (system.isPresent()) {
            add(certificates, system.get());
        } else {
            for (X509Certificate trusted : trusted()) {
                certificates.add("-----BEGIN CERTIFICATE-----\n" + LINES.encodeToString(trusted.getEncoded())
                        + "\n-----END CERTIFICATE-----");
            }
        }
        return certificates.stream().map(each -> each + "\n").collect(Collectors.joining());
    }

    /** A folder of theirs where there is one. */
    Optional<String> folder() {
        return Optional.ofNullable(environment.get("SSL_CERT_DIR"))
                .filter(text -> !text.isEmpty())
                .or(() -> FOLDERS.stream()
                        .filter(each -> Files.isDirectory(Path.of(each)))
                        .findFirst());
    }

    private static void add(Set<String> certificates, String file) throws IOException {
        if (file != null && Files.isRegularFile(Path.of(file))) {
            Matcher found = CERTIFICATE.matcher(Files.readString(Path.of(file), StandardCharsets.ISO_8859_1));
            while (found.find()) {
                certificates.add(found.group().replace("\r\n", "\n"));
            }
        }
    }

    /** Of Java: those of the JDK and of the system. */
    KeyStore keyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Set<Certificate> all = new LinkedHashSet<>(trusted());
        all.addAll(certificates(pem()));
        int number = 0;
        for (Certificate each : all) {
            store.setCertificateEntry("authority-" + number++, each);
        }
        return store;
    }

    static List<Certificate> certificates(String pem) throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<Certificate> certificates = new ArrayList<>();
        Matcher found = CERTIFICATE.matcher(pem);
        while (found.find()) {
            InputStream bytes = new ByteArrayInputStream(found.group().getBytes(StandardCharsets.US_ASCII));
            try {
                certificates.add(factory.generateCertificate(bytes));
            } catch (CertificateException e) {
                continue; // Java reads fewer than others; what it cannot read it could not trust either
            }
        }
        return certificates;
    }

    private static List<X509Certificate> trusted() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return Stream.of(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                .toList();
    }
}
