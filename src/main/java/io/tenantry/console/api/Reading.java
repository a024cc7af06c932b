package io.tenantry.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one page reads, call by call. The page shows these calls. */
public final class Reading {
    private static final int NOT_FOUND = 404;

    private final Api api;
    private final List<ApiCall> calls = new ArrayList<>();

    Reading(Api api) {
        this.api = api;
    }

    /**
     * What the control API tells.
     *
     * @throws ApiRefused where it answers an error
     */
    public JsonNode control(String url) {
        return all(List.of(ApiCall.control(url))).get(0);
    }

    /**
     * What Graph tells of a tenant.
     *
     * @throws ApiRefused where it answers an error
     */
    public JsonNode graph(String tenant, String url) {
        return all(List.of(ApiCall.graph(tenant, url))).get(0);
    }

    /** What the control API tells in a form that is no JSON. */
    public String text(String url) {
        ApiCall call = ApiCall.control(url);
        return requiredAnswer(call, tried(call)).text();
    }

    /** Empty where there is no such thing. */
    public Optional<JsonNode> find(ApiCall call) {
        ApiAnswer answer = tried(call);
        return answer.status() == NOT_FOUND ? Optional.empty() : Optional.of(required(call, answer));
    }

    /** Whatever the answer is: for pages that show an error as part of themselves. */
    public ApiAnswer tried(ApiCall call) {
        calls.add(call);
        return api.read(List.of(call)).get(0);
    }

    /** Several at the same time, answers in their order. */
    public List<JsonNode> all(List<ApiCall> several) {
        calls.addAll(several);
        List<ApiAnswer> answers = api.read(several);
        List<JsonNode> read = new ArrayList<>();
        for (int i = 0; i < several.size(); i++) {
            read.add(required(several.get(i), answers.get(i)));
        }
        return read;
    }

    private static JsonNode required(ApiCall call, ApiAnswer answer) {
        return requiredAnswer(call, answer).json();
    }

    private static ApiAnswer requiredAnswer(ApiCall call, ApiAnswer answer) {
        if (!answer.succeeded()) {
            throw new ApiRefused(call, answer);
        }
        return answer;
    }

    /** What was called, in its order. */
    public List<ApiCall> calls() {
        return List.copyOf(calls);
    }
}
