package io.tenantry.odata.filter;

import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.StructuredType;
import java.util.List;
import java.util.Map;
import org.apache.olingo.commons.api.edm.EdmStructuredType;
import org.apache.olingo.server.api.OData;
import org.apache.olingo.server.api.ODataApplicationException;
import org.apache.olingo.server.api.uri.queryoption.expression.Expression;
import org.apache.olingo.server.api.uri.queryoption.expression.ExpressionVisitException;
import org.apache.olingo.server.core.uri.parser.UriParserException;
import org.apache.olingo.server.core.uri.parser.UriTokenizer;
import org.apache.olingo.server.core.uri.validator.UriValidationException;

/** Parses {@code $filter} of one type. Olingo stays behind this door. */
public final class FilterParser {
    private static final OData ODATA = OData.newInstance();

    private FilterParser() {}

    /** Throws 400 {@code BadRequest} "Invalid filter clause…" for what does not parse or type. */
    public static Filter parse(GraphModel model, StructuredType type, String text) {
        List<String> tokens = FilterTokens.of(text);
        FilterSyntax.check(tokens, text);
        String strict = DialectNormalizer.normalize(model, type, tokens);
        Nesting.check(strict);
        try {
            Expression expression =
                    expression(model, ExtensionProperty.on(model, type, ExtensionProperty.uses(tokens)), strict);
            return TreeBuilder.condition(expression.accept(new TreeBuilder(model, type)));
        } catch (UriParserException | UriValidationException e) {
            throw FilterErrors.of(e, tokens, text);
        } catch (ExpressionVisitException | ODataApplicationException | UnparsedExpression e) {
            throw FilterSyntax.error(text.length(), text);
        }
    }

    private static Expression expression(GraphModel model, EdmStructuredType type, String strict)
            throws UriParserException, UriValidationException, UnparsedExpression {
        UriTokenizer tokenizer = new UriTokenizer(strict);
        Expression expression;
        try {
            expression = new org.apache.olingo.server.core.uri.parser.FilterParser(model.edm(), ODATA)
                    .parse(tokenizer, type, List.of(), Map.of())
                    .getExpression();
        } catch (RuntimeException e) {
            throw new UnparsedExpression(e);
        }
        if (!tokenizer.next(UriTokenizer.TokenKind.EOF)) {
            throw new UnparsedExpression(null);
        }
        return expression;
    }

    /** Some of what Olingo does not expect ends in its own unchecked exceptions: {@code assignedLicenses in id}. */
    private static final class UnparsedExpression extends Exception {
        private static final long serialVersionUID = 1L;

        UnparsedExpression(RuntimeException cause) {
            super(cause);
        }
    }
}
