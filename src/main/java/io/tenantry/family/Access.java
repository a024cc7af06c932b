package io.tenantry.family;

import io.tenantry.error.GraphError;
import java.util.List;

/** What a caller may do. */
public interface Access {
    /**
     * @param template canonical path without version: {@code /users/{}/manager/$ref}; {@code /me} is {@code /users/{}}
     * @param keys in the path, from left to right
     * @throws GraphError 403 {@code Authorization_RequestDenied}, 405 for what nobody may
     */
    void require(Caller caller, String method, String template, List<String> keys);

    /** Whether {@link #require} would let the caller pass. */
    boolean allows(Caller caller, String method, String template, List<String> keys);

    /** Whether a caller who may need not own what is answered; one who has to is answered about its own only. */
    boolean allowsWhole(Caller caller, String method, String template);
}
