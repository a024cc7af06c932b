package io.tenantry.graph;

import io.tenantry.error.GraphError;
import io.tenantry.graph.message.Address;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The URL of a batched request: relative to the version, with or without a slash, or absolute; blanks may be unencoded. */
final class BatchUrl {
    private static final Pattern HOST = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/]*");
    private static final Pattern VERSION = Pattern.compile("^/(?:v1\\.0|beta)(?=/)");

    private BatchUrl() {}

    /**
     * @param version of the batch, which rules its parts
     * @throws GraphError 400 for what is no request within a batch
     */
    static Address address(String url, String version) {
        String encoded = url.replace(" ", "%20");
        int question = encoded.indexOf('?');
        String whole = question < 0 ? encoded : encoded.substring(0, question);
        Matcher host = HOST.matcher(whole);
        if (host.find()) {
            requireReadable(host.group());
        }
        String relative = host.replaceFirst("");
        String path = Address.withoutEmptySegments("/" + relative);
        boolean versioned = path.startsWith("/" + version + "/") || relative.length() < whole.length();
        Address address = Address.below(
                version,
                versioned ? VERSION.matcher(path).replaceFirst("") : path,
                question < 0 ? null : encoded.substring(question + 1));
        String lower = address.path().toLowerCase(Locale.ROOT).replace("%24", "$");
        if (lower.startsWith("/$batch") || lower.startsWith("/$metadata")) {
            throw invalid();
        }
        return address;
    }

    /** Whose host it is does not matter, but it has to be spelled like one. */
    private static void requireReadable(String host) {
        try {
            new URI(host);
        } catch (URISyntaxException e) {
            throw invalid();
        }
    }

    private static GraphError invalid() {
        return GraphError.malformed("Invalid batch payload format.");
    }
}
