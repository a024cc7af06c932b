package io.tenantry.token.discovery;

import io.tenantry.store.Tenants;
import io.tenantry.token.authority.Authority;
import io.tenantry.token.http.TokenError;
import jakarta.inject.Singleton;

/** Whom a document is about. */
@Singleton
class DocumentAuthority {
    private final Tenants tenants;

    DocumentAuthority(Tenants tenants) {
        this.tenants = tenants;
    }

    Authority of(String tenant) {
        try {
            return Authority.of(tenant, tenants);
        } catch (TokenError e) {
            throw e.inDocuments();
        }
    }
}
