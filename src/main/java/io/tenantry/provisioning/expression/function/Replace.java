package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.Attributes;
import io.tenantry.provisioning.expression.Evaluator;
import io.tenantry.provisioning.expression.ExpressionError;
import io.tenantry.provisioning.expression.Function;
import io.tenantry.provisioning.expression.Parameter;
import io.tenantry.provisioning.expression.Value;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code Replace(source, oldValue, regexPattern, regexGroupName, replacementValue, replacementAttributeName, template)}: what it does
 * depends on which parameters are given (provisioning-engine.md §5.4); all seven positions stand, empty ones included. */
public final class Replace implements Function {
    private static final int SOURCE = 0;
    private static final int OLD_VALUE = 1;
    private static final int PATTERN = 2;
    private static final int GROUP = 3;
    private static final int REPLACEMENT = 4;
    private static final int OTHER_ATTRIBUTE = 5;
    private static final int TEMPLATE = 6;

    @Override
    public String name() {
        return "Replace";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.required("source"),
                Parameter.optional("Find"),
                Parameter.optional("RegularExpression"),
                Parameter.optional("RegularExpressionGroupName"),
                Parameter.optional("Replacement"),
                Parameter.optional("ReplacementPropertyName"),
                Parameter.optional("Template"));
    }

    @Override
    public boolean takes(int arguments) {
        return arguments == 7;
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        return attributes -> {
            try {
                return replaced(arguments, values(arguments, attributes));
            } catch (IllegalArgumentException e) {
                // no regular expression, or no group of that name in it
                throw new ExpressionError(ExpressionError.Kind.ARGUMENT, "Replace: " + e.getMessage());
            }
        };
    }

    private static Value replaced(List<Evaluator> arguments, List<Value> values) {
        boolean pattern = given(arguments, PATTERN);
        if (pattern && given(arguments, OTHER_ATTRIBUTE)) {
            return fromOther(values);
        }
        if (values.get(SOURCE).isAbsent()) {
            return Value.NOTHING;
        }
        return new Value.Text(pattern ? byPattern(values, given(arguments, GROUP)) : byText(values, arguments));
    }

    private static String byText(List<Value> values, List<Evaluator> arguments) {
        String source = values.get(SOURCE).text();
        String old = values.get(OLD_VALUE).text();
        if (old.isEmpty()) {
            return source;
        }
        return given(arguments, TEMPLATE)
                ? values.get(TEMPLATE).text().replace(old, source)
                : source.replace(old, values.get(REPLACEMENT).text());
    }

    private static String byPattern(List<Value> values, boolean named) {
        String source = values.get(SOURCE).text();
        Matcher matcher = matcher(values, source);
        if (!named) {
            return matcher.replaceAll(values.get(REPLACEMENT).text());
        }
        if (!matcher.find()) {
            return source;
        }
        String group = values.get(GROUP).text();
        return source.substring(0, matcher.start(group))
                + values.get(REPLACEMENT).text()
                + source.substring(matcher.end(group));
    }

    /** The source where it has a value, else the named group's text of the other attribute. */
    private static Value fromOther(List<Value> values) {
        if (!values.get(SOURCE).isEmpty()) {
            return values.get(SOURCE);
        }
        Matcher matcher = matcher(values, values.get(OTHER_ATTRIBUTE).text());
        return matcher.find() ? Value.of(matcher.group(values.get(GROUP).text())) : Value.NOTHING;
    }

    private static Matcher matcher(List<Value> values, String text) {
        return Pattern.compile(values.get(PATTERN).text()).matcher(text);
    }

    private static boolean given(List<Evaluator> arguments, int index) {
        return arguments.get(index) != Evaluator.OMITTED;
    }

    private static List<Value> values(List<Evaluator> arguments, Attributes attributes) {
        return arguments.stream().map(each -> each.evaluate(attributes)).toList();
    }
}
