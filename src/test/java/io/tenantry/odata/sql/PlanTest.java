package io.tenantry.odata.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.ModelLoader;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.TypeRef;
import io.tenantry.odata.filter.Path;
import io.tenantry.odata.query.Query;
import io.tenantry.odata.query.QueryOptions;
import io.tenantry.resource.CollectionSource;
import io.tenantry.store.Dialect;
import io.tenantry.store.EmbeddedStore;
import io.tenantry.store.Entity;
import io.tenantry.store.Ids;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.StoreUnderTest;
import io.tenantry.store.Tables;
import io.tenantry.store.Tenant;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No query by what is indexed reads a tenant: both databases are asked for the plans of its second page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanTest {
    private static final GraphModel MODEL = ModelLoader.load("v1.0");
    private static final int USERS = 12_000;

    /** What users are filtered by plainly and no index finds: see docs/architecture.md. */
    private static final Set<String> WITHOUT_INDEX = new TreeSet<>(Set.of(
            // an index has the disabled ones; enabled ones are everywhere
            "user accountEnabled",
            "user deletedDateTime",
            "group deletedDateTime",
            // as long as a text may be, an index takes no key
            "group description",
            "group membershipRule",
            // groups are few beside users
            "group classification",
            "group hasMembersWithLicenseErrors",
            "group onPremisesLastSyncDateTime",
            "group renewedDateTime"));

    private Store sqlite;
    private Store postgresql;

    @BeforeAll
    void fill() {
        sqlite = filled(StoreUnderTest.sqlite());
        postgresql = filled(StoreUnderTest.postgresql());
    }

    @AfterAll
    void close() {
        EmbeddedStore.close(sqlite);
        EmbeddedStore.close(postgresql);
    }

    private static Store filled(Store store) {
        Tenant tenant = StoreUnderTest.tenant(store, "alder");
        store.write(tenant, session -> {
            for (int from = 0; from < USERS; from += 1000) {
                session.insertAll(IntStream.range(from, from + 1000)
                        .mapToObj(PlanTest::user)
                        .toList());
            }
            for (int i = 0; i < 2000; i++) {
                session.relate("owner", Ids.derived("group" + i), Ids.derived("user" + i));
            }
            return session.dialect() == Dialect.POSTGRESQL ? session.update("analyze -- {tenant}") : 0;
        });
        return store;
    }

    private static Entity user(int i) {
        return Entity.of("user", Ids.derived("user" + i))
                .set("displayName", "Person " + i)
                .set("userPrincipalName", "person" + i + "@alder.example")
                .set("mail", "person" + i + "@alder.example")
                .set("employeeId", "E" + i)
                .set("surname", "Sur" + i % 400)
                .set("department", "Dep" + i % 40)
                .set("jobTitle", "Job" + i % 90)
                .set("city", i % 200 == 3 ? null : "City" + i % 60)
                .set("usageLocation", i % 20 == 0 ? "GB" : "DE")
                .set("userType", i % 100 == 0 ? "Guest" : "Member")
                .set("accountEnabled", i % 50 != 0)
                .set("createdDateTime", Instant.ofEpochSecond(1_700_000_000L + i))
                .set("proxyAddresses", List.of("SMTP:person" + i + "@alder.example"))
                .set("otherMails", List.of("p" + i + "@else.example"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // the columns that may find the rows; c.id leads from few candidates to them
                "''                                                       | id",
                "$filter=department eq 'dep1'                             | department",
                "$filter=department eq 'dep1' and accountEnabled eq true  | department",
                "$filter=userType eq 'Member' and jobTitle eq 'Job7'      | job_title",
                "$filter=userType eq 'Guest'                              | user_type c.id",
                "$filter=usageLocation eq 'GB'                            | usage_location c.id",
                "$filter=accountEnabled eq false                          | id",
                "$filter=accountEnabled eq true                           | id",
                "$filter=city eq null                                     | city",
                "$filter=city ne null                                     | id",
                "$filter=creationType eq 'Invitation'                     | creation_type",
                "$filter=onPremisesSyncEnabled eq true                    | on_premises_sync_enabled",
                "$filter=onPremisesImmutableId eq 'x'                     | on_premises_immutable_id",
                "$filter=mail eq 'person7@alder.example'                  | mail",
                "$filter=userPrincipalName eq 'person7@alder.example'     | user_principal_name",
                "$filter=startsWith(displayName,'person 1')               | display_name",
                "$filter=startsWith(userPrincipalName,'person1')          | user_principal_name",
                "$filter=startsWith(mail,'person1')                       | mail",
                "$filter=startsWith(employeeId,'E1') and accountEnabled eq true | employee_id",
                "$filter=surname ge 'sur1' and surname le 'sur2'          | surname",
                "$filter=createdDateTime ge 2023-11-14T23:00:00Z          | created_date_time",
                "$filter=jobTitle in ('Job1','Job2')                      | job_title c.id",
                "$filter=userType in ('Member','Guest')                   | id",
                "$filter=city eq 'City1' or jobTitle eq 'Job3'            | city job_title c.id",
                "$filter=city eq 'City1' or startsWith(displayName,'person 11') | city display_name c.id",
                "$filter=proxyAddresses/any(p:p eq 'smtp:person7@alder.example') | value object_id c.id",
                "$filter=otherMails/any(p:startsWith(p,'p77'))            | value object_id c.id",
                "$filter=proxyAddresses/any(p:startsWith(p,'smtp:'))      | id object_id",
                "$filter=id in ('a','b')                                  | id",
                "$filter=ownedObjects/$count eq 0                         | id target",
                "$orderby=displayName                                     | display_name",
                "$orderby=displayName desc                                | display_name",
                "$orderby=userPrincipalName                               | user_principal_name",
                "$orderby=userPrincipalName desc                          | user_principal_name",
                "$orderby=createdDateTime                                 | created_date_time",
                "$orderby=createdDateTime desc                            | created_date_time",
                "$filter=surname eq 'sur1'&$orderby=displayName           | surname display_name c.id",
                "$filter=userType eq 'Member'&$orderby=displayName        | display_name",
                "$filter=startsWith(displayName,'person 1')&$orderby=displayName desc | display_name",
                "$search=\"displayName:77\"                               | token c.id",
                "$search=\"displayName:person 77\"&$orderby=displayName   | token display_name c.id",
                "$search=\"displayName:person\"                           | id",
                "$search=\"displayName:77\" OR \"mail:person8\"           | token mail id c.id",
            })
    void anIndexFindsWhatAPageShows(String options, String columns) {
        Set<String> allowed = Set.copyOf(Arrays.asList(columns.trim().split(" ")));
        for (Store store : List.of(sqlite, postgresql)) {
            List<String> accesses = accesses(store, options);
            assertTrue(!accesses.isEmpty(), "no access to be seen");
            for (String access : accesses) {
                assertTrue(isAllowed(access, allowed), options + " reads too much: " + access);
            }
        }
    }

    /** An access names its conditions; tenant and type alone would be the whole tenant. */
    private static boolean isAllowed(String access, Set<String> columns) {
        boolean whole = access.contains("SCAN o") || access.contains("Seq Scan");
        boolean led = columns.contains("c.id") && access.matches(".*\\b(id=\\?|id = ).*");
        return !whole
                && (led
                        || columns.stream()
                                .anyMatch(column -> access.matches(".*\\b" + column + "( ?[=<>]| IS NULL| ANY).*")));
    }

    /** Lines of the plans of a second page that say how rows are found. */
    private static List<String> accesses(Store store, String options) {
        Tenant tenant = EmbeddedStore.tenants(store).all().get(0);
        return store.read(tenant, session -> {
            CollectionQuery users = new CollectionQuery(session, new CollectionSource.All("user"), null);
            String next = users.page(query(options))
                    .next()
                    .map(token -> "&$skiptoken=" + token)
                    .orElse("");
            return users.statements(query(options + next)).stream()
                    .flatMap(sql -> plan(session, sql).stream())
                    .filter(line -> line.contains("SEARCH")
                            || line.contains("SCAN o")
                            || line.contains("Index Cond")
                            || line.contains("Seq Scan"))
                    .toList();
        });
    }

    private static Query query(String options) {
        return Query.parse(QueryOptions.parse(options + "&$count=true"), MODEL, MODEL.type("user"), true);
    }

    private static List<String> plan(Session session, Sql sql) {
        return session.dialect() == Dialect.SQLITE
                ? session.query("explain query plan " + sql.text(), row -> row.getString(4), sql.values())
                : session.query("explain " + sql.text(), row -> row.getString(1), sql.values());
    }

    @Test
    void whatIsFilteredPlainlyHasAnIndex() {
        Set<String> without = new TreeSet<>();
        for (String type : List.of("user", "group")) {
            for (Property property : MODEL.type(type).properties()) {
                boolean simple =
                        !property.type().collection() && property.type().kind() == TypeRef.Kind.PRIMITIVE;
                if (simple && property.filter().plain().contains("eq") && !isIndexed(property)) {
                    without.add(type + " " + property.name());
                }
            }
        }

        assertEquals(WITHOUT_INDEX, without);
    }

    private static boolean isIndexed(Property property) {
        return new Columns(Tables.DIRECTORY_OBJECT, Dialect.SQLITE)
                .of(Path.of(property))
                .indexed();
    }
}
