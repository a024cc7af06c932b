package io.tenantry.console.page;

import io.tenantry.console.api.ApiAnswer;
import java.util.List;
import java.util.Optional;

/**
 * A call, and what it was answered.
 *
 * @param answer empty where it was only to be shown
 */
public record Outcome(ShownCall call, Optional<ApiAnswer> answer) {
    private static final int LONGEST = 20_000;

    public boolean failed() {
        return answer.filter(given -> !given.succeeded()).isPresent();
    }

    /** The jobs whose cycles ran while this moved time; empty where it did not. */
    public Optional<List<Ran>> ran() {
        return answer.flatMap(given -> Ran.of(given.json()));
    }

    /** The body that is sent, for people. */
    public String request() {
        return call.call().body() == null ? "" : cut(call.call().body().toPrettyString());
    }

    /** The body of the answer, for people. */
    public String response() {
        return answer.map(given -> given.json().isMissingNode()
                        ? given.text()
                        : given.json().toPrettyString())
                .map(Outcome::cut)
                .orElse("");
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\n…";
    }
}
