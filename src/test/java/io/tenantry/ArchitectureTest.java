package io.tenantry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tenantry.directory.DirectoryObjects;
import io.tenantry.directory.Roles;
import io.tenantry.store.Entity;
import io.tenantry.store.References;
import io.tenantry.store.Session;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The directions of docs/architecture.md. */
class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tenantry");

    private static final String[] FAMILIES = {
        "io.tenantry.directory..", "io.tenantry.policy..", "io.tenantry.synchronization..", "io.tenantry.audit.."
    };

    @Test
    void onlyTheStoreKnowsJdbc() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tenantry.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.postgresql..", "org.flywaydb..")
                .check(PRODUCT);
    }

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
                .check(PRODUCT);
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
                .check(PRODUCT);
        noClasses()
                .that()
                .resideInAPackage("io.tenantry.regex..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.tenantry.store..", "io.tenantry.resource..", "io.tenantry.provisioning..")
                .check(PRODUCT);
    }

    @Test
    void olingoStaysBehindTheParser() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.tenantry.odata.edm..", "io.tenantry.odata.filter..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.olingo..")
                .check(PRODUCT);
    }

    @Test
    void familiesDoNotKnowTheirHttpFace() {
        noClasses()
                .that()
                .resideInAnyPackage(FAMILIES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.tenantry.graph..", "io.tenantry.control..", "jakarta.ws.rs..", "io.vertx..")
                .check(PRODUCT);
    }

    /** Roles keeps the members of a directory role in step with its assignments, MembershipFollowing those of a group with its rule. */
    @Test
    void referencesAreWrittenInOnePlace() {
        noClasses()
                .that(areNot("DirectoryReferences", "Roles", "MembershipFollowing"))
                .should()
                .callMethod(References.class, "relate", String.class, String.class, String.class)
                .orShould()
                .callMethod(References.class, "unrelate", String.class, String.class, String.class)
                .check(PRODUCT);
    }

    /** A scenario says who holds which role; callers who do must be allowed to. */
    @Test
    void rolesAreAssignedForCallersWhoMay() {
        noClasses()
                .that(areNot("Roles", "ObjectsSeed"))
                .should()
                .callMethod(Roles.class, "assign", Session.class, String.class, String.class, String.class)
                .check(PRODUCT);
    }

    /**
     * For whom nobody calls: the engine, what is deleted for 30 days, a role that becomes active by its first assignment, a service
     * principal that follows its application, the user that a token stands for, a guest who redeems by itself; phones have a rule of their
     * own.
     */
    @Test
    void objectsAreWrittenForCallersWhoMay() {
        noClasses()
                .that(areNot(
                        "DirectoryObjects",
                        "DeletedObjects",
                        "Roles",
                        "ServicePrincipals",
                        "SignedInUsers",
                        "PhoneMethods",
                        "Invitations"))
                .and()
                .resideOutsideOfPackage("io.tenantry.provisioning..")
                .should()
                .callMethod(DirectoryObjects.class, "create", Session.class, Entity.class)
                .orShould()
                .callMethod(DirectoryObjects.class, "update", Session.class, Entity.class)
                .orShould()
                .callMethod(DirectoryObjects.class, "softDelete", Session.class, Entity.class, Instant.class)
                .orShould()
                .callMethod(DirectoryObjects.class, "restore", Session.class, Entity.class)
                .orShould()
                .callMethod(DirectoryObjects.class, "purge", Session.class, Entity.class)
                .check(PRODUCT);
    }

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
                .check(PRODUCT);
    }

    @Test
    void theStoreStandsOnItself() {
        noClasses()
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
                        "io.tenantry.control..")
                .check(PRODUCT);
    }

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
                .check(PRODUCT);
    }

    @Test
    void nothingNeedsTheDescription() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tenantry.openapi..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.tenantry.openapi..")
                .check(PRODUCT);
    }

    @Test
    void thePipelineKnowsNoFamily() {
        noClasses()
                .that()
                .resideInAPackage("io.tenantry.graph..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FAMILIES)
                .check(PRODUCT);
    }

    private static DescribedPredicate<JavaClass> areNot(String... names) {
        return DescribedPredicate.describe(
                "are not " + String.join(", ", names), type -> !List.of(names).contains(type.getSimpleName()));
    }
}
