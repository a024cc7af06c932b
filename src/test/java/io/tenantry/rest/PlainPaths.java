package io.tenantry.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.hamcrest.Matcher;

/**
 * Looks at plain paths of answers itself: REST-assured compiles a script for each that a test looks at, which takes longer than the call. It
 * is asked nevertheless where a path is not plain and where something is not as expected: what fails, fails by its word and in its words.
 */
public final class PlainPaths implements Filter, QuarkusTestBeforeEachCallback {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void beforeEach(QuarkusTestMethodContext test) {
        RestAssured.replaceFiltersWith(this);
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response answer = context.next(request, expected);
        return answer.contentType().contains("json")
                ? new Looking(answer, answer.asByteArray()).instead(Response.class, answer)
                : answer;
    }

    /** At one answer, of which REST-assured's own objects tell all that is not told here. */
    private static final class Looking {
        private final Response answer;
        private final byte[] content;
        private Object body;

        Looking(Response answer, byte[] content) {
            this.answer = answer;
            this.content = content;
        }

        <T> T instead(Class<T> type, T own) {
            InvocationHandler calls = (proxy, method, arguments) -> call(proxy, own, method, arguments);
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, calls));
        }

        private Object call(Object proxy, Object own, Method method, Object[] arguments) throws Throwable {
            if (arguments != null && isAsExpected(method.getName(), arguments)) {
                return proxy;
            }
            if (method.getName().equals("path") && ((Object[]) arguments[1]).length == 0) {
                Optional<Object> found = value(arguments[0]);
                if (found.isPresent()) {
                    return found.get();
                }
            }
            return seen(proxy, own, method.getName(), owns(own, method, arguments));
        }

        private boolean isAsExpected(String call, Object[] arguments) {
            return call.equals("statusCode") && arguments[0].equals(answer.statusCode())
                    || call.equals("body") && matches(arguments);
        }

        private static Object owns(Object own, Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(own, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        /** Paths below another root are REST-assured's. */
        private Object seen(Object proxy, Object own, String call, Object result) {
            if (result == own) {
                return call.endsWith("ootPath") || call.endsWith("oot") ? own : proxy;
            } else if (result instanceof ValidatableResponse validatable) {
                return instead(ValidatableResponse.class, validatable);
            } else if (result instanceof ExtractableResponse<?> extractable) {
                return instead(ExtractableResponse.class, extractable);
            }
            return result;
        }

        /** {@code body(path, matcher, path, matcher …)} */
        private boolean matches(Object[] arguments) {
            return arguments.length == 3
                    && arguments[2] instanceof Object[] more
                    && more.length % 2 == 0
                    && matches(arguments[0], arguments[1])
                    && matchesEach(more);
        }

        private boolean matchesEach(Object[] more) {
            for (int i = 0; i < more.length; i += 2) {
                if (!matches(more[i], more[i + 1])) {
                    return false;
                }
            }
            return true;
        }

        private boolean matches(Object path, Object expected) {
            return expected instanceof Matcher<?> matcher
                    && value(path).filter(matcher::matches).isPresent();
        }

        private Optional<Object> value(Object path) {
            return path instanceof String text ? PlainPath.value(body(), text) : Optional.empty();
        }

        private Object body() {
            if (body == null) {
                try {
                    body = JSON.readValue(content, Object.class);
                } catch (IOException e) {
                    body = ""; // no JSON: no path leads into it
                }
            }
            return body;
        }
    }
}
