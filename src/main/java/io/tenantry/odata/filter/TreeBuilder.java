package io.tenantry.odata.filter;

import io.tenantry.error.GraphError;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.edm.TypeRef;
import io.tenantry.odata.filter.Filter.Literal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.apache.olingo.commons.api.edm.EdmEnumType;
import org.apache.olingo.commons.api.edm.EdmType;
import org.apache.olingo.server.api.ODataApplicationException;
import org.apache.olingo.server.api.uri.queryoption.expression.BinaryOperatorKind;
import org.apache.olingo.server.api.uri.queryoption.expression.Expression;
import org.apache.olingo.server.api.uri.queryoption.expression.ExpressionVisitException;
import org.apache.olingo.server.api.uri.queryoption.expression.ExpressionVisitor;
import org.apache.olingo.server.api.uri.queryoption.expression.Member;
import org.apache.olingo.server.api.uri.queryoption.expression.MethodKind;
import org.apache.olingo.server.api.uri.queryoption.expression.UnaryOperatorKind;

/**
 * Turns Olingo's expression into our tree. Visited values are {@link Filter}, {@link Path}, {@link Literal}, a list of literals, or what
 * is {@link MemberReader.Counted}; combinations that Graph does not document end in 400.
 */
final class TreeBuilder implements ExpressionVisitor<Object> {
    private final GraphModel model;
    private final StructuredType type;

    TreeBuilder(GraphModel model, StructuredType type) {
        this.model = model;
        this.type = type;
    }

    @Override
    public Object visitBinaryOperator(BinaryOperatorKind operator, Object left, Object right) {
        return switch (operator) {
            case AND -> new Filter.And(condition(left), condition(right));
            case OR -> new Filter.Or(condition(left), condition(right));
            case EQ, NE, GT, GE, LT, LE -> comparison(Filter.Operator.valueOf(operator.name()), left, right);
            default -> throw unsupported();
        };
    }

    @Override
    public Object visitBinaryOperator(BinaryOperatorKind operator, Object left, List<Object> right) {
        if (operator != BinaryOperatorKind.IN || !(left instanceof Path path)) {
            throw unsupported();
        }
        return new Filter.In(
                path, right.stream().map(value -> member(path, (Literal) value)).toList());
    }

    private Filter comparison(Filter.Operator operator, Object left, Object right) {
        if (left instanceof MemberReader.Counted counted && right instanceof Literal literal) {
            return counted.compared(operator, wholeNumber(literal));
        }
        if (left instanceof Path path && right instanceof Literal literal) {
            return new Filter.Compare(path, operator, member(path, literal));
        }
        if (left instanceof Filter.Match match
                && right instanceof Literal literal
                && literal.kind() == Literal.Kind.BOOLEAN) {
            boolean wanted = Boolean.parseBoolean(literal.text()) == (operator == Filter.Operator.EQ);
            return wanted ? match : new Filter.Not(match);
        }
        throw unsupported();
    }

    private static long wholeNumber(Literal literal) {
        if (literal.kind() != Literal.Kind.NUMBER || !literal.text().matches("-?\\d{1,18}")) {
            throw unsupported();
        }
        return Long.parseLong(literal.text());
    }

    /** Members of enumerations are compared without case. */
    private Literal member(Path path, Literal literal) {
        boolean enumeration = path.property() != null && path.property().type().kind() == TypeRef.Kind.ENUM;
        return enumeration && literal.kind() == Literal.Kind.STRING
                ? new Literal(
                        model.enumType(path.property().type().name())
                                .canonical(literal.text())
                                .orElse(literal.text()),
                        Literal.Kind.STRING)
                : literal;
    }

    @Override
    public Object visitUnaryOperator(UnaryOperatorKind operator, Object operand) {
        if (operator != UnaryOperatorKind.NOT) {
            throw unsupported();
        }
        return new Filter.Not(condition(operand));
    }

    @Override
    public Object visitMethodCall(MethodKind method, List<Object> parameters) {
        return switch (method) {
            case STARTSWITH -> match(Filter.Function.STARTS_WITH, parameters);
            case ENDSWITH -> match(Filter.Function.ENDS_WITH, parameters);
            case CONTAINS -> match(Filter.Function.CONTAINS, parameters);
            case TOLOWER -> folded(parameters.get(0));
            default -> throw unsupported();
        };
    }

    private static Filter match(Filter.Function function, List<Object> parameters) {
        if (parameters.get(0) instanceof Path path
                && parameters.get(1) instanceof Literal literal
                && literal.kind() == Literal.Kind.STRING) {
            return new Filter.Match(path, function, literal.text());
        }
        throw unsupported();
    }

    private static Object folded(Object operand) {
        if (operand instanceof Path path) {
            return new Path(path.names(), path.property(), path.owner(), true);
        }
        if (operand instanceof Literal literal) {
            return new Literal(literal.text().toLowerCase(Locale.ROOT), literal.kind());
        }
        throw unsupported();
    }

    @Override
    public Object visitLiteral(org.apache.olingo.server.api.uri.queryoption.expression.Literal literal) {
        EdmType literalType = literal.getType();
        String text = literal.getText();
        if (literalType == null || text.equals("null")) {
            return Literal.NULL;
        }
        return switch (literalType.getName()) {
            case "String" -> new Literal(text.substring(1, text.length() - 1).replace("''", "'"), Literal.Kind.STRING);
            case "Boolean" -> new Literal(text, Literal.Kind.BOOLEAN);
            case "DateTimeOffset" -> new Literal(moment(text), Literal.Kind.INSTANT);
            case "Date" -> new Literal(text, Literal.Kind.INSTANT);
            case "Guid" -> new Literal(text.toLowerCase(Locale.ROOT), Literal.Kind.GUID);
            default -> new Literal(text, Literal.Kind.NUMBER);
        };
    }

    /** The parser looks at digits only: there is no 30 February. */
    private static String moment(String text) {
        try {
            OffsetDateTime.parse(text);
            return text;
        } catch (DateTimeParseException e) {
            throw GraphError.malformed(
                    "Invalid filter clause: Unrecognized 'Edm.DateTimeOffset' literal '" + text + "'.");
        }
    }

    @Override
    public Object visitMember(Member member) throws ExpressionVisitException, ODataApplicationException {
        return new MemberReader(model, type).read(member.getResourcePath().getUriResourceParts());
    }

    /** A Boolean property may stand alone as a condition. */
    static Filter condition(Object value) {
        if (value instanceof Filter filter) {
            return filter;
        }
        if (value instanceof Path path
                && path.property() != null
                && path.property().type().name().equals("Edm.Boolean")) {
            return new Filter.Compare(path, Filter.Operator.EQ, new Literal("true", Literal.Kind.BOOLEAN));
        }
        throw unsupported();
    }

    static GraphError unsupported() {
        return GraphError.unsupportedQuery("Unsupported Query.");
    }

    @Override
    public Object visitLambdaExpression(String function, String variable, Expression expression) {
        throw unsupported();
    }

    @Override
    public Object visitAlias(String name) {
        throw unsupported();
    }

    @Override
    public Object visitTypeLiteral(EdmType literal) {
        throw unsupported();
    }

    @Override
    public Object visitLambdaReference(String variable) {
        throw unsupported();
    }

    @Override
    public Object visitEnum(EdmEnumType enumType, List<String> values) {
        throw unsupported();
    }
}
