package io.tenantry;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.directory.role.Roles;
import io.tenantry.store.Entity;
import io.tenantry.store.References;
import io.tenantry.store.Registry;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The directions of docs/architecture.md. */
@Execution(ExecutionMode.CONCURRENT)
class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tenantry");

    private static final String[] LEAVES = {
        "io.tenantry.error..", "io.tenantry.format..", "io.tenantry.regex..", "io.tenantry.time.."
    };

    private static final Pattern SQL =
            Pattern.compile("\"[^\"\n]*\\b(select|insert into|delete from|update \\w+ set)\\b [^\"\n]*");

    /** Beside {@code store} and {@code odata.sql}: statements that no general one can say, each in the class that it is for. */
    private static final Set<String> SPEAK_SQL = Set.of(
            "AffectedObjects",
            "AppRoleAssignments",
            "Assignments",
            "CycleRuns",
            "DeletedItems",
            "DeletedObjects",
            "DeletedPolicyItems",
            "DeltaChanges",
            "Dependents",
            "DeviceCodes",
            "DomainNames",
            "DynamicGroups",
            "Escrows",
            "ExtensionProperties",
            "ExtensionRemoval",
            "FirstRound",
            "GrantedPermissions",
            "LastEntries",
            "ObjectLinks",
            "Mails",
            "ManagerWrites",
            "MemberReader",
            "MemberWrites",
            "MembershipFollowing",
            "ObjectTypes",
            "OldEntries",
            "PendingMembership",
            "PendingMemberships",
            "PendingReferences",
            "RequestLimit",
            "SeededObjects",
            "SpentCodes",
            "SubscribedSkus",
            "SyncJobs",
            "TenantSize",
            "WorkList");

    private static final Pattern READ = Pattern.compile("\\.(?:find|findBy|findChild|allBy|children)\\(\\s*\"(\\w+)\"");

    /** Types of stored objects, by the family whose rules they follow. */
    private static final Map<String, Set<String>> ROWS = Map.of(
            "directory",
            Set.of(
                    "application",
                    "appRoleAssignment",
                    "authorizationPolicy",
                    "directoryRole",
                    "domain",
                    "extensionProperty",
                    "federatedIdentityCredential",
                    "group",
                    "invitation",
                    "oAuth2PermissionGrant",
                    "organization",
                    "servicePrincipal",
                    "subscribedSku",
                    "unifiedRoleAssignment",
                    "unifiedRoleDefinition",
                    "user"),
            "policy",
            Set.of(
                    "crossTenantAccessPolicy",
                    "crossTenantAccessPolicyConfigurationDefault",
                    "crossTenantAccessPolicyConfigurationPartner",
                    "crossTenantIdentitySyncPolicyPartner",
                    "multiTenantOrganization",
                    "multiTenantOrganizationMember"),
            "synchronization",
            Set.of("objectConnection", "synchronization", "synchronizationJob", "synchronizationSchema"),
            "audit",
            Set.of("directoryAudit", "provisioningObjectSummary"));

    private static final String[] FAMILIES = {
        "io.tenantry.directory..", "io.tenantry.policy..", "io.tenantry.synchronization..", "io.tenantry.audit.."
    };

    // ---- rooms

    /** A package that is in a circle with others cannot be read, moved or tested without them. */
    @Test
    void packagesAreFreeOfCircles() {
        SlicesRuleDefinition.slices()
                .matching("io.tenantry.(**)")
                .should()
                .beFreeOfCycles()
                .check(PRODUCT);
    }

    /** What everybody needs must not bring anything along. */
    @Test
    void leavesStandOnThemselves() {
        noClasses()
                .that()
                .resideInAnyPackage(LEAVES)
                .should()
                .dependOnClassesThat(resideInAPackage("io.tenantry..").and(not(resideInAnyPackage(LEAVES))))
                .check(PRODUCT);
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
                .check(PRODUCT);
    }

    /** Who opens a package reads first what it is for. */
    @Test
    void everyPackageSaysWhatItIsFor() {
        Set<String> silent = PRODUCT.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !Files.exists(Path.of("src/main/java", name.replace('.', '/'), "package-info.java")))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), silent);
    }

    /** A name says what a class is, not that it helps. */
    @Test
    void namesSayWhatAClassIs() {
        noClasses().should().haveNameMatching(".*(Dto|Impl|Utils?|Helper)").check(PRODUCT);
    }

    /** What a class needs comes through its constructor: it is whole from the start, and a test can make it. */
    @Test
    void nothingIsInjectedIntoFields() {
        noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .check(PRODUCT);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.enterprise.inject.spi.CDI")
                .check(PRODUCT);
    }

    // ---- tenants

    /** A session is bound to one tenant. These go over the border on purpose: who else does would show one tenant to another. */
    @Test
    void tenantsMeetWhereTheyAreMeantTo() {
        noClasses()
                .that(areNot(
                        "MultiTenantOrganizations",
                        "OfferedApplications",
                        "AutomaticRedemption",
                        "CollaborationGate",
                        "HomeTenants",
                        "Guests",
                        "HomeAccounts",
                        "PolicyGate",
                        "CycleBatch",
                        "OnDemand",
                        "Cycle",
                        "JobContexts",
                        "Planner",
                        "Explainer",
                        "TargetGates",
                        "KnownClients"))
                .should()
                .callMethod(Session.class, "of", Tenant.class)
                .check(PRODUCT);
        noClasses()
                .that(areNot(
                        "Store", "ScenarioLoader", "Cycle", "Planner", "DueJobs", "HistoryPurge", "RetentionPurge"))
                .should()
                .callMethod(Registry.class, "session", Tenant.class)
                .check(PRODUCT);
    }

    /** What concerns every tenant at once is the world's, the schedule's and the token key's. */
    @Test
    void fewWriteForAllTenants() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.tenantry.store..",
                        "io.tenantry.scenario..",
                        "io.tenantry.provisioning..",
                        "io.tenantry.token..")
                .should()
                .callMethod(Store.class, "writeAll", Function.class)
                .orShould()
                .callMethod(Store.class, "readAll", Function.class)
                .check(PRODUCT);
    }

    // ---- directions

    /** One place decides about connections, transactions and what a failure means. */
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

    /** Whoever changes a table looks at few places. */
    @Test
    void sqlStandsInNamedClasses() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/io/tenantry"))) {
            Set<String> speak = sources.filter(source -> source.toString().endsWith(".java"))
                    .filter(source -> !source.toString().contains("/store/"))
                    .filter(source -> !source.toString().contains("/odata/sql/"))
                    .filter(source -> SQL.matcher(text(source)).find())
                    .map(source -> source.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
            assertEquals(SPEAK_SQL, speak);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
                .resideInAnyPackage("io.tenantry.store..", "io.tenantry.family..", "io.tenantry.provisioning..")
                .check(PRODUCT);
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
                .check(PRODUCT);
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
     * principal that follows its application or belongs to a job of a scenario, the user that a token stands for, a guest who redeems by itself, a user who signs in and
     * consents or has to change its password; phones have a rule of their
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
                        "OfferedApplications",
                        "SignedInUsers",
                        "UserPasswords",
                        "PhoneMethods",
                        "Guests",
                        "JobSeed",
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
                .check(PRODUCT);
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
                .check(PRODUCT);
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
                .check(PRODUCT);
    }

    /** What a row of another family means, that family says. */
    @Test
    void familiesReadTheirOwnRows() throws IOException {
        Set<String> strangers = new TreeSet<>();
        for (String family : ROWS.keySet()) {
            try (Stream<Path> sources = Files.walk(Path.of("src/main/java/io/tenantry", family))) {
                sources.filter(source -> source.toString().endsWith(".java"))
                        .forEach(source -> READ.matcher(text(source))
                                .results()
                                .map(read -> read.group(1))
                                .filter(type -> ROWS.entrySet().stream()
                                        .anyMatch(other -> !other.getKey().equals(family)
                                                && other.getValue().contains(type)))
                                .forEach(type -> strangers.add(source.getFileName() + " reads " + type)));
            }
        }
        assertEquals(Set.of(), strangers);
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
                .check(PRODUCT);
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
                .check(PRODUCT);
    }

    private static DescribedPredicate<JavaClass> areNot(String... names) {
        return DescribedPredicate.describe(
                "are not " + String.join(", ", names), type -> !List.of(names).contains(type.getSimpleName()));
    }
}
