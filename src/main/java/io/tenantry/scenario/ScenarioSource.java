package io.tenantry.scenario;

import io.tenantry.scenario.file.ScenarioException;
import io.tenantry.scenario.file.ScenarioText;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where the scenario of the start comes from: the configured file or the built-in demo. */
@ApplicationScoped
public class ScenarioSource {
    private static final String DEMO = "/scenario/demo.yaml";

    private final ScenarioConfig config;

    ScenarioSource(ScenarioConfig config) {
        this.config = config;
    }

    /** As messages call it. */
    String name() {
        return config.scenario().map(file -> "scenario file " + file).orElse("built-in demo scenario");
    }

    ScenarioText text() {
        return config.scenario().map(ScenarioSource::file).orElseGet(ScenarioSource::demo);
    }

    private static ScenarioText file(Path file) {
        try {
            return ScenarioText.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new ScenarioException("there is no such file");
        } catch (IOException e) {
            throw new ScenarioException("cannot be read: " + e.getMessage());
        }
    }

    static ScenarioText demo() {
        try (InputStream demo = ScenarioSource.class.getResourceAsStream(DEMO)) {
            return ScenarioText.of(demo.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
