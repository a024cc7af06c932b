package io.tenantry.directory.dynamic.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.regex.BoundedPattern;
import io.tenantry.regex.InvalidPattern;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * An operator and its right side. Texts and regular expressions compare without case; a regular expression is not anchored.
 *
 * @param pattern of -match, else null
 */
record Comparison(Operator operator, Operand operand, BoundedPattern pattern) {

    static Comparison of(RuleProperty property, Operator operator, Operand operand) {
        check(property, operator, operand);
        boolean moment = property.kind() == RuleProperty.Kind.MOMENT && operand instanceof Operand.Text;
        return moment
                ? new Comparison(operator, moment(operator, (Operand.Text) operand), null)
                : new Comparison(operator, operand, pattern(operator, operand));
    }

    private static void check(RuleProperty property, Operator operator, Operand operand) {
        boolean fits =
                switch (property.kind()) {
                    case FLAG -> operator == Operator.EQ || operator == Operator.NE;
                    case MOMENT -> operator.order() || operator == Operator.EQ || operator == Operator.NE;
                    case TEXT, TEXTS -> !operator.order();
                    case OBJECTS, GROUPS -> false;
                };
        boolean nullFits = !(operand instanceof Operand.Null) || operator == Operator.EQ || operator == Operator.NE;
        boolean listFits = operator.list() == operand instanceof Operand.Texts;
        boolean nowFits = !(operand instanceof Operand.Now) || property.kind() == RuleProperty.Kind.MOMENT;
        boolean flagFits = property.kind() != RuleProperty.Kind.FLAG
                || !(operand instanceof Operand.Text text)
                || text.value().matches("(?i)true|false");
        if (!fits || !nullFits || !listFits || !nowFits || !flagFits) {
            throw RuleException.invalidOperands(operator.text);
        }
    }

    private static Operand moment(Operator operator, Operand.Text operand) {
        Instant moment = instant(operand.value());
        if (moment == null) {
            throw RuleException.invalidOperands(operator.text);
        }
        return new Operand.Moment(moment);
    }

    private static BoundedPattern pattern(Operator operator, Operand operand) {
        if (operator != Operator.MATCH && operator != Operator.NOT_MATCH) {
            return null;
        }
        try {
            return BoundedPattern.ignoringCase(((Operand.Text) operand).value());
        } catch (InvalidPattern e) {
            throw RuleException.invalidOperands(operator.text);
        }
    }

    /** @param user asked for the time only where the operand names it */
    boolean holds(JsonNode value, Subject user) {
        return operator.negated != holdsPlainly(value, user);
    }

    private boolean holdsPlainly(JsonNode value, Subject user) {
        if (value == null || value.isNull() || (value.isArray() && value.isEmpty())) {
            return operand instanceof Operand.Null;
        }
        if (value.isArray()) {
            return value.valueStream().anyMatch(each -> holdsFor(each.asText(), user));
        }
        return holdsFor(value.asText(), user);
    }

    private boolean holdsFor(String value, Subject user) {
        if (operand instanceof Operand.Null) {
            return false;
        }
        if (operand instanceof Operand.Now moment) {
            return inOrder(value, moment.at(user.now()));
        }
        if (operand instanceof Operand.Moment moment) {
            return inOrder(value, moment.at());
        }
        if (operand instanceof Operand.Texts list) {
            return list.values().stream().anyMatch(value::equalsIgnoreCase);
        }
        return compares(fold(value), fold(((Operand.Text) operand).value()), user);
    }

    private boolean compares(String value, String wanted, Subject user) {
        return switch (operator) {
            case EQ, NE -> value.equals(wanted);
            case STARTS_WITH, NOT_STARTS_WITH -> value.startsWith(wanted);
            case ENDS_WITH, NOT_ENDS_WITH -> value.endsWith(wanted);
            case CONTAINS, NOT_CONTAINS -> value.contains(wanted);
            case MATCH, NOT_MATCH -> pattern.occursIn(value, user.steps());
            case IN, NOT_IN, LE, GE -> false;
        };
    }

    private boolean inOrder(String value, Instant wanted) {
        Instant moment = instant(value);
        if (moment == null) {
            return false;
        }
        return switch (operator) {
            case LE -> !moment.isAfter(wanted);
            case GE -> !moment.isBefore(wanted);
            default -> moment.equals(wanted);
        };
    }

    /** A day without time begins at midnight; null for what is no date. */
    private static Instant instant(String text) {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
