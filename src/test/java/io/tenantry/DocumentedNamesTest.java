package io.tenantry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents name is there: classes and their methods, files, terms of the Edm, and the guard of each invariant. */
class DocumentedNamesTest {
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern TYPE = Pattern.compile("@?([A-Z]\\w*[a-z]\\w*)(?:\\.([a-z]\\w*))?");
    private static final Pattern FILE =
            Pattern.compile("\\.?\\w[\\w.-]*/[\\w./-]*|\\w[\\w.-]*\\.(?:md|xml|xsl|txt|java)");
    private static final Pattern TERM = Pattern.compile("<Term Name=\"(\\w+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (.+?) \\| (.+) \\|$");

    private static final Path SOURCES = Path.of("src/main/java/io/tenantry");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final List<Path> FOLDERS = List.of(Path.of(""), SOURCES, RESOURCES);

    /** Of OData, HTTP and the JDK. */
    private static final Set<String> FOREIGN = Set.of("Int", "String", "Immutable", "Expect", "Optional");

    private static final Map<String, Path> TYPES = new HashMap<>();

    @BeforeAll
    static void readTypes() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> TYPES.put(file.getFileName().toString().replace(".java", ""), file));
        }
    }

    private static Set<String> codes(String text) {
        return CODE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> terms() throws IOException {
        return TERM.matcher(Files.readString(RESOURCES.resolve("edm/beta.xml")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String section(String document, String heading) throws IOException {
        String text = Files.readString(Path.of(document));
        int begin = text.indexOf("\n## " + heading + "\n");
        assertFalse(begin < 0, document + " has no section '" + heading + "'");
        int end = text.indexOf("\n## ", begin + 1);
        return text.substring(begin, end < 0 ? text.length() : end);
    }

    private static boolean isThere(String code) throws IOException {
        Matcher type = TYPE.matcher(code);
        if (type.matches()) {
            return FOREIGN.contains(type.group(1)) || terms().contains(type.group(1)) || isThere(type);
        }
        return !FILE.matcher(code).matches() || FOLDERS.stream().anyMatch(folder -> Files.exists(folder.resolve(code)));
    }

    private static boolean isThere(Matcher type) throws IOException {
        Path source = TYPES.get(type.group(1));
        return source != null
                && (type.group(2) == null || Files.readString(source).contains(" " + type.group(2) + "("));
    }

    private static void requireNames(String text) throws IOException {
        Set<String> unknown = new TreeSet<>();
        for (String code : codes(text)) {
            if (!isThere(code)) {
                unknown.add(code);
            }
        }
        assertEquals(Set.of(), unknown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/architecture.md", "docs/invariants.md"})
    void whatADocumentNamesIsThere(String document) throws IOException {
        requireNames(Files.readString(Path.of(document)));
    }

    @Test
    void whatTheRecipesNameIsThere() throws IOException {
        requireNames(section("CONTRIBUTING.md", "Recipes"));
    }

    @Test
    void theTermsOfTheEdmAreExplained() throws IOException {
        Set<String> explained = ROW.matcher(section("docs/architecture.md", "The Edm is the spine"))
                .results()
                .flatMap(row -> codes(row.group(1)).stream())
                .filter(code -> TYPE.matcher(code).matches())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(terms(), explained);
    }

    /** A test of the project, or a check that a build or {@code .ci/run} makes. */
    @Test
    void everyInvariantHasAGuard() throws IOException {
        Set<String> wishes = ROW.matcher(Files.readString(Path.of("docs/invariants.md")))
                .results()
                .filter(row -> !row.group(1).equals("rule") && !isGuarded(row.group(2)))
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), wishes);
    }

    private static boolean isGuarded(String guards) {
        return codes(guards).stream()
                .anyMatch(code -> FILE.matcher(code).matches() || code.matches("\\w+(?:Test|IT)(?:\\.\\w+)?"));
    }
}
