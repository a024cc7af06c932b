package io.tenantry.journal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A request as text to be run again. What a client sent is data in it, whatever characters it has. */
public enum Script {
    CURL {
        @Override
        String of(Request request) {
            StringBuilder text = new StringBuilder("curl --globoff --request ").append(posix(request.method()));
            for (Map.Entry<String, String> header : request.headers()) {
                String line = header.getKey() + ": " + header.getValue();
                text.append(" \\\n  --header ")
                        .append(isToken(header) ? posix("Authorization: Bearer ") + "\"$TOKEN\"" : posix(line));
            }
            if (!request.body().isEmpty()) {
                text.append(" \\\n  --data-raw ").append(posix(request.body()));
            }
            return text.append(" \\\n  --url ")
                    .append(posix(request.url()))
                    .append('\n')
                    .toString();
        }
    },
    HTTP {
        @Override
        String of(Request request) {
            StringBuilder text = new StringBuilder(request.method())
                    .append(' ')
                    .append(request.url().replace("{", "%7B").replace("}", "%7D"))
                    .append('\n');
            for (Map.Entry<String, String> header : request.headers()) {
                String value =
                        isToken(header) ? "Bearer {{token}}" : header.getValue().replace("{{", "{ {");
                text.append(header.getKey()).append(": ").append(value).append('\n');
            }
            // of JSON and forms: what stands for a variable there is written otherwise and means the same
            String braces = request.body().startsWith("{") || request.body().startsWith("[") ? "\\u007b" : "%7B";
            return request.body().isEmpty()
                    ? text.toString()
                    : text.append('\n')
                            .append(request.body().replace("{{", braces + braces))
                            .append('\n')
                            .toString();
        }
    },
    POWERSHELL {
        @Override
        String of(Request request) {
            StringBuilder text = new StringBuilder("Invoke-RestMethod -Method ")
                    .append(powerShell(request.method()))
                    .append(" -Uri ")
                    .append(powerShell(request.url()))
                    .append(" -Headers @{\n");
            request.headers().stream()
                    .filter(header -> !isNamed(header, "content-type") && !isNamed(header, "user-agent"))
                    .forEach(header -> text.append("  ")
                            .append(powerShell(header.getKey()))
                            .append(" = ")
                            .append(isToken(header) ? "\"Bearer $token\"" : powerShell(header.getValue()))
                            .append('\n'));
            text.append('}');
            if (!request.body().isEmpty()) {
                type(request).ifPresent(type -> text.append(" -ContentType ").append(powerShell(type)));
                // a text would go out in Latin-1 with PowerShell 5.1
                text.append(" -Body ([Text.Encoding]::UTF8.GetBytes(")
                        .append(powerShell(request.body()))
                        .append("))");
            }
            return text.append('\n').toString();
        }
    };

    /** What is sent by itself, or belongs to the connection. */
    private static final Set<String> OWN = Set.of(
            "host",
            "content-length",
            "connection",
            "transfer-encoding",
            "expect",
            "accept-encoding",
            "keep-alive",
            "upgrade");

    private static final String TYPOGRAPHIC_QUOTES = "['\u2018\u2019\u201a\u201b]";

    /** The header that stands for a token, which a script gets elsewhere. */
    public static final Map.Entry<String, String> TOKEN = Map.entry("Authorization", "Bearer " + Secrets.MASK);

    /** A request that was not recorded. */
    public String text(String method, String url, List<Map.Entry<String, String>> headers, String body) {
        return of(new Request(method, url, headers, body));
    }

    /** Without control characters, and without what would begin a comment or another request in a file of requests. */
    record Request(String method, String url, List<Map.Entry<String, String>> headers, String body) {
        static Request of(Shown shown) {
            Stream<Map.Entry<String, String>> headers = shown.requestHeaders().stream()
                    .filter(header -> header.getKey().matches("[\\w.-]+"))
                    .filter(header -> !OWN.contains(header.getKey().toLowerCase(Locale.ROOT)));
            return new Request(
                    shown.exchange().sent().method().replaceAll("[^A-Za-z-]", ""),
                    line(shown.url()).replace(" ", "%20"),
                    headers.map(header -> Map.entry(line(header.getKey()), line(header.getValue())))
                            .toList(),
                    body(MaskedBody.written(shown.requestBody())));
        }

        private static String line(String text) {
            return text.replaceAll("\\p{Cntrl}", " ");
        }

        /** One line: where requests are parted by lines, a body must not part them. */
        private static String body(String text) {
            return text.replaceAll("[\r\n\u0000]+", " ");
        }
    }

    abstract String of(Request request);

    public static Optional<Script> named(String name) {
        return Arrays.stream(values())
                .filter(script -> script.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Between single quotes everything is itself but for these. */
    private static String posix(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** The same in PowerShell, which takes typographic quotes for its own. */
    private static String powerShell(String text) {
        return "'" + text.replaceAll(TYPOGRAPHIC_QUOTES, "$0$0") + "'";
    }

    private static boolean isToken(Map.Entry<String, String> header) {
        return isNamed(header, "authorization") && header.getValue().equals("Bearer " + Secrets.MASK);
    }

    private static boolean isNamed(Map.Entry<String, String> header, String name) {
        return header.getKey().equalsIgnoreCase(name);
    }

    private static Optional<String> type(Request request) {
        return request.headers().stream()
                .filter(header -> isNamed(header, "content-type"))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
