package io.tenantry.junit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Microsoft Graph as one caller in one tenant sees it: paths with their version, {@code /v1.0/users}, or whole addresses, as next links are. */
public final class Graph implements Calls {
    /** Where a token comes from. */
    interface Caller {
        /** @param refused whether the last one is good no more, as time went on */
        String token(boolean refused);
    }

    private final Http http;
    private final Caller caller;

    Graph(Http http, Caller caller) {
        this.http = http;
        this.caller = caller;
    }

    @Override
    public Answer send(String method, String path, Object body) {
        String token = caller.token(false);
        Answer answer = http.send(method, path, body, token);
        if (answer.status() != 401) {
            return answer;
        }
        String fresh = caller.token(true);
        return fresh.equals(token) ? answer : http.send(method, path, body, fresh);
    }

    /** Every object of a collection, page by page. */
    public List<JsonNode> all(String path) {
        List<JsonNode> all = new ArrayList<>();
        for (String next = path; next != null; ) {
            JsonNode page = get(next).ok();
            page.get("value").forEach(all::add);
            next = page.path("@odata.nextLink").textValue();
        }
        return all;
    }
}
