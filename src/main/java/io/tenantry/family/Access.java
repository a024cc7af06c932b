package io.tenantry.family;

import io.tenantry.error.GraphError;
import java.util.List;

/** Who a caller is and what a caller may do. */
public interface Access {
    /**
     * @param authorization value of the {@code Authorization} header, null without one
     * @throws GraphError 401 {@code InvalidAuthenticationToken}
     */
    Caller authenticate(String authorization);

    /**
     * @param template canonical path: {@code /users/{}/manager/$ref}
     * @throws GraphError 403 {@code Authorization_RequestDenied}
     */
    void require(Caller caller, String method, String template, List<String> keys);

    /** Whether {@link #require} would let the caller pass. */
    boolean allows(Caller caller, String method, String template, List<String> keys);

    /** Whether a caller who may need not own what is answered; one who has to is answered about its own only. */
    boolean allowsWhole(Caller caller, String method, String template);
}
