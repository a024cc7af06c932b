package io.tenantry.packaged.console;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a browser tells of that no user sees: errors of scripts, what the Content-Security-Policy stopped, requests that failed. */
final class Troubles {
    /** The page that made it was left. */
    private static final String ABORTED = "net::ERR_ABORTED";

    private final List<String> told = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();

    Troubles(BrowserContext context) {
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.text().contains("Content Security Policy")) {
                told.add("console: " + message.text() + " at " + message.location());
            }
        });
        context.onWebError(error -> told.add("script: " + error.error()));
        context.onRequestFailed(request -> {
            if (!ABORTED.equals(request.failure())) {
                told.add("no answer: " + request.url() + " " + request.failure());
            }
        });
        context.onResponse(this::look);
    }

    private void look(Response response) {
        if (response.status() >= 400) {
            told.add("answer: " + response.status() + " " + response.url());
        }
    }

    /** What is told and fits this, anywhere in its text, is what the test is about. */
    void expect(String regex) {
        expected.add(Pattern.compile(regex));
    }

    /** What was told and not expected. */
    List<String> told() {
        return told.stream()
                .filter(each -> expected.stream()
                        .noneMatch(pattern -> pattern.matcher(each).find()))
                .toList();
    }

    void requireNone() {
        assertTrue(told().isEmpty(), () -> "the browser told of:\n" + String.join("\n", told()));
    }
}
