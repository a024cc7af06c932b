package io.tenantry.fault;

import io.tenantry.journal.Calling;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.function.Supplier;

/**
 * What rules look at of a request.
 *
 * @param paths the spellings that a rule may mean
 * @param preflight whether a browser asks if it may call, which only rules for {@code OPTIONS} answer with a fault
 * @param who is found out only where a rule asks
 */
record Call(String method, List<String> paths, boolean preflight, Supplier<Calling> who) {
    static Call of(HttpServerRequest request, Supplier<Calling> who) {
        boolean preflight =
                request.method() == HttpMethod.OPTIONS && request.headers().contains("Access-Control-Request-Method");
        return new Call(request.method().name(), CalledPaths.of(request.path()), preflight, who);
    }
}
