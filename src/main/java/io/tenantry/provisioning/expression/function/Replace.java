package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Attributes;
import io.tenantry.provisioning.expression.value.BoundedText;
import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.expression.value.NamedFunction;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Value;
import io.tenantry.regex.BoundedPattern;
import io.tenantry.regex.InvalidPattern;
import io.tenantry.regex.Steps;
import java.util.List;

/** {@code Replace(source, oldValue, regexPattern, regexGroupName, replacementValue, replacementAttributeName, template)}: what it does
 * depends on which parameters are given (provisioning-engine.md §5.4); all seven positions stand, empty ones included. */
public final class Replace extends NamedFunction {
    private static final int SOURCE = 0;
    private static final int OLD_VALUE = 1;
    private static final int PATTERN = 2;
    private static final int GROUP = 3;
    private static final int REPLACEMENT = 4;
    private static final int OTHER_ATTRIBUTE = 5;
    private static final int TEMPLATE = 6;

    public Replace() {
        super(
                "Replace",
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
        LastPattern patterns = new LastPattern();
        boolean[] given = new boolean[arguments.size()];
        for (int i = 0; i < given.length; i++) {
            given[i] = arguments.get(i) != Evaluator.OMITTED;
        }
        return attributes -> {
            Value[] values = new Value[given.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments.get(i).evaluate(attributes);
            }
            try {
                return new Call(given, values, patterns, attributes).replaced();
            } catch (InvalidPattern e) {
                throw ExpressionError.argument(e.getMessage());
            }
        };
    }

    /** The pattern is nearly always a constant: what was compiled last is compiled for the next user too, unless it is large. */
    private static final class LastPattern {
        private static final int LARGE = 100;
        private static final int STEPS_TO_COMPILE = 20;

        private record Compiled(String text, BoundedPattern pattern) {}

        private volatile Compiled last;

        BoundedPattern of(String text, Steps steps) {
            Compiled compiled = last;
            if (compiled != null && compiled.text.equals(text)) {
                return compiled.pattern;
            }
            BoundedPattern pattern = BoundedPattern.compile(text);
            steps.take(pattern.size() * STEPS_TO_COMPILE);
            last = pattern.size() > LARGE ? null : new Compiled(text, pattern);
            return pattern;
        }
    }

    private record Call(boolean[] given, Value[] values, LastPattern patterns, Attributes attributes) {
        Value replaced() {
            if (given(PATTERN) && given(OTHER_ATTRIBUTE)) {
                return fromOther();
            }
            if (values[SOURCE].isAbsent()) {
                return Value.NOTHING;
            }
            return given(PATTERN) ? byPattern() : byText();
        }

        private Value byPattern() {
            String source = text(SOURCE);
            String replaced = given(GROUP)
                    ? pattern().replaceGroup(source, text(GROUP), text(REPLACEMENT), Value.LONGEST, attributes.steps())
                    : pattern().replaceAll(source, text(REPLACEMENT), Value.LONGEST, attributes.steps());
            return Value.of(replaced);
        }

        private Value byText() {
            if (text(OLD_VALUE).isEmpty()) {
                return new Value.Text(text(SOURCE));
            }
            return given(TEMPLATE)
                    ? everywhere(text(TEMPLATE), text(SOURCE))
                    : everywhere(text(SOURCE), text(REPLACEMENT));
        }

        private Value everywhere(String text, String replacement) {
            String old = text(OLD_VALUE);
            BoundedText result = new BoundedText();
            Search search = Search.in(text, attributes);
            int done = 0;
            for (int at = search.indexOf(old, 0); at >= 0; at = search.indexOf(old, done)) {
                result.append(text, done, at).append(replacement);
                done = at + old.length();
            }
            return result.append(text, done, text.length()).value();
        }

        /** The source where it has a value, else the named group's text of the other attribute. */
        private Value fromOther() {
            if (!values[SOURCE].isEmpty()) {
                return values[SOURCE];
            }
            String other = text(OTHER_ATTRIBUTE);
            return pattern()
                    .first(other, attributes.steps())
                    .flatMap(match -> match.group(text(GROUP)))
                    .map(span -> Value.of(other.substring(span.start(), span.end())))
                    .orElse(Value.NOTHING);
        }

        private BoundedPattern pattern() {
            return patterns.of(text(PATTERN), attributes.steps());
        }

        private String text(int index) {
            return values[index].single();
        }

        private boolean given(int index) {
            return given[index];
        }
    }
}
