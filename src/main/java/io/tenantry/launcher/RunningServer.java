package io.tenantry.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server on this machine that programs are to be run against.
 *
 * @param host name or address of it
 * @param authority certificate in PEM
 */
record RunningServer(String host, int proxy, String authority) {
    static final Set<String> OPTIONS = Set.of("--port", "--https-port", "--proxy-port", "--data");
    private static final int STANDARD_PORT = 8365;
    private static final int PATIENCE = 5000;
    /** A name that the proxy serves, where only its port is known. */
    private static final String THROUGH_PROXY = "http://graph.microsoft.com";

    /** Throws {@link Refusal} where there is none. */
    static RunningServer of(Options options) {
        String host = host(options.value("--bind").orElse("127.0.0.1"));
        OptionalInt port = port(options, "--port");
        OptionalInt https = port(options, "--https-port");
        OptionalInt proxy = port(options, "--proxy-port");
        if (port.isEmpty() && proxy.isPresent()) {
            Proxy through = new Proxy(Proxy.Type.HTTP, new InetSocketAddress(host, proxy.getAsInt()));
            String place = "http://" + host + ":" + proxy.getAsInt();
            String authority = get(THROUGH_PROXY, "/_tenantry/ca", through).orElseThrow(() -> nothingAt(place));
            return new RunningServer(host, proxy.getAsInt(), authority);
        }
        for (int candidate : port.isPresent() ? List.of(port.getAsInt()) : candidates(options)) {
            String base = "http://" + host + ":" + candidate;
            Optional<String> ports = get(base, "/_tenantry/ports", Proxy.NO_PROXY);
            if (ports.isPresent() && (https.isEmpty() || https.equals(member(ports.get(), "https")))) {
                int found = proxy.orElseGet(() -> member(ports.get(), "proxy")
                        .orElseThrow(() -> Refusal.unavailable(
                                "the server at " + base + " was started without HTTPS, and so without its proxy")));
                String authority = get(base, "/_tenantry/ca", Proxy.NO_PROXY).orElseThrow(() -> nothingAt(base));
                return new RunningServer(host, found, authority);
            }
        }
        throw nothingAt("http://" + host + ":" + port.orElse(STANDARD_PORT));
    }

    private static OptionalInt port(Options options, String name) {
        return options.value(name)
                .map(value -> OptionalInt.of(Ports.number(options.label(name), value)))
                .orElseGet(OptionalInt::empty);
    }

    /** Where the server of the data directory was last, else where one is that was not told otherwise. */
    private static List<Integer> candidates(Options options) {
        List<Integer> candidates = new ArrayList<>();
        lastOf(dataDirectory(options)).ifPresent(candidates::add);
        candidates.add(STANDARD_PORT);
        return candidates;
    }

    static Path dataDirectory(Options options) {
        return StartOptions.absolute(options.value("--data").orElse(".tenantry"));
    }

    private static OptionalInt lastOf(Path data) {
        try {
            return member(Files.readString(data.resolve("tls").resolve("ports.json")), "http");
        } catch (IOException e) {
            return OptionalInt.empty(); // none was there, or it is another user's
        }
    }

    /** An address that leads to this machine from itself. */
    private static String host(String bound) {
        return switch (bound) {
            case "0.0.0.0", "::", "localhost" -> "127.0.0.1";
            default -> bound.indexOf(':') < 0 ? bound : "[" + bound + "]";
        };
    }

    String proxyUrl() {
        return "http://" + host + ":" + proxy;
    }

    private static OptionalInt member(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*([0-9]{1,5})").matcher(json);
        return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
    }

    /** Empty where nobody answers, or somebody else does. */
    private static Optional<String> get(String base, String path, Proxy proxy) {
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL(base + path).openConnection(proxy);
            connection.setConnectTimeout(PATIENCE);
            connection.setReadTimeout(PATIENCE);
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                return Optional.empty();
            }
            try (InputStream body = connection.getInputStream()) {
                return Optional.of(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Refusal nothingAt(String place) {
        return Refusal.unavailable(
                "no server answers at " + place + "; ./tenantry start starts one, --port says where another is");
    }
}
