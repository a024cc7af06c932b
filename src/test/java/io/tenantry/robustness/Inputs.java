package io.tenantry.robustness;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.error.GraphError;
import io.tenantry.family.CollectionSource;
import io.tenantry.graph.path.PathParser;
import io.tenantry.odata.body.BodyCheck;
import io.tenantry.odata.body.BodyReader;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.ModelLoader;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.query.DeltaToken;
import io.tenantry.odata.query.Query;
import io.tenantry.odata.query.QueryOptions;
import io.tenantry.odata.sql.CollectionQuery;
import io.tenantry.store.Store;
import io.tenantry.store.StoreUnderTest;
import io.tenantry.store.Tenant;
import io.tenantry.store.failure.UnstorableText;
import io.tenantry.token.access.AnyToken;
import java.util.List;
import java.util.Map;

/** The doors through which text of clients comes in. Each ends in a value or in one of Graph's errors; anything else is thrown on. */
final class Inputs {
    static final GraphModel MODEL = ModelLoader.load("v1.0");
    static final List<String> FILTERED =
            List.of("user", "group", "servicePrincipal", "directoryObject", "directoryAudit");

    private static final Store STORE = StoreUnderTest.ephemeral();
    private static final Tenant TENANT = StoreUnderTest.tenant(STORE, "alderwood");
    private static final AnyToken TOKENS = AnyToken.check();

    private Inputs() {}

    /** What stands behind the version, percent-encoded. */
    static void path(String path) {
        answered(() -> PathParser.parse(MODEL, path, (template, keys, segment) -> GraphError.unknownSegment(segment)));
    }

    /** All that stands behind the question mark, percent-encoded. */
    static void query(String query) {
        answered(() -> FILTERED.forEach(type -> collection(QueryOptions.parse(query), MODEL.type(type))));
    }

    /** One option, decoded. */
    static void option(String name, String value) {
        FILTERED.forEach(type ->
                answered(() -> collection(new QueryOptions(Map.of(name, value, "count", "true")), MODEL.type(type))));
    }

    /** Down to the statement: what parses must also be run. */
    private static void collection(QueryOptions options, StructuredType type) {
        Query query = Query.parse(options, MODEL, type, true);
        STORE.read(TENANT, session -> new CollectionQuery(session, new CollectionSource.All(type.name()), null)
                .page(query));
    }

    static void body(byte[] body) {
        answered(() -> {
            ObjectNode json = BodyReader.object(body, "application/json");
            for (String type : List.of("user", "group", "application", "crossTenantAccessPolicyConfigurationPartner")) {
                answered(() -> BodyCheck.created(MODEL, MODEL.type(type), json));
            }
        });
    }

    static void deltaToken(String text) {
        answered(() -> DeltaToken.read(text, TENANT.id(), "user"));
    }

    static void authorization(String header) {
        answered(() -> TOKENS.authenticate(header));
    }

    /** 501 is what Graph answers for properties of other workloads (directory.md E26). */
    private static void answered(Runnable input) {
        try {
            input.run();
        } catch (UnstorableText e) {
            // the pipeline answers 400
        } catch (GraphError e) {
            if ((e.status() < 400 || e.status() > 499) && e.status() != 501) {
                throw new AssertionError(e.status() + " " + e.getMessage(), e);
            }
        }
    }
}
