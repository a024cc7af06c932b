package io.tenantry.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;

/**
 * The server out of the one file that holds all of it: its archives are laid down once for each version in a folder of the user's, and run
 * from there in this process.
 */
final class SingleJar {
    private static final String SERVER = "server/";
    private static final String RUN = "quarkus-run.jar";

    private SingleJar() {}

    static int start(List<String> options) throws Exception {
        Path jar = self();
        List<String> arguments = new ArrayList<>(List.of("start"));
        arguments.addAll(options);
        StartOptions.of(options, System.getenv()).check();
        run(folder(jar).resolve(RUN), arguments);
        return -1;
    }

    private static Path self() throws URISyntaxException {
        return Path.of(SingleJar.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static void run(Path server, List<String> arguments) throws Exception {
        String main;
        try (JarFile jar = new JarFile(server.toFile())) {
            main = jar.getManifest().getMainAttributes().getValue("Main-Class");
        }
        ClassLoader beside = ClassLoader.getPlatformClassLoader();
        URLClassLoader loader = new URLClassLoader(new URL[] {server.toUri().toURL()}, beside);
        Thread.currentThread().setContextClassLoader(loader);
        loader.loadClass(main).getMethod("main", String[].class).invoke(null, (Object)
                arguments.toArray(String[]::new));
    }

    /** Throws {@link Refusal} where there is no room for it. */
    private static Path folder(Path jar) throws IOException {
        try (JarFile all = new JarFile(jar.toFile())) {
            if (all.getEntry(SERVER + RUN) == null) {
                throw Refusal.mistake("this file holds no server; target/tenantry.jar does");
            }
            Path folder = home().resolve("server-" + contents(all));
            if (Files.notExists(folder)) {
                layDown(all, folder);
            }
            return folder;
        }
    }

    /** The same for what is the same. */
    private static String contents(JarFile all) {
        CRC32 sum = new CRC32();
        all.stream().forEach(entry -> sum.update((entry.getName() + entry.getCrc()).getBytes(StandardCharsets.UTF_8)));
        return Long.toHexString(sum.getValue());
    }

    private static Path home() {
        String local = System.getenv("LOCALAPPDATA");
        String cache = System.getenv("XDG_CACHE_HOME");
        Path user = Path.of(System.getProperty("user.home"));
        if (local != null && !local.isEmpty()) {
            return Path.of(local, "tenantry");
        }
        return cache != null && !cache.isEmpty() ? Path.of(cache, "tenantry") : user.resolve(".cache/tenantry");
    }

    /** Whole or not at all: another start may do the same now. */
    private static void layDown(JarFile all, Path folder) throws IOException {
        Path fresh;
        try {
            Files.createDirectories(folder.getParent());
            fresh = Files.createTempDirectory(folder.getParent(), "new");
        } catch (IOException e) {
            throw Refusal.mistake("'" + folder.getParent() + "' cannot be written; XDG_CACHE_HOME names another place");
        }
        for (Enumeration<JarEntry> entries = all.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            if (entry.getName().startsWith(SERVER) && !entry.isDirectory()) {
                Path file = fresh.resolve(entry.getName().substring(SERVER.length()))
                        .normalize();
                Files.createDirectories(file.getParent());
                try (InputStream content = all.getInputStream(entry)) {
                    Files.copy(content, file);
                }
            }
        }
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (Files.notExists(folder)) {
                throw e;
            }
            // the other start was first; what it laid down is the same
            Folders.delete(fresh);
        }
    }
}
