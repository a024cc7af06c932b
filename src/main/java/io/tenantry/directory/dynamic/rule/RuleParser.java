package io.tenantry.directory.dynamic.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recursive descent over the grammar of directory.md §8.1: -or, -and, -not, comparisons. */
final class RuleParser {
    private static final int LONGEST = 3072;
    private static final int MOST_GROUPS = 50;
    /** Of all regular expressions of a rule. */
    private static final int MOST_INSTRUCTIONS = 2000;

    private static final int DEEPEST = 100;
    private static final Pattern DIRECT_REPORTS = Pattern.compile(
            "\\s*Direct Reports for\\s+[\"']?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})[\"']?\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BARE = Pattern.compile(
            "true|false|[+-]?\\d+(\\.\\d+)?|\\d{4}-\\d\\d-\\d\\d(T[\\d:.]+(Z|[+-]\\d\\d:?\\d\\d)?)?"
                    + "|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
            Pattern.CASE_INSENSITIVE);

    private final String text;
    private final List<Token> tokens;
    private int at;
    private int depth;
    private int patterns;
    private boolean devices;
    private boolean users;
    private boolean groups;

    RuleParser(String text) {
        if (text.length() > LONGEST) {
            throw RuleException.syntax(text.substring(0, 40));
        }
        this.text = text;
        this.tokens = Token.of(text);
    }

    Rule parse() {
        Matcher reports = DIRECT_REPORTS.matcher(text);
        if (reports.matches()) {
            return new Rule.DirectReports(reports.group(1).toLowerCase(Locale.ROOT));
        }
        Rule rule = or(false);
        if (peek().kind() != Token.Kind.END) {
            throw RuleException.syntax(peek().text());
        }
        if (devices && users) {
            throw RuleException.wrongProperty();
        }
        // memberOf stands alone in its rule (directory.md §8.2)
        if (groups && !(rule instanceof Rule.MemberOf)) {
            throw RuleException.invalidOperands("any");
        }
        return devices ? new Rule.Devices() : rule;
    }

    private Rule or(boolean element) {
        if (++depth > DEEPEST) {
            throw RuleException.syntax(peek().text());
        }
        Rule left = and(element);
        while (peek().operator("or")) {
            at++;
            left = new Rule.Or(left, and(element));
        }
        depth--;
        return left;
    }

    private Rule and(boolean element) {
        Rule left = not(element);
        while (peek().operator("and")) {
            at++;
            left = new Rule.And(left, not(element));
        }
        return left;
    }

    private Rule not(boolean element) {
        if (!peek().operator("not")) {
            return primary(element);
        }
        at++;
        return new Rule.Not(primary(element));
    }

    private Rule primary(boolean element) {
        if (peek().mark("(")) {
            at++;
            Rule inner = or(element);
            expect(")");
            return inner;
        }
        Token name = next();
        if (name.kind() != Token.Kind.WORD) {
            throw RuleException.syntax(name.text());
        }
        return element ? compared(elementProperty(name.text())) : ofObject(name.text());
    }

    private Rule ofObject(String name) {
        if (name.indexOf('.') < 0) {
            throw RuleException.noObjectType();
        }
        String property = name.substring(name.indexOf('.') + 1);
        if (name.startsWith("device.")) {
            devices = true;
            return compared(RuleProperty.element(property));
        }
        if (!name.startsWith("user.")) {
            throw name.startsWith("group.") ? RuleException.notApplicable(property) : RuleException.wrongProperty();
        }
        users = true;
        RuleProperty known = RuleProperty.ofUser(property).orElseThrow(RuleException::wrongProperty);
        Token operator = peek();
        if (operator.operator("any") || operator.operator("all")) {
            at++;
            return each(known, operator.operator("all"));
        }
        return compared(known);
    }

    private Rule compared(RuleProperty property) {
        Token token = next();
        Operator operator = Operator.named(token.withoutHyphen()).orElseThrow(() -> RuleException.syntax(token.text()));
        Comparison comparison = Comparison.of(property, operator, operand(operator));
        patterns += comparison.pattern() == null ? 0 : comparison.pattern().size();
        if (patterns > MOST_INSTRUCTIONS) {
            throw RuleException.invalidOperands(operator.text);
        }
        return new Rule.Compares(property, comparison);
    }

    private Rule each(RuleProperty property, boolean all) {
        String operator = all ? "all" : "any";
        if (property.kind() == RuleProperty.Kind.GROUPS && !all) {
            return memberOf();
        }
        if (property.kind() != RuleProperty.Kind.TEXTS && property.kind() != RuleProperty.Kind.OBJECTS) {
            throw RuleException.invalidOperands(operator);
        }
        expect("(");
        Rule element = or(true);
        expect(")");
        return new Rule.Each(property, all, element);
    }

    /** {@code _} for a text, {@code assignedPlan.service} for a part of an object. */
    private static RuleProperty elementProperty(String name) {
        if (name.equals("_")) {
            return RuleProperty.element(name);
        }
        int dot = name.indexOf('.');
        if (dot < 0) {
            throw RuleException.wrongProperty();
        }
        return RuleProperty.element(name.substring(dot + 1));
    }

    private Rule memberOf() {
        expect("(");
        if (!next().text().equalsIgnoreCase("group.objectId") || !next().operator("in")) {
            throw RuleException.invalidOperands("any");
        }
        Set<String> ids = new HashSet<>();
        list().forEach(id -> ids.add(id.toLowerCase(Locale.ROOT)));
        expect(")");
        if (ids.size() > MOST_GROUPS) {
            throw RuleException.invalidOperands("in");
        }
        groups = true;
        return new Rule.MemberOf(ids);
    }

    private Operand operand(Operator operator) {
        if (peek().mark("[")) {
            return new Operand.Texts(list());
        }
        Token token = next();
        if (token.kind() == Token.Kind.QUOTED) {
            return operator.list() ? new Operand.Texts(List.of(token.text())) : new Operand.Text(token.text());
        }
        if (token.kind() == Token.Kind.WORD && token.text().equalsIgnoreCase("system.now")) {
            return now();
        }
        if (token.kind() == Token.Kind.WORD && token.text().equalsIgnoreCase("null")) {
            return new Operand.Null();
        }
        return new Operand.Text(value(token));
    }

    private Operand now() {
        boolean plus = peek().operator("plus");
        if (!plus && !peek().operator("minus")) {
            return Operand.Now.exactly();
        }
        at++;
        return new Operand.Now(plus ? 1 : -1, Distance.parse(next().text()));
    }

    private List<String> list() {
        expect("[");
        List<String> values = new ArrayList<>();
        while (!peek().mark("]")) {
            values.add(value(next()));
            if (peek().mark(",")) {
                at++;
            }
        }
        at++;
        return values;
    }

    /** Only what is no text may do without quotation marks (directory.md §8.1). */
    private static String value(Token token) {
        if (token.kind() == Token.Kind.QUOTED
                || token.kind() == Token.Kind.WORD && BARE.matcher(token.text()).matches()) {
            return token.text();
        }
        throw RuleException.syntax(token.text());
    }

    private void expect(String mark) {
        if (!next().mark(mark)) {
            throw RuleException.syntax(tokens.get(at - 1).text());
        }
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }
}
