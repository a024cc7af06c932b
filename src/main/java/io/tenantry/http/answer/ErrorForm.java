package io.tenantry.http.answer;

import io.vertx.core.http.HttpServerRequest;

/**
 * How a face of the server tells of failures that none of its own rules names: a host or body that is refused, a store that is away, a
 * fault of ours. Beans of this type are found by themselves; paths of no such face are told of in {@link OwnError}.
 */
public interface ErrorForm {
    /** @param path with its dots resolved */
    boolean isOf(String path);

    /** @param failure null where the status says it all */
    ErrorAnswer tell(HttpServerRequest request, int status, Throwable failure);
}
