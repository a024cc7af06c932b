package io.tenantry.scenario.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.tenantry.format.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;

/** The text of a scenario: JSON where it begins with a brace, else YAML. */
public record ScenarioText(String text) {
    private static final int LARGEST = 256 << 20;

    /** A scenario needs about eight levels; what nests deeper is refused before it costs anything. */
    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(50)
            .maxDocumentLength(LARGEST)
            .build();

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(CONSTRAINTS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final JsonFactory YAML = YAMLFactory.builder()
            .loaderOptions(loaderOptions())
            .streamReadConstraints(CONSTRAINTS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // NO is Norway
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .build();

    public static ScenarioText of(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new ScenarioText(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw new ScenarioException("is not UTF-8 text");
        }
    }

    /** The document; throws {@link ScenarioException} where it is not well-formed. Aliases and the like are added to the problems. */
    JsonNode read(Problems problems) {
        try (JsonParser parser = parser()) {
            return new DocumentReader(parser, problems).document();
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            String what = "not well-formed " + format() + ": " + Json.mistake(e);
            throw new ScenarioException(List.of(new Problem("", what, line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines at which these paths stand; the text has been read before. */
    Map<String, Integer> lines(Set<String> paths) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = parser()) {
            new DocumentReader(parser, new Problems())
                    .noting((place, line) -> {
                        String path = place.path();
                        if (paths.contains(path)) {
                            lines.putIfAbsent(path, line);
                        }
                    })
                    .document();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private String format() {
        return isJson() ? "JSON" : "YAML";
    }

    private boolean isJson() {
        return text.stripLeading().startsWith("{");
    }

    private JsonParser parser() throws IOException {
        return (isJson() ? JSON : YAML).createParser(text);
    }

    private static LoaderOptions loaderOptions() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        return options;
    }
}
