package io.tenantry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules that the code cites: the sections of each file, and the numbers of its tables and scenarios. */
final class RuleFiles {
    static final Path FOLDER = Path.of("docs", "rules");

    private static final Pattern HEADING = Pattern.compile("#+ (?:(\\d+(?:\\.\\d+)*[a-z]?)\\.? )?.*");
    private static final Pattern ITEM = Pattern.compile("(\\d+)\\. .*");
    private static final Pattern NUMBER = Pattern.compile("(?:\\| |\\*\\*)([A-Z]{1,2}\\d{1,2}[a-z]?)\\b.*");

    private final Map<String, Set<String>> placesByFile = new HashMap<>();

    static RuleFiles read() throws IOException {
        RuleFiles rules = new RuleFiles();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                rules.add(file.getFileName().toString(), Files.readAllLines(file));
            }
        }
        return rules;
    }

    /** Items of a numbered list are places too: the tenth one of section 11 is its place 11.10. */
    void add(String file, List<String> lines) {
        Set<String> places = placesByFile.computeIfAbsent(file, name -> new HashSet<>());
        String section = null;
        for (String line : lines) {
            Matcher heading = HEADING.matcher(line);
            Matcher item = ITEM.matcher(line);
            Matcher number = NUMBER.matcher(line);
            if (heading.matches()) {
                section = heading.group(1);
                Stream.ofNullable(section).map("§"::concat).forEach(places::add);
            } else if (item.matches() && section != null) {
                places.add("§" + section + "." + item.group(1));
            } else if (number.matches()) {
                places.add(number.group(1));
            }
        }
    }

    boolean has(String file) {
        return placesByFile.containsKey(file);
    }

    boolean has(String file, String place) {
        return placesByFile.get(file).contains(place);
    }
}
