package io.tenantry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.Citations.Citation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What comments and documents cite is there, and is cited in one form. */
@Execution(ExecutionMode.CONCURRENT)
class CitationsTest {
    private static final List<String> ROOTS =
            List.of("src/main", "src/test", "docs", "openapi", "http-samples", "README.md", "CONTRIBUTING.md");
    private static final Set<String> TEXTS =
            Set.of("java", "xml", "xsl", "txt", "sql", "md", "properties", "yaml", "http", "html");
    private static final Path HERE = Path.of("sample.java");

    /** But for this one, which cites what is not there, and what `npm` has installed. */
    private static List<Path> texts() throws IOException {
        List<Path> texts = new ArrayList<>();
        for (String root : ROOTS) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(Files::isRegularFile)
                        .filter(file -> TEXTS.contains(extension(file)))
                        .filter(file -> !file.endsWith("CitationsTest.java"))
                        .filter(file -> !file.toString().contains("node_modules"))
                        .forEach(texts::add);
            }
        }
        return texts;
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    @Test
    void everyCitationLeadsToAPlaceThatIsThere() throws IOException {
        RuleFiles rules = RuleFiles.read();
        List<String> dead = new ArrayList<>();
        int cited = 0;
        for (Path text : texts()) {
            for (Citation citation : Citations.in(text).all()) {
                dead.addAll(dead(rules, text, citation));
                cited += citation.places().size();
            }
        }
        assertEquals("", String.join("\n", dead));
        assertTrue(cited > 400, "only " + cited + " places are cited: are they still found?");
    }

    /** The rules themselves name Microsoft's pages as well. */
    private static List<String> dead(RuleFiles rules, Path text, Citation citation) {
        if (!rules.has(citation.file())) {
            boolean there = Files.exists(Path.of(citation.file()))
                    || Files.exists(text.resolveSibling(citation.file()))
                    || text.startsWith(RuleFiles.FOLDER);
            return there ? List.of() : List.of(citation.at() + " cites " + citation.file());
        }
        return citation.places().stream()
                .filter(place -> !rules.has(citation.file(), place))
                .map(place -> citation.at() + " cites " + citation.file() + " " + place)
                .toList();
    }

    @Test
    void citationsHaveOneForm() throws IOException {
        List<String> malformed = new ArrayList<>();
        for (Path text : texts()) {
            if (!text.startsWith(RuleFiles.FOLDER)) {
                malformed.addAll(Citations.in(text).malformed());
            }
        }
        assertEquals("", String.join("\n", malformed));
    }

    @Test
    void severalPlacesAndSeveralFilesAreUnderstood() {
        List<Citation> found = new Citations(
                        HERE,
                        """
                        /** What may be asked (directory.md §3.3, §9 and E38; odata-protocol.md
                         * §4.3 to §4.6, token-service.md §11.10).
                         */
                        """)
                .all();
        assertEquals(
                List.of(
                        new Citation("directory.md", List.of("§3.3", "§9", "E38"), "sample.java:1"),
                        new Citation("odata-protocol.md", List.of("§4.3", "§4.6"), "sample.java:1"),
                        new Citation("token-service.md", List.of("§11.10"), "sample.java:2")),
                found);
    }

    @Test
    void aCitationNamesItsFileAndMarksItsSection() {
        Citations text = new Citations(
                HERE,
                """
                // as directory.md 7.1 has it
                // never on an object (§3.2)
                // the header (RFC 9112 §3.2), and clients.md §7
                """);
        assertEquals(
                List.of("sample.java:1 has no § in directory.md 7.1", "sample.java:2 names no file for §3.2"),
                text.malformed());
    }

    @Test
    void sectionsItemsAndNumbersArePlaces() {
        RuleFiles rules = new RuleFiles();
        rules.add(
                "some.md",
                List.of(
                        "## 5. Expressions",
                        "### 5.4a Table",
                        "## 11. More",
                        "10. the tenth",
                        "| E24 | POST |",
                        "**A05 Null**"));
        for (String place : List.of("§5", "§5.4a", "§11.10", "E24", "A05")) {
            assertTrue(rules.has("some.md", place), place);
        }
        assertFalse(rules.has("some.md", "§5.4"));
        assertFalse(rules.has("other.md"));
    }
}
