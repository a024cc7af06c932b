package io.tenantry.packaged.console;

import com.microsoft.playwright.APIResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Every page of the console, found by following its links from the first one on. */
final class Walk {
    private static final String LINKS =
            """
            [...document.querySelectorAll('a[href]:not([download])')].map(a => new URL(a.href))
              .filter(url => url.origin === location.origin && url.pathname.startsWith('/_tenantry/console'))
              .map(url => url.pathname + url.search)
            """;
    private static final Pattern ID = Pattern.compile("[^/]*\\d[^/]*");

    private final Console console;
    private final Map<String, String> pages = new LinkedHashMap<>();

    private Walk(Console console) {
        this.console = console;
    }

    /** The address of one page of each kind, by a name for the kind: {@code tenants-one-jobs-one-runs}. */
    static Map<String, String> pages(Console console) {
        return new Walk(console).from(Console.ROOT);
    }

    private Map<String, String> from(String first) {
        Deque<String> ahead = new ArrayDeque<>(List.of(first));
        while (!ahead.isEmpty()) {
            String address = ahead.poll();
            if (!pages.containsKey(kind(address)) && isPage(address)) {
                pages.put(kind(address), address);
                console.open(address);
                ((List<?>) console.page().evaluate(LINKS)).forEach(link -> ahead.add((String) link));
            }
        }
        return pages;
    }

    /** Not a file to take away. */
    private boolean isPage(String address) {
        APIResponse answer = console.page().request().get(address);
        return answer.headers().getOrDefault("content-type", "").startsWith("text/html");
    }

    private static String kind(String address) {
        String path = address.replaceFirst("[?#].*", "").substring(Console.ROOT.length());
        String kind = ID.matcher(path).replaceAll("one").replaceFirst("^/", "").replace('/', '-');
        return kind.isEmpty() ? "map" : kind;
    }
}
