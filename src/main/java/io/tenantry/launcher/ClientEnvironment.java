package io.tenantry.launcher;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What clients read from their environment to be led to the server without a change (field-findings.md §7). */
final class ClientEnvironment {
    /** This machine stays what it is. */
    private static final List<String> DIRECT = List.of("localhost", "127.0.0.1", "::1");

    private final RunningServer server;
    private final ClientFiles files;
    private final SystemAuthorities authorities;
    private final Map<String, String> now;

    /** @param now variables as they are */
    ClientEnvironment(RunningServer server, ClientFiles files, SystemAuthorities authorities, Map<String, String> now) {
        this.server = server;
        this.files = files;
        this.authorities = authorities;
        this.now = now;
    }

    Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("HTTPS_PROXY", server.proxyUrl());
        variables.put("https_proxy", server.proxyUrl());
        variables.put("NO_PROXY", direct());
        variables.put("no_proxy", direct());
        for (String bundle : List.of("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "NODE_EXTRA_CA_CERTS")) {
            variables.put(bundle, files.bundle().toString());
        }
        authorities.folder().ifPresent(folder -> variables.put("SSL_CERT_DIR", folder));
        variables.put("NODE_USE_ENV_PROXY", "1");
        variables.put(
                "NODE_OPTIONS", added("NODE_OPTIONS", "--import=" + files.node().toUri()));
        variables.put("JAVA_TOOL_OPTIONS", added("JAVA_TOOL_OPTIONS", javaOptions()));
        return variables;
    }

    private String direct() {
        Set<String> hosts = new LinkedHashSet<>();
        for (String variable : List.of("NO_PROXY", "no_proxy")) {
            for (String host : now.getOrDefault(variable, "").split(",")) {
                if (!host.isBlank() && !host.strip().equals("*")) {
                    hosts.add(host.strip());
                }
            }
        }
        hosts.addAll(DIRECT);
        return String.join(",", hosts);
    }

    /** Behind what is there, unless it is there already. */
    private String added(String variable, String option) {
        String value = now.getOrDefault(variable, "");
        return value.contains(option) ? value : value.isBlank() ? option : value + " " + option;
    }

    private String javaOptions() {
        return String.join(
                " ",
                "-Dhttps.proxyHost=" + server.host(),
                "-Dhttps.proxyPort=" + server.proxy(),
                quoted("-Djavax.net.ssl.trustStore=" + files.trustStore()),
                "-Djavax.net.ssl.trustStorePassword=" + ClientFiles.PASSWORD,
                "-Djavax.net.ssl.trustStoreType=PKCS12");
    }

    /** As the JVM takes words with blanks. */
    private static String quoted(String word) {
        return word.indexOf(' ') < 0 ? word : word.indexOf('"') < 0 ? "\"" + word + "\"" : "'" + word + "'";
    }
}
