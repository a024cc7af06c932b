package io.tenantry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What one text cites: a file of rules or another document, and the sections and numbers that are meant in it. */
final class Citations {
    private static final String PLACE = "(?:§\\d+(?:\\.\\d+)*[a-z]?|[A-Z]{1,2}\\d{1,2}[a-z]?\\b)";
    private static final Pattern CITED = Pattern.compile(
            "([\\w./-]*\\w\\.md)\\b((?: " + PLACE + ")?(?:(?:,| and| to) " + PLACE + ")*)(,? \\d[\\d.]*)?");
    private static final Pattern PLACES = Pattern.compile(PLACE);
    private static final Pattern LONE = Pattern.compile("(?<!RFC \\d{4} )§\\d[\\d.]*");

    /** How a line of a comment begins, in the languages that we write. */
    private static final Pattern MARGIN = Pattern.compile("^\\s*(?:/\\*+|\\*(?!/)|//+|#+|--|<!--)?\\s*");

    private final Path source;
    private final StringBuilder text = new StringBuilder();
    /** Offset in the text → number of the line that begins there. */
    private final NavigableMap<Integer, Integer> lines = new TreeMap<>();

    /** @param at file and line that cite */
    record Citation(String file, List<String> places, String at) {}

    Citations(Path source, String content) {
        this.source = source;
        content.lines().forEach(line -> {
            lines.put(text.length(), lines.size() + 1);
            text.append(MARGIN.matcher(line).replaceFirst("").stripTrailing()).append(' ');
        });
    }

    static Citations in(Path source) throws IOException {
        return new Citations(source, Files.readString(source));
    }

    List<Citation> all() {
        return CITED.matcher(text)
                .results()
                .map(found -> new Citation(
                        found.group(1),
                        PLACES.matcher(found.group(2))
                                .results()
                                .map(MatchResult::group)
                                .toList(),
                        at(found)))
                .toList();
    }

    /** What looks like a citation but does not say where it leads. */
    List<String> malformed() {
        Stream<String> bare = CITED.matcher(text)
                .results()
                .filter(found -> found.group(3) != null)
                .map(found -> at(found) + " has no § in " + found.group());
        String rest =
                CITED.matcher(text).replaceAll(found -> " ".repeat(found.group().length()));
        Stream<String> lone =
                LONE.matcher(rest).results().map(found -> at(found) + " names no file for " + found.group());
        return Stream.concat(bare, lone).toList();
    }

    private String at(MatchResult found) {
        return source + ":" + lines.floorEntry(found.start()).getValue();
    }
}
