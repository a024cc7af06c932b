package io.tenantry.odata.filter;

import io.tenantry.format.Ids;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.StructuredType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Brings a filter in Graph's dialect to strict OData (odata-protocol.md §4.1, §18): operators, functions and names in any case, {@code not(}
 * without a blank, blanks inside calls, {@code null} in a list, dates without a time.
 */
final class DialectNormalizer {
    private static final Set<String> WORDS = Set.of(
            "eq",
            "ne",
            "gt",
            "ge",
            "lt",
            "le",
            "and",
            "or",
            "not",
            "in",
            "has",
            "true",
            "false",
            "null",
            "any",
            "all",
            "startswith",
            "endswith",
            "contains",
            "tolower",
            "toupper",
            "length",
            "indexof",
            "substring",
            "concat",
            "trim");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private final GraphModel model;
    private final StructuredType type;
    /** The range variables so far, each with the name of the collection that it runs over. */
    private final Map<String, String> variables = new HashMap<>();

    private DialectNormalizer(GraphModel model, StructuredType type) {
        this.model = model;
        this.type = type;
    }

    static String normalize(GraphModel model, StructuredType type, List<String> tokens) {
        return new InListRewriter(new DialectNormalizer(model, type).canonical(tokens)).rewritten();
    }

    /** The tokens in strict spelling, blanks reduced to those that OData wants. */
    private List<String> canonical(List<String> tokens) {
        List<String> strict = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            String next = i + 1 < tokens.size() ? tokens.get(i + 1) : "";
            if (next.equals(":")) {
                declare(token, i < 2 ? "" : tokens.get(i - 2));
            }
            strict.add(FilterTokens.isName(token) ? name(token, next) : token);
        }
        return strict;
    }

    /** {@code collection/any(variable:}; until another lambda takes the same variable. */
    private void declare(String variable, String lambda) {
        String[] names = lambda.split("/");
        variables.put(variable, names.length < 2 ? "" : names[names.length - 2]);
    }

    /** {@code microsoft.graph.type'member'} means what {@code 'member'} does. */
    private Optional<String> enumMember(String token) {
        int quote = token.indexOf('\'');
        return quote > 0 && model.enumType(GraphModel.shortName(token.substring(0, quote))) != null
                ? Optional.of(token.substring(quote))
                : Optional.empty();
    }

    private String name(String token, String next) {
        Optional<String> member = enumMember(token);
        if (member.isPresent()) {
            return member.get();
        }
        String lower = token.toLowerCase(Locale.ROOT);
        if (WORDS.contains(lower)) {
            return lower;
        }
        if (DATE.matcher(token).matches()) {
            return token + "T00:00:00Z";
        }
        boolean word = Character.isLetter(token.charAt(0)) || token.charAt(0) == '_';
        if (!word || Ids.isGuid(token) || variables.containsKey(token)) {
            return token;
        }
        return new PathSpelling(model, type, variables).of(LogNames.current(type, token), next.equals("("));
    }
}
