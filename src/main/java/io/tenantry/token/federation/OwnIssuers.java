package io.tenantry.token.federation;

import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import io.tenantry.token.authority.Cloud;
import io.tenantry.token.authority.LoginHosts;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;

/** The issuers that this server itself is: its tenants, in v1.0 and v2.0 tokens. They are asked for no keys. */
@Singleton
public class OwnIssuers {
    private static final String V2 = "/v2.0";

    private final Tenants tenants;

    OwnIssuers(Tenants tenants) {
        this.tenants = tenants;
    }

    /** @param host a name that this server was called by */
    public boolean isOne(String issuer, String host) {
        try {
            URI url = new URI(issuer);
            String path = url.getRawPath();
            return url.getHost() != null
                    && path.length() > 1
                    && tenants.byId(path.substring(1).split("/", 2)[0])
                            .filter(tenant -> isV1(issuer, tenant) || isV2(url, tenant, host))
                            .isPresent();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isV1(String issuer, Tenant tenant) {
        return issuer.equals(Cloud.of(tenant).tokenIssuer(tenant.id()));
    }

    private static boolean isV2(URI url, Tenant tenant, String host) {
        return url.getRawPath().equals("/" + tenant.id() + V2)
                && (LoginHosts.isOne(url.getHost()) || url.getHost().equalsIgnoreCase(host));
    }
}
