package io.tenantry.odata.filter;

import io.tenantry.error.GraphError;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether operands and operators of a filter take turns; Graph names the place where they do not (odata-protocol.md §4.6). */
final class FilterSyntax {
    private static final Set<String> OPERATORS =
            Set.of("eq", "ne", "gt", "ge", "lt", "le", "and", "or", "in", "has", "add", "sub", "mul", "div", "mod");

    private enum Bracket {
        GROUP,
        /** Of a function or a lambda: may hold commas and colons, or nothing. */
        CALL,
        /** Behind {@code in}: holds one value at least. */
        LIST
    }

    private final Deque<Bracket> open = new ArrayDeque<>();
    private boolean operandDue = true;
    private boolean justOpened;
    private boolean listDue;

    private FilterSyntax() {}

    /** Throws 400 with the position behind the first token that is out of place. */
    static void check(List<String> tokens, String text) {
        FilterSyntax syntax = new FilterSyntax();
        int end = 0;
        for (String token : tokens) {
            end = text.indexOf(token, end) + token.length();
            if (!syntax.takes(token)) {
                throw error(end, text);
            }
        }
        if (syntax.operandDue || !syntax.open.isEmpty()) {
            throw error(text.length(), text);
        }
    }

    static GraphError error(int position, String text) {
        return GraphError.malformed(
                "Invalid filter clause: Syntax error at position " + position + " in '" + text + "'.");
    }

    private boolean takes(String token) {
        boolean opened = justOpened;
        boolean list = listDue;
        justOpened = token.equals("(");
        listDue = !operandDue && token.equalsIgnoreCase("in");
        return switch (token) {
            case "(" -> open(operandDue ? Bracket.GROUP : list ? Bracket.LIST : Bracket.CALL);
            case ")" -> close(opened);
            case ",", ":" -> separate();
            default -> word(token.toLowerCase(Locale.ROOT));
        };
    }

    private boolean open(Bracket bracket) {
        open.push(bracket);
        operandDue = true;
        return true;
    }

    private boolean close(boolean empty) {
        boolean fits = !open.isEmpty() && (!operandDue || empty && open.peek() == Bracket.CALL);
        if (fits) {
            open.pop();
            operandDue = false;
        }
        return fits;
    }

    private boolean separate() {
        boolean fits = !operandDue && !open.isEmpty() && open.peek() != Bracket.GROUP;
        operandDue = true;
        return fits;
    }

    private boolean word(String token) {
        if (token.equals("not")) {
            return operandDue;
        }
        boolean fits = operandDue != OPERATORS.contains(token);
        // the list behind "in" stands in brackets of its own
        operandDue = !operandDue && !token.equals("in");
        return fits;
    }
}
