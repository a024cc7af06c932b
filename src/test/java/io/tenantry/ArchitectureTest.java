package io.tenantry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/** The directions of docs/architecture.md. */
@AnalyzeClasses(packages = "io.tenantry", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] FAMILIES = {
        "io.tenantry.directory..", "io.tenantry.policy..", "io.tenantry.synchronization..", "io.tenantry.audit.."
    };

    @ArchTest
    static final ArchRule onlyTheStoreAndItsQueriesKnowJdbc = noClasses()
            .that()
            .resideOutsideOfPackages("io.tenantry.store..", "io.tenantry.odata.sql..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.postgresql..", "org.flywaydb..");

    @ArchTest
    static final ArchRule onlyTheClockReadsTheSystemClock = noClasses()
            .that()
            .resideOutsideOfPackage("io.tenantry.time..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule olingoStaysBehindTheParser = noClasses()
            .that()
            .resideOutsideOfPackages("io.tenantry.odata.edm..", "io.tenantry.odata.filter..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.olingo..");

    @ArchTest
    static final ArchRule familiesDoNotKnowTheirHttpFace = noClasses()
            .that()
            .resideInAnyPackage(FAMILIES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.tenantry.graph..", "io.tenantry.control..", "jakarta.ws.rs..", "io.vertx..");

    @ArchTest
    static final ArchRule theEngineKnowsNoHttp = noClasses()
            .that()
            .resideInAPackage("io.tenantry.provisioning..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.tenantry.graph..",
                    "io.tenantry.control..",
                    "io.tenantry.token..",
                    "jakarta.ws.rs..",
                    "io.vertx..");

    @ArchTest
    static final ArchRule theStoreStandsOnItself = noClasses()
            .that()
            .resideInAPackage("io.tenantry.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.tenantry.graph..",
                    "io.tenantry.resource..",
                    "io.tenantry.odata..",
                    "io.tenantry.directory..",
                    "io.tenantry.policy..",
                    "io.tenantry.synchronization..",
                    "io.tenantry.provisioning..",
                    "io.tenantry.audit..",
                    "io.tenantry.scenario..",
                    "io.tenantry.control..");

    @ArchTest
    static final ArchRule thePipelineKnowsNoFamily = noClasses()
            .that()
            .resideInAPackage("io.tenantry.graph..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FAMILIES);
}
