package io.tenantry.odata.filter;

import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.edm.TypeRef;
import io.tenantry.resource.GraphError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
    private static final int MAX_TOKENS = 5000;

    private final GraphModel model;
    private final StructuredType type;
    private final String text;
    private final Set<String> variables = new HashSet<>();

    private DialectNormalizer(GraphModel model, StructuredType type, String text) {
        this.model = model;
        this.type = type;
        this.text = text;
    }

    static String normalize(GraphModel model, StructuredType type, String text) {
        DialectNormalizer normalizer = new DialectNormalizer(model, type, text);
        return new InListRewriter(normalizer.canonical(FilterTokens.of(text, MAX_TOKENS))).rewritten();
    }

    /** The tokens in strict spelling, blanks reduced to those that OData wants. */
    private List<String> canonical(List<String> tokens) {
        findVariables(tokens);
        List<String> strict = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            strict.add(
                    FilterTokens.isName(token) ? name(token, i + 1 < tokens.size() ? tokens.get(i + 1) : "") : token);
        }
        return strict;
    }

    /** A range variable stands before a colon. */
    private void findVariables(List<String> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).equals(":")) {
                variables.add(tokens.get(i - 1));
            }
        }
    }

    private String name(String token, String next) {
        String lower = token.toLowerCase(Locale.ROOT);
        if (WORDS.contains(lower)) {
            return lower;
        }
        if (DATE.matcher(token).matches()) {
            return token + "T00:00:00Z";
        }
        if (!Character.isLetter(token.charAt(0)) && token.charAt(0) != '_' || isLiteral(token)) {
            return token;
        }
        if (variables.contains(token)) {
            return token;
        }
        return path(LogNames.current(type, token), next);
    }

    private static boolean isLiteral(String token) {
        return io.tenantry.store.Ids.isGuid(token);
    }

    /** {@code Complex/SubProperty}, {@code collection/any}, {@code collection/$count}, {@code x/sub}. */
    private String path(String token, String next) {
        String[] names = token.split("/");
        StringBuilder strict = new StringBuilder();
        StructuredType at = variables.contains(names[0]) ? null : type;
        for (int i = 0; i < names.length; i++) {
            String name = names[i];
            String lower = name.toLowerCase(Locale.ROOT);
            if (i > 0) {
                strict.append('/');
            }
            if (i == 0 && at == null) {
                strict.append(name);
                at = elementType(token);
            } else if (lower.equals("any") || lower.equals("all") || name.startsWith("$")) {
                strict.append(lower);
            } else {
                Optional<Property> property = at == null ? Optional.empty() : at.property(name);
                if (property.isEmpty() && at != null && at.navigation(name).isPresent()) {
                    strict.append(at.navigation(name).get().name());
                    continue;
                }
                if (property.isEmpty() && at != null && ExtensionProperty.isOne(at, name)) {
                    strict.append(name);
                    continue;
                }
                strict.append(property.map(Property::name).orElseThrow(() -> unknown(name, next)));
                at = property.filter(p -> p.type().kind() == TypeRef.Kind.COMPLEX)
                        .map(p -> model.type(p.type().name()))
                        .orElse(null);
            }
        }
        return strict.toString();
    }

    /** The type over which the range variable runs: that of the collection whose lambda declares it. */
    private StructuredType elementType(String variablePath) {
        String variable = variablePath.substring(0, variablePath.indexOf('/'));
        java.util.regex.Matcher lambda = Pattern.compile(
                        "(\\w+)/(?:any|all)\\s*\\(\\s*" + Pattern.quote(variable) + "\\s*:", Pattern.CASE_INSENSITIVE)
                .matcher(text);
        return lambda.find()
                ? type.property(lambda.group(1))
                        .filter(p -> p.type().kind() == TypeRef.Kind.COMPLEX)
                        .map(p -> model.type(p.type().name()))
                        .orElse(null)
                : null;
    }

    private GraphError unknown(String name, String next) {
        return next.equals("(")
                ? GraphError.malformed("Invalid filter clause: An unknown function with name '" + name + "' was found.")
                : GraphError.malformed("Invalid filter clause: Could not find a property named '" + name
                        + "' on type 'microsoft.graph." + type.name() + "'.");
    }
}
