package io.tenantry.policy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tenantry.control.token.TokensResource;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Tenants with their policies, called through Graph. Bodies are written with single quotes. */
@Dependent
class PolicyWorld {
    static final String POLICY = "/beta/policies/crossTenantAccessPolicy";
    static final String PARTNERS = POLICY + "/partners";
    static final String NOT_FOUND = "Directory_ObjectNotFound";
    private static final Instant CREATED = Instant.parse("2026-11-21T08:00:00Z");

    private final Store store;
    private final TokensResource tokens;
    private final Map<Tenant, String> known = new HashMap<>();

    PolicyWorld(Store store, TokensResource tokens) {
        this.store = store;
        this.tokens = tokens;
    }

    /** A new tenant. */
    Tenant tenant(String name) {
        String id = Ids.random();
        String domain = name + id.substring(0, 8) + ".onmicrosoft.com";
        return store.writeAll(registry -> {
            Tenant tenant = registry.addTenant(id, null, name, List.of(domain), "global", CREATED);
            PolicySeed.seed(registry.session(tenant));
            return tenant;
        });
    }

    static String partner(Tenant tenant) {
        return PARTNERS + "/" + tenant.id();
    }

    /** The identity synchronization policy for a partner. */
    static String sync(Tenant tenant) {
        return partner(tenant) + "/identitySynchronization";
    }

    ValidatableResponse get(Tenant tenant, String path) {
        return as(tenant).get(path).then();
    }

    ValidatableResponse post(Tenant tenant, String path, String body) {
        return as(tenant, body).post(path).then();
    }

    ValidatableResponse put(Tenant tenant, String path, String body) {
        return as(tenant, body).put(path).then();
    }

    ValidatableResponse patch(Tenant tenant, String path, String body) {
        return as(tenant, body).patch(path).then();
    }

    ValidatableResponse delete(Tenant tenant, String path) {
        return as(tenant).delete(path).then();
    }

    /** An action without parameters. */
    ValidatableResponse act(Tenant tenant, String path) {
        return as(tenant).post(path).then();
    }

    /** 204 without a body. */
    static void done(ValidatableResponse response) {
        response.statusCode(204).body(emptyString());
    }

    static void refused(ValidatableResponse response, int status, String code) {
        response.statusCode(status).body("error.code", is(code));
    }

    /** What holds in a tenant for another one. */
    EffectivePolicy effective(Tenant tenant, Tenant other) {
        return read(tenant, session -> EffectivePolicy.of(session, other.id()));
    }

    InboundSynchronization inbound(Tenant target, Tenant source) {
        return read(target, session -> InboundSynchronization.of(session, source.id()));
    }

    /** Purges what was deleted before an instant. */
    int purge(Tenant tenant, Instant before) {
        return store.write(tenant, session -> DeletedPolicyItems.purgeOlderThan(session, before));
    }

    /** The last audit entry of a tenant with this activity. */
    Entity audit(Tenant tenant, String activity) {
        List<Entity> entries = read(
                tenant,
                session -> session.query(
                        "select type, id, parent, body from directory_audit"
                                + " where tenant = {tenant} and activity_display_name = ? order by id desc",
                        Session::entity,
                        activity.toLowerCase(Locale.ROOT)));
        return entries.get(0);
    }

    private <T> T read(Tenant tenant, Function<Session, T> work) {
        return store.read(tenant, work);
    }

    /** As an application that may do everything: what is tested here is not who may call. */
    private RequestSpecification as(Tenant tenant) {
        String token = known.computeIfAbsent(
                tenant,
                each -> tokens.issue(each.id(), new byte[0]).get("access_token").asText());
        return given().urlEncodingEnabled(false).header("Authorization", "Bearer " + token);
    }

    private RequestSpecification as(Tenant tenant, String body) {
        return as(tenant).contentType("application/json").body(body.replace('\'', '"'));
    }
}
