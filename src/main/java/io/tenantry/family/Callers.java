package io.tenantry.family;

import io.tenantry.error.GraphError;

/** Who calls. */
public interface Callers {
    /**
     * @param authorization value of the {@code Authorization} header, null without one
     * @throws GraphError 401 {@code InvalidAuthenticationToken}
     */
    Caller authenticate(String authorization);
}
