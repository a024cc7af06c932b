package io.tenantry.journal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Paths by a pattern in which {@code *} stands for any characters. Letter case, empty segments and percent-encoding do not count. */
public record PathPattern(String text) {
    public PathPattern {
        text = plain(text);
    }

    public boolean fits(String path) {
        return fitsPlain(plain(path));
    }

    /** Goes back to the last star only, which is enough: what an earlier one could take, the later one takes. */
    private boolean fitsPlain(String path) {
        int at = 0;
        int in = 0;
        int star = -1;
        int taken = 0;
        while (in < path.length()) {
            if (at < text.length() && text.charAt(at) == '*') {
                star = at++;
                taken = in;
            } else if (at < text.length() && text.charAt(at) == path.charAt(in)) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++taken;
            } else {
                return false;
            }
        }
        while (at < text.length() && text.charAt(at) == '*') {
            at++;
        }
        return at == text.length();
    }

    private static String plain(String path) {
        return decoded(path).replaceAll("/{2,}", "/").toLowerCase(Locale.ROOT);
    }

    private static String decoded(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path; // percent signs that encode nothing stand for themselves
        }
    }
}
