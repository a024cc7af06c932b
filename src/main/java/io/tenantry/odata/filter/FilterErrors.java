package io.tenantry.odata.filter;

import io.tenantry.error.GraphError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.olingo.server.api.ODataLibraryException;

/** What Graph says about a filter that does not type (odata-protocol.md §4.6). */
final class FilterErrors {
    private static final Pattern TYPE_NAMES = Pattern.compile("'(Edm\\.\\w+)'.*'(Edm\\.\\w+)'");
    private static final Map<String, String> KINDS = Map.of(
            "eq", "Equal",
            "ne", "NotEqual",
            "gt", "GreaterThan",
            "ge", "GreaterThanOrEqual",
            "lt", "LessThan",
            "le", "LessThanOrEqual",
            "and", "And",
            "or", "Or");

    private FilterErrors() {}

    /** @param tokens of the filter */
    static GraphError of(ODataLibraryException e, List<String> tokens, String text) {
        Matcher types =
                TYPE_NAMES.matcher(e.getTranslatedMessage(Locale.ENGLISH).getMessage());
        if (!e.getMessageKey().getKey().endsWith("TYPES_NOT_COMPATIBLE") || !types.find()) {
            return FilterSyntax.error(text.length(), text);
        }
        return GraphError.malformed(
                "Invalid filter clause: A binary operator with incompatible types was detected. Found operand types '"
                        + literalType(types.group(1)) + "' and '" + literalType(types.group(2))
                        + "' for operator kind '"
                        + operator(tokens, literalType(types.group(2))) + "'.");
    }

    /** OData gives a whole number the smallest type that holds it, the service the one that it has by itself. */
    private static String literalType(String name) {
        return switch (name) {
            case "Edm.SByte", "Edm.Byte", "Edm.Int16" -> "Edm.Int32";
            default -> name;
        };
    }

    /** That of the first comparison with a literal of the type. */
    private static String operator(List<String> tokens, String type) {
        for (int i = 1; i + 1 < tokens.size(); i++) {
            String operator = tokens.get(i).toLowerCase(Locale.ROOT);
            if (KINDS.containsKey(operator) && isOf(type, tokens.get(i + 1))) {
                return KINDS.get(operator);
            }
        }
        return "Equal";
    }

    private static boolean isOf(String type, String literal) {
        return switch (type) {
            case "Edm.String" -> literal.startsWith("'");
            case "Edm.Boolean" -> literal.matches("(?i)true|false");
            case "Edm.Guid" -> literal.matches("[0-9a-fA-F-]{36}");
            default -> Character.isDigit(literal.charAt(0)) || literal.charAt(0) == '-';
        };
    }
}
