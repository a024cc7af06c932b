package io.tenantry.packaged;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged server in a process of its own, on a free port of the loopback: started, killed, started again on the same data, stopped. */
public final class PackagedServer implements AutoCloseable {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Duration START = Duration.ofMinutes(3);
    /** On a machine with nothing else to do. */
    private static final Duration USUAL_START = Duration.ofSeconds(2);

    private final List<String> settings;
    private final Path log;
    private final int port = Ports.free();
    private Process process;
    private Duration began = USUAL_START;

    private PackagedServer(Path data, List<String> settings) {
        this.settings = settings;
        this.log = data.resolveSibling(data.getFileName() + ".log");
    }

    /** With the demo, or what the settings say, e.g. {@code tenantry.scenario=FILE}. */
    public static PackagedServer start(Path data, String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("tenantry.data=" + data);
        PackagedServer server = new PackagedServer(data, all);
        server.start();
        return server;
    }

    /** Returns when requests are served on all ports, which the server says itself. */
    void start() {
        int before = Files.exists(log) ? log().length() : 0;
        long begin = System.nanoTime();
        try {
            process = new ProcessBuilder(command(settings, port))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean up = Await.until(
                START, () -> !process.isAlive() || healthy() && log().indexOf("Tenantry is up.", before) >= 0);
        if (!up || !process.isAlive()) {
            close();
            fail("the server does not start: " + log());
        }
        began = Duration.ofNanos(System.nanoTime() - begin);
    }

    /** How long something may take here that is promised within {@code usual}: on a slow or busy machine more, by as much as the start took more. */
    Duration patience(Duration usual) {
        return began.compareTo(USUAL_START) <= 0
                ? usual
                : usual.multipliedBy(began.toMillis()).dividedBy(USUAL_START.toMillis());
    }

    static List<String> command(List<String> settings, int port) {
        assertTrue(Files.exists(JAR), "the server is not packaged: mvn package");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m"));
        command.addAll(ClassArchive.use(command));
        command.add("-Dtenantry.port=" + port);
        settings.forEach(setting -> command.add("-D" + setting));
        command.addAll(List.of("-jar", JAR.toString()));
        return command;
    }

    public boolean healthy() {
        try {
            return http().get("/_tenantry/health").status() == 200;
        } catch (IOException e) {
            return false; // not yet, or no more
        }
    }

    /** SIGKILL: nothing is finished or tidied up. */
    void kill() {
        process.destroyForcibly();
        ended();
    }

    /** SIGTERM. */
    void stop() {
        process.destroy();
        ended();
    }

    private void ended() {
        try {
            assertTrue(process.waitFor(30, TimeUnit.SECONDS), "the server does not end");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            kill();
        }
    }

    public int port() {
        return port;
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    /** Without a token. */
    public Http http() {
        return new Http(base(), null);
    }

    /** With a token of an application that may do everything in a tenant. */
    public Http tenant(String aliasOrId) {
        try {
            String path = "/_tenantry/tenants/" + aliasOrId + "/tokens";
            return new Http(base(), http().post(path, "{}").expect(200).text("access_token"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is alive on its heap. */
    public long heapMebibytes() throws IOException {
        String histogram = jcmd("GC.class_histogram");
        String total = histogram.substring(histogram.lastIndexOf("Total")).strip();
        return Long.parseLong(total.split("\\s+")[2]) >> 20;
    }

    private String jcmd(String command) throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process asked = new ProcessBuilder(jcmd, Long.toString(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** What the server has said so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
