package io.tenantry.token.federation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code claimsMatchingExpression} (federatedidentityexpression): {@code claims['sub'] matches 'repo:tides/*' and claims['ref'] eq 'main'}.
 * In what is matched, {@code *} stands for any characters and {@code ?} for one.
 */
record ClaimsExpression(List<Comparison> comparisons) {
    private static final Pattern COMPARISON =
            Pattern.compile("\\s*+claims\\['([^']++)']\\s++(eq|matches)\\s++'([^']*+)'\\s*+");
    private static final Pattern AND = Pattern.compile("and\\b");

    private record Comparison(String claim, boolean wild, String wanted) {
        boolean holds(JsonNode claims) {
            JsonNode value = claims.path(claim);
            return (value.isTextual() || value.isNumber() || value.isBoolean())
                    && (wild ? matches(wanted, value.asText()) : wanted.equals(value.asText()));
        }
    }

    /** Empty for what is no expression. */
    static Optional<ClaimsExpression> of(String text) {
        List<Comparison> comparisons = new ArrayList<>();
        Matcher comparison = COMPARISON.matcher(text);
        Matcher and = AND.matcher(text);
        int at = 0;
        while (comparison.region(at, text.length()).lookingAt()) {
            comparisons.add(
                    new Comparison(comparison.group(1), comparison.group(2).equals("matches"), comparison.group(3)));
            if (comparison.end() == text.length()) {
                return Optional.of(new ClaimsExpression(comparisons));
            }
            if (!and.region(comparison.end(), text.length()).lookingAt()) {
                return Optional.empty();
            }
            at = and.end();
        }
        return Optional.empty();
    }

    boolean matches(JsonNode claims) {
        return comparisons.stream().allMatch(comparison -> comparison.holds(claims));
    }

    /** Goes back to the last star only, so that no pattern takes long. */
    private static boolean matches(String pattern, String text) {
        int p = 0;
        int star = -1;
        int behindStar = 0;
        for (int t = 0; t < text.length(); ) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                behindStar = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++behindStar;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
