package io.tenantry.odata.sql;

import io.tenantry.odata.query.Query;
import io.tenantry.odata.query.QueryOptions;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.StoreUnderTest;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What both databases would do for a query, and what speaks against it. */
final class Plans {
    /** Filled once for all tests that read plans; they write nothing. */
    private static final List<Store> STORES =
            List.of(PlanWorld.fill(StoreUnderTest.sqlite()), PlanWorld.fill(StoreUnderTest.postgresql()));

    private Plans() {}

    /** What of the second page, or of the only one, is not found by one of these columns. */
    static List<String> strayed(Served served, String options, Set<String> columns) {
        return of(served, session -> lastPage(session, served, options), plan -> plan.strayed(columns));
    }

    /** What is not found by one of these columns in order to be counted. */
    static List<String> strayedInCount(Served served, String options, Set<String> columns) {
        return of(
                served,
                session -> List.of(collection(session, served)
                        .counting(query(served, options).criteria())),
                plan -> plan.strayed(columns));
    }

    /** Where the first page, or that behind it, has to be sorted, though rows differ in each of these columns. */
    static List<String> sorted(Served served, String options, Set<String> columns) {
        return of(
                served,
                session -> Stream.concat(
                                collection(session, served).statements(query(served, options)).stream(),
                                lastPage(session, served, options).stream())
                        .toList(),
                plan -> plan.sorted(columns));
    }

    private static List<String> of(
            Served served, Function<Session, List<Sql>> statements, Function<Plan, Stream<String>> objections) {
        return STORES.stream()
                .flatMap(store -> plans(store, served, statements).stream())
                .flatMap(objections)
                .toList();
    }

    private static List<Plan> plans(Store store, Served served, Function<Session, List<Sql>> statements) {
        return store.read(
                StoreUnderTest.tenants(store).byAnyName(served.tenant()).orElseThrow(),
                session -> statements.apply(session).stream()
                        .map(sql -> Plan.of(session, sql))
                        .toList());
    }

    private static List<Sql> lastPage(Session session, Served served, String options) {
        CollectionQuery collection = collection(session, served);
        String behind = collection
                .page(query(served, options))
                .next()
                .map(token -> "&$skiptoken=" + token)
                .orElse("");
        return collection.statements(query(served, options + behind));
    }

    private static CollectionQuery collection(Session session, Served served) {
        return new CollectionQuery(session, served.source(), served.cast());
    }

    private static Query query(Served served, String options) {
        return Query.parse(QueryOptions.parse(options + "&$count=true"), PlanWorld.MODEL, served.type(), true);
    }
}
