package io.tenantry.fault;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;

/** Marks the response of a request that is served once more, to be cut off in the middle of its answer. */
interface CutAnswer {
    /** By which it is cut off. */
    FaultRule rule();

    /** Takes along what is known of the request. */
    void continueIn(RoutingContext context);

    /** The request of a context, with a response that is cut off, to be led through all routes once more. */
    static HttpServerRequest request(RoutingContext uncut, FaultRule rule) {
        HttpServerResponse response = (HttpServerResponse) Proxy.newProxyInstance(
                CutAnswer.class.getClassLoader(),
                new Class<?>[] {HttpServerResponse.class, CutAnswer.class},
                new CuttingResponse(uncut, rule));
        return new HttpServerRequestWrapper((HttpServerRequestInternal) uncut.request()) {
            @Override
            public HttpServerResponse response() {
                return response;
            }
        };
    }
}
