package io.tenantry.junit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/** The scenario that a class asks for. */
final class ScenarioFile {
    /** The one that a server starts with. */
    static final String DEMO = "";

    private ScenarioFile() {}

    /** Its text. */
    static String of(Class<?> testClass) {
        String name = AnnotationSupport.findAnnotation(testClass, TenantryTest.class)
                .map(TenantryTest::scenario)
                .orElse(DEMO);
        return name.isEmpty() ? DEMO : text(testClass, name);
    }

    private static String text(Class<?> testClass, String name) {
        try (InputStream file = testClass.getResourceAsStream(name)) {
            if (file == null) {
                throw new ExtensionConfigurationException(
                        "the scenario '" + name + "' of " + testClass.getName() + " is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
