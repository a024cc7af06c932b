package io.tenantry.scenario.generate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Where people come from: places and names that go together. */
record Region(
        String country,
        String language,
        String telephone,
        List<String> cities,
        List<String> givenNames,
        List<String> surnames) {
    /** All regions have as many given names and surnames, so that a number picks a person. */
    static final List<Region> ALL = load();

    private static List<Region> load() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Region.class.getResourceAsStream("/scenario/people.txt"), StandardCharsets.UTF_8))) {
            List<String> lines =
                    reader.lines().filter(line -> !line.startsWith("#")).toList();
            List<Region> regions = new ArrayList<>();
            for (int i = 0; i + 3 < lines.size(); i += 4) {
                String[] head = lines.get(i).split("\\|");
                regions.add(new Region(
                        head[0],
                        head[1],
                        head[2],
                        list(lines.get(i + 1)),
                        list(lines.get(i + 2)),
                        list(lines.get(i + 3))));
            }
            return List.copyOf(regions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> list(String line) {
        return List.of(line.split(", "));
    }
}
