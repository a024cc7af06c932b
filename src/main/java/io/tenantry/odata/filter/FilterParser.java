package io.tenantry.odata.filter;

import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.resource.GraphError;
import java.util.List;
import java.util.Map;
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
        String strict = DialectNormalizer.normalize(model, type, text);
        Nesting.check(strict);
        try {
            return TreeBuilder.condition(expression(model, type, strict, text).accept(new TreeBuilder(model, type)));
        } catch (ExpressionVisitException | ODataApplicationException e) {
            throw invalid(text);
        }
    }

    /** Some of what Olingo does not expect ends in its own unchecked exceptions: {@code assignedLicenses in id}. */
    private static Expression expression(GraphModel model, StructuredType type, String strict, String text) {
        UriTokenizer tokenizer = new UriTokenizer(strict);
        try {
            Expression expression = new org.apache.olingo.server.core.uri.parser.FilterParser(model.edm(), ODATA)
                    .parse(tokenizer, ExtensionProperty.on(model, type), List.of(), Map.of())
                    .getExpression();
            if (tokenizer.next(UriTokenizer.TokenKind.EOF)) {
                return expression;
            }
        } catch (UriParserException | UriValidationException e) {
            throw FilterErrors.of(e, text);
        } catch (RuntimeException e) {
            throw invalid(text);
        }
        throw invalid(text);
    }

    static GraphError invalid(String text) {
        return GraphError.malformed("Invalid filter clause: Syntax error in '" + text + "'.");
    }
}
