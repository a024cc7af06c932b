package io.tenantry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The map of packages in docs/architecture.md is the measured one, and says of each what its package-info says. With {@code
 * -Dtenantry.map.write} it is written anew.
 */
@Execution(ExecutionMode.CONCURRENT)
class PackageMapTest {
    private static final String ROOT = "io.tenantry.";
    private static final Path SOURCES = Path.of("src/main/java/io/tenantry");
    private static final Path DOCUMENT = Path.of("docs/architecture.md");
    private static final String HEAD = "| package | what is in it | needs |\n|---|---|---|\n";
    private static final Pattern SENTENCE = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

    @Test
    void theMapIsTheMeasuredOne() throws IOException {
        String document = Files.readString(DOCUMENT);
        int begin = document.indexOf(HEAD) + HEAD.length();
        int end = document.indexOf("\n\n", begin) + 1;
        assertTrue(begin >= HEAD.length() && end > begin, "no map in " + DOCUMENT);
        String map = map();
        if (System.getProperty("tenantry.map.write") != null) {
            Files.writeString(DOCUMENT, document.substring(0, begin) + map + document.substring(end));
        } else {
            assertEquals(map, document.substring(begin, end));
        }
    }

    private String map() throws IOException {
        StringBuilder map = new StringBuilder();
        for (String name : packages()) {
            map.append("| `").append(name).append("` | ").append(sentence(name)).append(" | ");
            map.append(String.join(" ", needs(name))).append(" |\n");
        }
        return map.toString();
    }

    /** Below the root, those above others first. */
    private static List<String> packages() throws IOException {
        try (Stream<Path> infos = Files.walk(SOURCES)) {
            return infos.filter(file -> file.endsWith("package-info.java"))
                    .map(file -> SOURCES.relativize(file.getParent()).toString().replace('/', '.'))
                    .filter(name -> !name.isEmpty())
                    .sorted()
                    .toList();
        }
    }

    private static String sentence(String name) throws IOException {
        String info = Files.readString(SOURCES.resolve(name.replace('.', '/')).resolve("package-info.java"));
        Matcher comment = SENTENCE.matcher(info);
        assertTrue(comment.find(), name);
        return comment.group(1)
                .replaceAll("\\s*\\n \\*", " ")
                .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .strip();
    }

    /** Of a whole part of the server: which other parts; of a package within it: which others of the same part. */
    private Set<String> needs(String name) {
        boolean whole = !name.contains(".");
        String part = part(name);
        return Product.CLASSES.stream()
                .filter(type ->
                        whole ? part(below(type)).equals(part) : below(type).equals(name))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .filter(type -> type.getPackageName().startsWith(ROOT))
                .map(PackageMapTest::below)
                .filter(other -> whole ? !part(other).equals(part) : part(other).equals(part) && !other.equals(name))
                .map(other -> whole ? part(other) : other.substring(other.indexOf('.') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String below(JavaClass type) {
        String name = type.getPackageName();
        return name.length() < ROOT.length() ? "" : name.substring(ROOT.length());
    }

    private static String part(String name) {
        return name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    }
}
