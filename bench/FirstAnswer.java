import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts a server and takes the time from there to its first answers, then ends it.
 *
 * <pre>java FirstAnswer.java PORT LOG COMMAND…</pre>
 *
 * Prints, parted by a tab, milliseconds until {@code GET /_tenantry/health} answers 200, and until a user has been read with a token that was
 * asked for after that, and the CPU milliseconds that the server took for both. The server's output goes to LOG.
 */
public final class FirstAnswer {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(180);
    private static final int PAUSE = 3;

    public static void main(String[] arguments) throws Exception {
        String base = "http://127.0.0.1:" + arguments[0];
        List<String> command = Arrays.asList(arguments).subList(2, arguments.length);
        // what this program itself needs to load is not the server's time
        answers(base + "/_tenantry/health");
        long began = System.nanoTime();
        Process server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File(arguments[1]))
                .start();
        try {
            server.getOutputStream().close();
            while (!answers(base + "/_tenantry/health")) {
                if (!server.isAlive() || System.nanoTime() - began > PATIENCE) {
                    throw new IOException("the server gives no answer, see " + arguments[1]);
                }
                Thread.sleep(PAUSE);
            }
            long health = System.nanoTime() - began;
            read(base);
            long read = System.nanoTime() - began;
            long cpu = server.toHandle().info().totalCpuDuration().orElseThrow().toMillis();
            System.out.printf("%d\t%d\t%d%n", health / 1_000_000, read / 1_000_000, cpu);
        } finally {
            server.destroy();
            // a server that writes down its classes takes its time
            if (!server.waitFor(90, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        }
    }

    private static boolean answers(String url) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        try {
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        } finally {
            connection.disconnect();
        }
    }

    private static void read(String base) throws IOException {
        HttpURLConnection ask = (HttpURLConnection) URI.create(base + "/_tenantry/tenants/source/tokens").toURL().openConnection();
        ask.setRequestMethod("POST");
        ask.setDoOutput(true);
        ask.setRequestProperty("Content-Type", "application/json");
        ask.getOutputStream().write("{}".getBytes(StandardCharsets.UTF_8));
        Matcher token = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"").matcher(body(ask));
        if (!token.find()) {
            throw new IOException("no token");
        }
        HttpURLConnection users = (HttpURLConnection) URI.create(base + "/v1.0/users?$top=1").toURL().openConnection();
        users.setRequestProperty("Authorization", "Bearer " + token.group(1));
        if (!body(users).contains("userPrincipalName")) {
            throw new IOException("no user");
        }
    }

    private static String body(HttpURLConnection connection) throws IOException {
        return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
