package io.tenantry.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.apiguardian.api.API;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;
import org.opentest4j.AssertionFailedError;

/** {@code @TenantryTest} as a project of somebody else has it: the extension's own artifact, JUnit and Jackson on the class path, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantryTestIT {
    private static final String SAMPLES = "io.tenantry.junit.sample.";
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Pattern SERVER = Pattern.compile("server (http://\\S+)");
    private static final String EXAMPLE = "PartnersTest";
    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    private static final List<Class<?>> NEEDED = List.of(
            Test.class,
            JupiterTestEngine.class,
            TestEngine.class,
            Launcher.class,
            AnnotationSupport.class,
            AssertionFailedError.class,
            API.class,
            ObjectMapper.class,
            JsonParser.class,
            JsonProperty.class);

    private static final List<String> MISTAKES = List.of(
            "@InTenant(…) has to say of which tenant: there are [source, target]",
            "there is no tenant 'soucre'; there are [source, target]",
            "the scenario 'missing.yaml' of " + SAMPLES + "Mistakes$OfTheScenario is not on the class path",
            "tenants[0]: id is missing");

    private Path folder;
    private Shell.Running inTurn;

    /** Classes one after another in one virtual machine, some of which cannot begin; the last does not end by itself. */
    @BeforeAll
    void begin(@TempDir Path temporary) throws IOException {
        folder = temporary;
        compileTheExampleOfTheReadme();
        inTurn = start(
                "Changes",
                "Callers",
                "Prepared",
                "Changes",
                EXAMPLE,
                "Mistakes$Tenants",
                "Mistakes$OfTheScenario",
                "Mistakes$InTheScenario",
                "Waiting");
        Await.until(LONGEST, () -> !inTurn.process().isAlive() || inTurn.said().contains("waiting"));
        assertTrue(inTurn.process().isAlive(), inTurn::said);
    }

    @AfterAll
    void end() {
        if (inTurn != null) {
            inTurn.process().destroyForcibly();
        }
    }

    private void compileTheExampleOfTheReadme() throws IOException {
        String example = JAVA.matcher(Files.readString(Path.of("README.md")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        Path source = Files.writeString(folder.resolve(EXAMPLE + ".java"), example);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String classes = classes().toString();
        assertEquals(0, compiler.run(null, null, null, "-cp", classPath(), "-d", classes, source.toString()));
    }

    @Test
    void testsBeginWithTheScenarioAndClassesUseOneServerAfterAnother() {
        assertEquals(
                List.of(),
                lines("failed")
                        .filter(line -> MISTAKES.stream().noneMatch(line::contains))
                        .toList());
        assertEquals(3 + 4 + 2 + 2 + 1 + 1, lines("passed").count(), inTurn::said);
        assertEquals(1, servers(inTurn.said()).size(), inTurn::said);
    }

    @Test
    void theExampleOfTheReadmeRuns() {
        assertEquals(1, lines("passed aPartnerIsFoundByItsTenant").count(), inTurn::said);
    }

    @Test
    void mistakesAreTold() {
        for (String why : MISTAKES) {
            assertTrue(lines("failed").anyMatch(line -> line.contains(why)), () -> why + "\n" + inTurn.said());
        }
    }

    @Test
    void theServerEndsWithTheVirtualMachineHoweverThatEnds() throws IOException {
        Http server = new Http(servers(inTurn.said()).get(0), null);
        server.get("/_tenantry/health").expect(200);
        inTurn.process().destroyForcibly();
        assertTrue(Await.until(Duration.ofSeconds(30), () -> isGone(server)));
    }

    @Test
    void classesAtTheSameTimeDoNotSeeEachOtherAndMethodsOfOneTakeTurns() {
        Shell.Running atOnce = start("--parallel", "FirstAtOnce", "SecondAtOnce");
        String said = atOnce.ended(LONGEST).out();
        assertEquals(6, lines(said, "passed").count(), atOnce::said);
        assertEquals(2, servers(said).size(), said);
    }

    @Test
    void thePublishedArtifactsNeedNoPartOfTheServer() throws IOException {
        String junit = Files.readString(Path.of("target/published/tenantry-junit.xml"));
        assertFalse(Pattern.compile("@\\w+@|quarkus").matcher(junit).find(), junit);
        assertFalse(Files.readString(Path.of("target/published/tenantry-server.xml"))
                .contains("<dependenc"));
    }

    /** Samples, in surroundings that lead a server of its own nowhere. */
    private Shell.Running start(String... names) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath(),
                SAMPLES + "Run"));
        Stream.of(names)
                .map(name -> name.equals(EXAMPLE) || name.startsWith("--") ? name : SAMPLES + name)
                .forEach(command::add);
        return Shell.start(folder, Map.of("TENANTRY_PORT", "1"), command);
    }

    private String classPath() {
        Stream<Path> own = Stream.of(classes(), Path.of("target/tenantry-junit.jar"), Path.of("target/tenantry.jar"));
        return Stream.concat(own, NEEDED.stream().map(TenantryTestIT::archive))
                .map(Path::toString)
                .collect(Collectors.joining(":"));
    }

    /** The samples, away from all other classes of this build. */
    private Path classes() {
        Path samples = Path.of(SAMPLES.replace('.', '/'));
        Path classes = folder.resolve("classes");
        try (Stream<Path> files = Files.list(Path.of("target/test-classes").resolve(samples))) {
            Path copies = Files.createDirectories(classes.resolve(samples));
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, copies.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return classes;
    }

    private static Path archive(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private Stream<String> lines(String beginning) {
        return lines(inTurn.said(), beginning);
    }

    private static Stream<String> lines(String said, String beginning) {
        return said.lines().filter(line -> line.startsWith(beginning));
    }

    private static List<String> servers(String said) {
        return SERVER.matcher(said)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static boolean isGone(Http server) {
        try {
            server.get("/_tenantry/health");
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
