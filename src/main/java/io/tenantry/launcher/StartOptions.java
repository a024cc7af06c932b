package io.tenantry.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a server is started with. Everything that can be known to fail is found before anything is built or begun. */
final class StartOptions {
    private static final Set<String> SETTINGS =
            Set.of("--port", "--https-port", "--proxy-port", "--bind", "--scenario", "--data", "--store");
    private static final String PROCESS = "--for";
    private static final Set<String> VALUED =
            Stream.concat(SETTINGS.stream(), Stream.of(PROCESS)).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> PLAIN = Set.of("--ephemeral", "--no-https", "--proxy-tunnel");
    private static final List<String> FILES = List.of("--scenario", "--data");
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Za-z.:%_-]+");
    private static final Pattern LOOPBACK = Pattern.compile("127\\..*|::1|localhost");
    private static final int CONNECT_TIME = 2000;

    private final Options options;

    private StartOptions(Options options) {
        this.options = options;
    }

    static StartOptions of(List<String> arguments, Map<String, String> environment) {
        Options options = Options.of("start", arguments, VALUED, PLAIN, environment);
        boolean elsewhere = options.value("--store").isPresent();
        if (options.isGiven("--ephemeral") && (options.isGiven("--data") || elsewhere)) {
            throw Refusal.mistake(
                    "--ephemeral keeps nothing, so " + (elsewhere ? "--store" : "--data") + " cannot be given with it");
        }
        return new StartOptions(options);
    }

    /** As settings of the server. */
    Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        for (String name : SETTINGS) {
            options.given(name)
                    .ifPresent(value -> properties.put(
                            property(name),
                            FILES.contains(name) ? absolute(value).toString() : value));
        }
        for (String name : List.of("--ephemeral", "--proxy-tunnel")) {
            if (options.isGiven(name)) {
                properties.put(property(name), "true");
            }
        }
        if (options.isGiven("--no-https")) {
            properties.put("tenantry.https", "false");
        }
        if (isForOne()) {
            properties.putIfAbsent("tenantry.port", "0");
        }
        return properties;
    }

    /** Whether it serves one process alone, on free ports. */
    private boolean isForOne() {
        return options.value(PROCESS).isPresent();
    }

    /** The process that the server ends with; throws {@link Refusal} where it is not there. */
    Optional<ProcessHandle> served() {
        return options.value(PROCESS).map(this::process);
    }

    private ProcessHandle process(String id) {
        return Optional.of(id)
                .filter(value -> value.matches("[0-9]{1,18}"))
                .flatMap(value -> ProcessHandle.of(Long.parseLong(value)))
                .orElseThrow(() -> Refusal.mistake(
                        options.label(PROCESS) + " takes the id of a process that runs, not '" + id + "'"));
    }

    private static String property(String name) {
        return "tenantry." + name.substring(2);
    }

    /** Throws {@link Refusal}. */
    void check() {
        String reach = reach(options.value("--bind").orElse("127.0.0.1"));
        Set<Integer> taken = new HashSet<>();
        served();
        if (!isForOne() || options.isGiven("--port")) {
            port("--port", options.value("--port").orElse("8365"), reach, taken);
        }
        // the other two matter only where somebody asked for them; the server itself finds out
        for (String name : List.of("--https-port", "--proxy-port")) {
            options.value(name).ifPresent(value -> port(name, value, reach, taken));
        }
        options.value("--scenario").ifPresent(StartOptions::scenario);
        Optional<String> store = options.value("--store");
        if (store.isPresent() && !store.get().startsWith("jdbc:postgresql:")) {
            throw Refusal.mistake("--store takes jdbc:postgresql://host:port/database");
        }
        if (store.isEmpty() && !options.isOn("--ephemeral")) {
            data(absolute(options.value("--data").orElse(".tenantry")));
        }
    }

    /** Where to try whether a port is taken; null where an answer says nothing. */
    private static String reach(String address) {
        if (!ADDRESS.matcher(address).matches()) {
            throw Refusal.mistake("--bind takes an address of this machine, not '" + address + "'");
        }
        if (address.equals("0.0.0.0") || address.equals("::")) {
            return "127.0.0.1";
        }
        OwnAddress.require(address);
        return LOOPBACK.matcher(address).matches() ? address : null;
    }

    private void port(String name, String value, String reach, Set<Integer> taken) {
        int port = Ports.number(options.label(name), value);
        if (!taken.add(port)) {
            throw Refusal.mistake(options.label(name) + " " + value + ": this port is given twice");
        }
        if (reach != null && answers(reach, port)) {
            throw Refusal.mistake("port " + port + " is in use on " + reach + "; choose another with " + name);
        }
    }

    private static boolean answers(String address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), CONNECT_TIME);
            return true;
        } catch (IOException e) {
            return false; // nothing listens, or what does is slow: the server itself finds out
        }
    }

    private static void scenario(String name) {
        Path file = absolute(name);
        if (Files.notExists(file)) {
            throw Refusal.mistake("there is no scenario file '" + name + "'");
        }
        if (Files.isDirectory(file)) {
            throw Refusal.mistake("the scenario '" + name + "' is a directory, not a file");
        }
        if (!Files.isReadable(file)) {
            throw Refusal.mistake("the scenario file '" + name + "' cannot be read");
        }
    }

    private static void data(Path directory) {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw Refusal.mistake("the data directory '" + directory + "' is a file");
        }
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw Refusal.mistake("the data directory '" + directory + "' cannot be created");
        }
        if (!Files.isWritable(directory)) {
            throw Refusal.mistake("the data directory '" + directory + "' cannot be written");
        }
    }

    static Path absolute(String path) {
        return Path.of(path).toAbsolutePath();
    }
}
