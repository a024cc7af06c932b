package io.tenantry.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code trust} and {@code untrust}: the local authority in the store of the current user on Windows, only when asked. Elsewhere it is said how. */
final class Trust {
    private Trust() {}

    static String of(String command, List<String> arguments, Map<String, String> environment)
            throws InterruptedException {
        Options options = Options.of(command, arguments, Set.of("--data"), Set.of(), environment);
        Path authority = RunningServer.dataDirectory(options).resolve("tls").resolve("ca.pem");
        if (Files.notExists(authority)) {
            throw Refusal.mistake("there is no authority at '" + authority + "' yet; a start makes one");
        }
        boolean trust = command.equals("trust");
        List<String> certutil = trust
                ? List.of("certutil", "-user", "-addstore", "Root", authority.toString())
                : List.of("certutil", "-user", "-delstore", "Root", "Tenantry local authority");
        if (!System.getProperty("os.name").startsWith("Windows")) {
            return "Nothing was changed. The authority is " + authority + System.lineSeparator()
                    + "Programs trust it by ./tenantry run -- COMMAND; a browser by importing that file as an authority."
                    + System.lineSeparator();
        }
        try {
            int status = new ProcessBuilder(certutil).inheritIO().start().waitFor();
            if (status != 0) {
                throw Refusal.unavailable("certutil ended with " + status);
            }
            return "";
        } catch (IOException e) {
            throw Refusal.unavailable("certutil cannot be run: " + e.getMessage());
        }
    }
}
