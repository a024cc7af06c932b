package io.tenantry.control;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import io.tenantry.http.ForEveryone;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every call of every REST resource that is not for everyone, found by its annotations, and the ways to spell its path. */
public final class ControlCalls {
    private static final String PATH = Path.class.descriptorString();

    private ControlCalls() {}

    public record Call(String method, String path) {
        /** What leads to the same resource, or may seem to. */
        public List<String> spellings() {
            String rest = path.substring("/_tenantry".length());
            List<String> spellings = new ArrayList<>(List.of(
                    path,
                    path + "/",
                    path + ";",
                    path + ";a=b",
                    path + "?x=;",
                    "/" + path,
                    "/." + path,
                    "/%2e" + path,
                    "/x/.." + path,
                    "/x/%2e%2e" + path,
                    "/;" + path,
                    "/v1.0/.." + path,
                    "/v1.0/%2E%2e" + path,
                    "/q/.." + path,
                    "/_tenantry/.." + path,
                    path.toUpperCase(),
                    path.replace("/", "%2f"),
                    path.replace("/", "//"),
                    path.replace("/", "/./"),
                    path.replace("/", "/;x/"),
                    path.substring(1).replace("/", ";x/"),
                    "/" + path.substring(1).replace("/", ";/") + ";"));
            for (String first : List.of(
                    "/_tenantry;x",
                    "/_tenantry;",
                    "/_tenantry;x=y;z",
                    "/_tenantry%3bx",
                    "/%5ftenantry",
                    "/%5Ftenantry;x",
                    "/_%74enantry",
                    "/%5f%74%65%6e%61%6e%74%72%79;",
                    "/_tenantry/.",
                    "/_tenantry/;",
                    "/_tenantry%2f..%2f_tenantry",
                    "/_tenantry%00")) {
                spellings.add(first + rest);
            }
            return spellings;
        }
    }

    public static List<Call> all() {
        return All.CALLS;
    }

    /** Looked for once: all classes are read for it. */
    private static final class All {
        static final List<Call> CALLS = found();
    }

    private static List<Call> found() {
        return resources()
                .map(JavaClass::reflect)
                .filter(type -> !type.isAnnotationPresent(ForEveryone.class))
                .flatMap(ControlCalls::of)
                .toList();
    }

    /** Only classes that name the annotation are read, and what they are made of is not looked for in all the jars. */
    private static Stream<JavaClass> resources() {
        return ArchConfiguration.withThreadLocalScope(reading -> {
            reading.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter()
                    .withImportOption(ControlCalls::namesPath).importPackages("io.tenantry").stream()
                            .filter(type -> type.isAnnotatedWith(Path.class));
        });
    }

    private static boolean namesPath(Location classFile) {
        try (InputStream in = classFile.asURI().toURL().openStream()) {
            return new String(in.readAllBytes(), ISO_8859_1).contains(PATH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Call> of(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .filter(method -> !method.isAnnotationPresent(ForEveryone.class))
                .flatMap(method -> verbs(method)
                        .map(verb -> new Call(
                                verb, (path(resource) + path(method)).replaceAll("\\{\\w+(:[^}]*)?}", "source"))));
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value());
    }

    private static String path(AnnotatedElement element) {
        return element.isAnnotationPresent(Path.class)
                ? element.getAnnotation(Path.class).value()
                : "";
    }
}
