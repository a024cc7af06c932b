package io.tenantry.odata;

import io.tenantry.family.CollectionSource;
import io.tenantry.format.Ids;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.ModelLoader;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.query.Criteria;
import io.tenantry.odata.query.Page;
import io.tenantry.odata.query.Query;
import io.tenantry.odata.query.QueryOptions;
import io.tenantry.odata.sql.CollectionQuery;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.StoreUnderTest;
import io.tenantry.store.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.Arguments;

/** A tenant in a store on one of the databases, and queries on it as a client writes them, each advanced. */
final class QueriedStore implements AutoCloseable {
    static final GraphModel MODEL = ModelLoader.load("v1.0");

    private final Store store;
    private final Tenant tenant;

    private QueriedStore(Store store) {
        this.store = store;
        this.tenant = StoreUnderTest.tenant(store, "alder");
    }

    static Stream<Arguments> databases() {
        return Stream.<Named<Supplier<QueriedStore>>>of(
                        Named.of("SQLite", () -> new QueriedStore(StoreUnderTest.sqlite())),
                        Named.of("PostgreSQL", () -> new QueriedStore(StoreUnderTest.postgresql())))
                .map(Arguments::of);
    }

    static Entity user(String name) {
        return object("user", name);
    }

    static Entity object(String type, String name) {
        return Entity.of(type, Ids.derived(type + name)).set("displayName", name);
    }

    QueriedStore with(Entity... entities) {
        return write(session -> session.insertAll(List.of(entities)));
    }

    QueriedStore write(Consumer<Session> work) {
        store.write(tenant, session -> {
            work.accept(session);
            return null;
        });
        return this;
    }

    Page page(String type, String options) {
        return page(new CollectionSource.All(type), type, options);
    }

    Page page(CollectionSource source, String type, String options) {
        return store.read(tenant, session -> new CollectionQuery(session, source, null).page(query(type, options)));
    }

    long count(String type, String options) {
        Criteria criteria = query(type, options).criteria();
        return store.read(
                tenant, session -> new CollectionQuery(session, new CollectionSource.All(type), null).count(criteria));
    }

    /** Display names over all pages, in their order. */
    List<String> names(String type, String options) {
        return names(new CollectionSource.All(type), type, options);
    }

    List<String> names(CollectionSource source, String type, String options) {
        List<String> names = new ArrayList<>();
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            String token = next.get().isEmpty() ? "" : "&$skiptoken=" + next.get();
            Page page = page(source, type, options + token);
            page.entities().forEach(entity -> names.add(entity.text("displayName")));
            next = page.next();
        }
        return names;
    }

    private static Query query(String type, String options) {
        StructuredType declared = MODEL.type(type);
        return Query.parse(QueryOptions.parse(options + "&$count=true"), MODEL, declared, true);
    }

    @Override
    public void close() {
        StoreUnderTest.close(store);
    }
}
