package io.tenantry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.tenantry.Product.CLASSES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
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

/** What only few may do: who else does must be meant to, and is added here. */
@Execution(ExecutionMode.CONCURRENT)
class ClosedListsTest {
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
            "Memberships",
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
                        "NamedUser",
                        "TargetGates",
                        "KnownClients"))
                .should()
                .callMethod(Session.class, "of", Tenant.class)
                .check(CLASSES);
        noClasses()
                .that(areNot(
                        "Store", "ScenarioLoader", "Cycle", "Planner", "DueJobs", "HistoryPurge", "RetentionPurge"))
                .should()
                .callMethod(Registry.class, "session", Tenant.class)
                .check(CLASSES);
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
                .check(CLASSES);
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

    /** Roles keeps the members of a directory role in step with its assignments, MembershipFollowing those of a group with its rule. */
    @Test
    void referencesAreWrittenInOnePlace() {
        noClasses()
                .that(areNot("DirectoryReferences", "Roles", "MembershipFollowing"))
                .should()
                .callMethod(References.class, "relate", String.class, String.class, String.class)
                .orShould()
                .callMethod(References.class, "unrelate", String.class, String.class, String.class)
                .check(CLASSES);
    }

    /** A scenario says who holds which role; callers who do must be allowed to. */
    @Test
    void rolesAreAssignedForCallersWhoMay() {
        noClasses()
                .that(areNot("Roles", "ObjectsSeed"))
                .should()
                .callMethod(Roles.class, "assign", Session.class, String.class, String.class, String.class)
                .check(CLASSES);
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
                .check(CLASSES);
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

    private static DescribedPredicate<JavaClass> areNot(String... names) {
        return DescribedPredicate.describe(
                "are not " + String.join(", ", names), type -> !List.of(names).contains(type.getSimpleName()));
    }
}
