package io.tenantry.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * What a start out of the project's folder needs before: a build where sources are newer than the last one, and options for the virtual
 * machine in a file, with a class cache unless it is not wanted. Only one start at a time works in {@code target}.
 */
final class Preparation {
    private Preparation() {}

    /** @param arguments root of the project, JDK to build with, file for the options of the virtual machine; then the command with its options */
    static int of(List<String> arguments, Map<String, String> environment) throws IOException, InterruptedException {
        Path root = Path.of(arguments.get(0));
        Path options = Path.of(arguments.get(2));
        List<String> rest = arguments.subList(4, arguments.size());
        if (arguments.get(3).equals("start")) {
            StartOptions.of(rest, environment).check();
        }
        Build build = new Build(root, Path.of(arguments.get(1)));
        Path target = root.resolve("target");
        if (!isWritable(target)) {
            if (build.isStale()) {
                throw Refusal.mistake("it has to be built and '" + target + "' cannot be written");
            }
            return 0;
        }
        try (FileChannel channel = FileChannel.open(
                        target.resolve(".start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock(channel)) {
            if (build.isStale()) {
                build.run();
            }
            if (!build.isOlderThan(options)) {
                boolean cached =
                        !environment.getOrDefault("TENANTRY_NO_CACHE", "").isEmpty();
                new ClassCache(build, target, options).write(!cached, environment);
            }
        }
        return 0;
    }

    private static boolean isWritable(Path target) {
        try {
            Files.createDirectories(target);
            return Files.isWritable(target);
        } catch (IOException e) {
            return false;
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        FileLock free = channel.tryLock();
        if (free != null) {
            return free;
        }
        say("another start is at work in target/, waiting for it");
        return channel.lock();
    }

    static void say(String text) {
        System.out.println("tenantry: " + text);
    }
}
