package io.tenantry.policy;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.tenantry.family.Access;
import io.tenantry.family.Caller;
import io.tenantry.family.Sight;
import io.tenantry.store.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes the id of a tenant for a token of it that may do everything: what is tested here is not who may call. */
@Alternative
@ApplicationScoped
class EveryPermission implements Access {
    /** Tokens of this kind. */
    public static class Profile implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(EveryPermission.class);
        }
    }

    private final Tenants tenants;

    EveryPermission(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public Caller authenticate(String authorization) {
        String tenant = authorization.substring("Bearer ".length());
        return new Caller(
                tenants.byId(tenant).orElseThrow(),
                "app",
                "Tests",
                "sp",
                Optional.empty(),
                Set.of(),
                Set.of(),
                Sight.EVERYTHING);
    }

    @Override
    public void require(Caller caller, String method, String template, List<String> keys) {
        // everything is allowed
    }

    @Override
    public boolean allows(Caller caller, String method, String template, List<String> keys) {
        return true;
    }

    @Override
    public boolean allowsWhole(Caller caller, String method, String template) {
        return true;
    }
}
