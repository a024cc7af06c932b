package io.tenantry;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static io.tenantry.Product.CLASSES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The rooms and directions of docs/architecture.md. */
@Execution(ExecutionMode.CONCURRENT)
class ArchitectureTest {
    private static final String[] LEAVES = {
        "io.tenantry.error..", "io.tenantry.format..", "io.tenantry.regex..", "io.tenantry.time.."
    };

    private static final String[] FAMILIES = {
        "io.tenantry.directory..", "io.tenantry.policy..", "io.tenantry.synchronization..", "io.tenantry.audit.."
    };

    /** A package that is in a circle with others cannot be read, moved or tested without them. */
    @Test
    void packagesAreFreeOfCircles() {
        SlicesRuleDefinition.slices()
                .matching("io.tenantry.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    /** What everybody needs must not bring anything along. */
    @Test
    void leavesStandOnThemselves() {
        noClasses()
                .that()
                .resideInAnyPackage(LEAVES)
                .should()
                .dependOnClassesThat(resideInAPackage("io.tenantry..").and(not(resideInAnyPackage(LEAVES))))
                .check(CLASSES);
    }

    /** It can nothing that the API cannot: whatever it shows or does, it calls. */
    @Test
    void theConsoleKnowsNothingButTheApi() {
        noClasses()
                .that()
                .resideInAPackage("io.tenantry.console..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.tenantry..")
                        .and(not(resideInAnyPackage(
                                "io.tenantry.console..",
                                "io.tenantry.control",
                                "io.tenantry.format",
                                "io.tenantry.http..",
                                "io.tenantry.journal"))))
                .check(CLASSES);
    }

    /** Who opens a package reads first what it is for. */
    @Test
    void everyPackageSaysWhatItIsFor() {
        Set<String> silent = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !Files.exists(Path.of("src/main/java", name.replace('.', '/'), "package-info.java")))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), silent);
    }

    /** A name says what a class is, not that it helps. */
    @Test
    void namesSayWhatAClassIs() {
        noClasses().should().haveNameMatching(".*(Dto|Impl|Utils?|Helper)").check(CLASSES);
    }

    /** What a class needs comes through its constructor: it is whole from the start, and a test can make it. */
    @Test
    void nothingIsInjectedIntoFields() {
        noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.enterprise.inject.spi.CDI")
                .check(CLASSES);
    }

    /** Whether something is there is asked where it comes from, and not handed on; a record may hold what may be missing. */
    @Test
    void nothingTakesAnOptional() {
        noCodeUnits()
                .that(describe(
                        "are neither lambdas nor constructors of records",
                        unit -> !unit.getModifiers().contains(JavaModifier.SYNTHETIC)
                                && !(unit.isConstructor() && unit.getOwner().isRecord())))
                .should()
                .haveRawParameterTypes(describe("an Optional", types -> types.stream()
                        .anyMatch(type -> type.getName().startsWith("java.util.Optional"))))
                .check(CLASSES);
    }

    /** One place decides about connections, transactions and what a failure means. */
    @Test
    void onlyTheStoreKnowsJdbc() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tenantry.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.postgresql..", "org.flywaydb..")
                .check(CLASSES);
    }

    /** Time can be moved; who reads another clock does not move along. */
    @Test
    void onlyTheClockReadsTheSystemClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tenantry.time..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(CLASSES);
    }

    /** Where patterns come from users they go through one door; the JDK's engine bounds neither time nor stack. */
    @Test
    void patternsOfUsersAreBounded() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.tenantry.provisioning.expression.function..", "io.tenantry.provisioning.scope..")
                .or()
                .haveSimpleName("Comparison")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.regex..", "com.google.re2j..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.tenantry.regex..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.tenantry.store..", "io.tenantry.family..", "io.tenantry.provisioning..")
                .check(CLASSES);
    }

    /** Olingo is OASIS OData; Graph's dialect is ours. */
    @Test
    void olingoStaysBehindTheParser() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.tenantry.odata.edm..", "io.tenantry.odata.filter..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.olingo..")
                .check(CLASSES);
    }

    /** A rule holds for batches, upserts and engine alike. */
    @Test
    void familiesDoNotKnowTheirHttpFace() {
        noClasses()
                .that()
                .resideInAnyPackage(FAMILIES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.tenantry.graph..", "io.tenantry.control..", "jakarta.ws.rs..", "io.vertx..")
                .check(CLASSES);
    }

    /** A cycle has no caller. */
    @Test
    void theEngineKnowsNoHttp() {
        noClasses()
                .that()
                .resideInAPackage("io.tenantry.provisioning..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.tenantry.graph..",
                        "io.tenantry.control..",
                        "io.tenantry.token..",
                        "jakarta.ws.rs..",
                        "io.vertx..")
                .check(CLASSES);
    }

    /** What is kept does not know what it means. */
    @Test
    void theStoreStandsOnItself() {
        noClasses()
                .that()
                .resideInAPackage("io.tenantry.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.tenantry.graph..",
                        "io.tenantry.error..",
                        "io.tenantry.family..",
                        "io.tenantry.world..",
                        "io.tenantry.odata..",
                        "io.tenantry.directory..",
                        "io.tenantry.policy..",
                        "io.tenantry.synchronization..",
                        "io.tenantry.provisioning..",
                        "io.tenantry.audit..",
                        "io.tenantry.scenario..",
                        "io.tenantry.control..")
                .check(CLASSES);
    }

    /** What a family serves and does not register would be missing in it. */
    @Test
    void theDescriptionKnowsOnlyWhatIsRegistered() {
        noClasses()
                .that()
                .resideInAPackage("io.tenantry.openapi..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FAMILIES)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("io.tenantry.graph..", "io.tenantry.control..", "io.tenantry.provisioning..")
                .check(CLASSES);
    }

    /** It describes the server and is no part of it. */
    @Test
    void nothingNeedsTheDescription() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tenantry.openapi..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.tenantry.openapi..")
                .check(CLASSES);
    }

    /** A new type changes nothing in the pipeline. */
    @Test
    void thePipelineKnowsNoFamily() {
        noClasses()
                .that()
                .resideInAPackage("io.tenantry.graph..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FAMILIES)
                .check(CLASSES);
    }
}
