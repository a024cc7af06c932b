package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Attributes;
import io.tenantry.provisioning.expression.value.BoundedText;
import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.expression.value.Function;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Value;
import io.tenantry.regex.BoundedPattern;
import io.tenantry.regex.CostlyMatch;
import io.tenantry.regex.InvalidPattern;
import io.tenantry.regex.Match;
import io.tenantry.regex.Steps;
import java.util.List;
import java.util.Optional;

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
        LastPattern patterns = new LastPattern();
        return attributes -> {
            try {
                return new Call(arguments, values(arguments, attributes), patterns, attributes.steps()).replaced();
            } catch (InvalidPattern | CostlyMatch e) {
                throw new ExpressionError(ExpressionError.Kind.ARGUMENT, "Replace: " + e.getMessage());
            }
        };
    }

    private static List<Value> values(List<Evaluator> arguments, Attributes attributes) {
        return arguments.stream().map(each -> each.evaluate(attributes)).toList();
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

    private record Call(List<Evaluator> arguments, List<Value> values, LastPattern patterns, Steps steps) {
        Value replaced() {
            if (given(PATTERN) && given(OTHER_ATTRIBUTE)) {
                return fromOther();
            }
            if (values.get(SOURCE).isAbsent()) {
                return Value.NOTHING;
            }
            if (!given(PATTERN)) {
                return byText();
            }
            return given(GROUP)
                    ? byGroup()
                    : new Value.Text(pattern().replaceAll(text(SOURCE), text(REPLACEMENT), Value.LONGEST, steps));
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
            int done = 0;
            for (int at = text.indexOf(old); at >= 0; at = text.indexOf(old, done)) {
                result.append(text, done, at).append(replacement);
                done = at + old.length();
            }
            return result.append(text, done, text.length()).value();
        }

        private Value byGroup() {
            String source = text(SOURCE);
            Optional<Match.Span> span = group(source);
            return span.isEmpty()
                    ? new Value.Text(source)
                    : new BoundedText()
                            .append(source, 0, span.get().start())
                            .append(text(REPLACEMENT))
                            .append(source, span.get().end(), source.length())
                            .value();
        }

        /** The source where it has a value, else the named group's text of the other attribute. */
        private Value fromOther() {
            if (!values.get(SOURCE).isEmpty()) {
                return values.get(SOURCE);
            }
            String other = text(OTHER_ATTRIBUTE);
            return group(other)
                    .map(span -> Value.of(other.substring(span.start(), span.end())))
                    .orElse(Value.NOTHING);
        }

        private Optional<Match.Span> group(String text) {
            return pattern().first(text, steps).flatMap(match -> match.group(text(GROUP)));
        }

        private BoundedPattern pattern() {
            return patterns.of(text(PATTERN), steps);
        }

        private String text(int index) {
            return values.get(index).text();
        }

        private boolean given(int index) {
            return arguments.get(index) != Evaluator.OMITTED;
        }
    }
}
