package io.tenantry.launcher.exported;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** A folder of JSON files, whatever tool wrote it. Files of other kinds are left alone; what leads out of the folder is refused. */
final class ExportFolder {
    private static final int MOST_FILES = 500_000;
    private static final int DEEPEST = 20;
    private static final long LARGEST_FILE = 256L << 20;
    private static final long LARGEST = 1L << 30;

    private final Path root;
    private final List<Path> files = new ArrayList<>();
    private long size;

    private ExportFolder(Path root) {
        this.root = root;
    }

    static ExportFolder of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UnusableExport("'" + folder + "' is no folder");
        }
        try {
            ExportFolder found = new ExportFolder(folder.toRealPath());
            found.walk();
            return found;
        } catch (IOException e) {
            throw new UnusableExport("'" + folder + "' cannot be read: " + e.getMessage());
        }
    }

    private void walk() throws IOException {
        Files.walkFileTree(
                root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                        if (attributes.isSymbolicLink()) {
                            requireInside(file);
                        } else if (attributes.isDirectory()) {
                            throw UnusableExport.in(name(file), "lies deeper than " + DEEPEST + " folders");
                        } else if (attributes.isRegularFile() && isJson(file)) {
                            add(file, attributes.size());
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        Collections.sort(files);
    }

    /** What a link within the folder leads to is met by itself. */
    private void requireInside(Path link) throws IOException {
        boolean inside = Files.exists(link) && link.toRealPath().startsWith(root);
        if (!inside) {
            throw UnusableExport.in(name(link), "is a link that leads out of the folder");
        }
    }

    private static boolean isJson(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    private void add(Path file, long bytes) {
        size += bytes;
        if (bytes > LARGEST_FILE) {
            throw UnusableExport.in(name(file), "is larger than " + (LARGEST_FILE >> 20) + " MB");
        }
        if (size > LARGEST || files.size() == MOST_FILES) {
            throw new UnusableExport(
                    "the folder holds more than " + (LARGEST >> 20) + " MB or " + MOST_FILES + " files");
        }
        files.add(file);
    }

    List<Path> files() {
        return files;
    }

    /** As messages show it, and as what is in it belongs together. */
    Path name(Path file) {
        return root.relativize(file);
    }

    /** Throws {@link UnusableExport} where it is no JSON. */
    Object read(Path file) {
        try {
            String text = text(Files.readAllBytes(file));
            if (text.isBlank()) {
                throw new UnusableExport("is empty");
            }
            return JsonText.read(text);
        } catch (CharacterCodingException e) {
            throw UnusableExport.in(name(file), "is neither UTF-8 nor UTF-16 text");
        } catch (IOException e) {
            throw UnusableExport.in(name(file), "cannot be read: " + e.getMessage());
        } catch (UnusableExport e) {
            throw UnusableExport.in(name(file), e.getMessage());
        }
    }

    /** Windows PowerShell writes UTF-16 unless it is told otherwise. */
    private static String text(byte[] bytes) throws CharacterCodingException {
        Charset charset = begins(bytes, 0xff, 0xfe)
                ? StandardCharsets.UTF_16LE
                : begins(bytes, 0xfe, 0xff) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
        String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean begins(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }
}
