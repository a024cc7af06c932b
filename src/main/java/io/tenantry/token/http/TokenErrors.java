package io.tenantry.token.http;

import io.tenantry.format.Ids;
import io.tenantry.http.answer.ErrorAnswer;
import io.tenantry.http.answer.ErrorForm;
import io.tenantry.http.answer.InjectedFault;
import io.tenantry.http.body.BodyRefused;
import io.tenantry.http.host.RefusedHost;
import io.tenantry.store.failure.ReadStopped;
import io.tenantry.store.failure.StoreUnavailable;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** How errors of the token service look (token-service.md §7): its own, and what becomes of others on its paths. */
@Singleton
public class TokenErrors implements ErrorForm {
    private final InstantSource clock;

    TokenErrors(InstantSource clock) {
        this.clock = clock;
    }

    @ServerExceptionMapper
    public Response error(TokenError error, HttpServerRequest request) {
        ErrorAnswer answer = answer(request, error);
        Response.ResponseBuilder response = Response.status(answer.status()).entity(TokenAnswers.bytes(answer.body()));
        answer.headers().forEach(response::header);
        return response.build();
    }

    /** What a client is told by a redirect: text, ids and time. */
    public String description(TokenError error) {
        return error.described(clock.instant(), Ids.random(), Ids.random());
    }

    @Override
    public boolean isOf(String path) {
        return TokenPaths.isOne(path);
    }

    @Override
    public ErrorAnswer tell(HttpServerRequest request, int status, Throwable failure) {
        return answer(request, error(status, failure));
    }

    private static TokenError error(int status, Throwable failure) {
        if (failure instanceof TokenError known) {
            return known;
        }
        if (failure instanceof InjectedFault fault) {
            return TokenError.injected(fault);
        }
        if (failure instanceof RefusedHost refused) {
            return TokenError.refused(refused.getMessage());
        }
        if (failure instanceof BodyRefused refused) {
            return TokenError.unread(refused.status(), refused.getMessage());
        }
        if (failure instanceof StoreUnavailable || failure instanceof ReadStopped) {
            return TokenError.unavailable();
        }
        return status < 500 ? TokenError.malformed() : TokenError.internal();
    }

    private ErrorAnswer answer(HttpServerRequest request, TokenError error) {
        String trace = Ids.random();
        return new ErrorAnswer(
                error.status(),
                TokenAnswers.unkept(request.headers(), trace),
                error.body(clock.instant(), trace, correlationId(request)));
    }

    /** MSAL sends its id as header, MSAL Node in the query (token-service.md §3). */
    private static String correlationId(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader("client-request-id"))
                .or(() -> Optional.ofNullable(request.getParam("client-request-id")))
                .filter(Ids::isGuid)
                .orElseGet(Ids::random);
    }
}
