package io.tenantry.fault;

import io.tenantry.http.answer.InjectedFault;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.util.Optional;

/** Marks the response of a request that is served once more, to be cut off in the middle of its answer. */
interface CutAnswer {
    /** In place of what the request would be answered. */
    Optional<InjectedFault> answer();

    /** Takes along what is known of the request. */
    void continueIn(RoutingContext context);

    /** The request of a context, with a response that is cut off, to be led through all routes once more. */
    static HttpServerRequest request(RoutingContext uncut, Optional<InjectedFault> answer) {
        HttpServerResponse response = (HttpServerResponse) Proxy.newProxyInstance(
                CutAnswer.class.getClassLoader(),
                new Class<?>[] {HttpServerResponse.class, CutAnswer.class},
                new CuttingResponse(uncut, answer));
        return new HttpServerRequestWrapper((HttpServerRequestInternal) uncut.request()) {
            @Override
            public HttpServerResponse response() {
                return response;
            }
        };
    }
}
