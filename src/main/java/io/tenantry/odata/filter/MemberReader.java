package io.tenantry.odata.filter;

import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.edm.TypeRef;
import java.util.ArrayList;
import java.util.List;
import org.apache.olingo.server.api.ODataApplicationException;
import org.apache.olingo.server.api.uri.UriResource;
import org.apache.olingo.server.api.uri.UriResourceCount;
import org.apache.olingo.server.api.uri.UriResourceLambdaAny;
import org.apache.olingo.server.api.uri.UriResourceLambdaVariable;
import org.apache.olingo.server.api.uri.UriResourceNavigation;
import org.apache.olingo.server.api.uri.UriResourceProperty;
import org.apache.olingo.server.api.uri.queryoption.expression.Expression;
import org.apache.olingo.server.api.uri.queryoption.expression.ExpressionVisitException;

/** Reads what a filter names of an object: a property, elements of a collection, a number of values or of related objects. */
final class MemberReader {
    /** {@code …/$count}, to be compared with a number. */
    interface Counted {
        Filter compared(Filter.Operator operator, long number);
    }

    private final GraphModel model;
    private final StructuredType type;

    MemberReader(GraphModel model, StructuredType type) {
        this.model = model;
        this.type = type;
    }

    /** A {@link Path}, a {@link Filter} or what is {@link Counted}. */
    Object read(List<UriResource> parts) throws ExpressionVisitException, ODataApplicationException {
        if (parts.get(0) instanceof UriResourceNavigation navigation) {
            return size(navigation, parts);
        }
        List<String> names = new ArrayList<>();
        Property last = null;
        StructuredType at = type;
        for (UriResource part : parts) {
            if (part instanceof UriResourceLambdaVariable variable) {
                at = model.findType(variable.getType().getName()).orElse(null);
            } else if (part instanceof UriResourceProperty step) {
                last = model.property(at, step.getProperty().getName())
                        .orElseGet(() -> ExtensionProperty.of(step.getProperty()));
                names.add(last.name());
                at = last.type().kind() == TypeRef.Kind.COMPLEX
                        ? model.type(last.type().name())
                        : at;
            } else if (part instanceof UriResourceLambdaAny any) {
                Path collection = new Path(names, last, type.name(), false);
                return new Filter.Any(collection, TreeBuilder.condition(lambda(any, last)));
            } else if (part instanceof UriResourceCount) {
                Path collection = new Path(names, last, type.name(), false);
                return (Counted) (operator, number) -> new Filter.Count(collection, operator, number);
            } else {
                throw TreeBuilder.unsupported();
            }
        }
        return new Path(names, last, type.name(), false);
    }

    /** Of what is related, filters take nothing but the number. */
    private Counted size(UriResourceNavigation navigation, List<UriResource> parts) {
        if (parts.size() != 2 || !(parts.get(1) instanceof UriResourceCount)) {
            throw TreeBuilder.unsupported();
        }
        Navigation relationship =
                type.navigation(navigation.getProperty().getName()).orElseThrow(TreeBuilder::unsupported);
        return (operator, number) -> new Filter.Size(relationship, operator, number);
    }

    private Object lambda(UriResourceLambdaAny any, Property collection)
            throws ExpressionVisitException, ODataApplicationException {
        Expression inner = any.getExpression();
        if (inner == null) {
            throw TreeBuilder.unsupported();
        }
        StructuredType element = collection.type().kind() == TypeRef.Kind.COMPLEX
                ? model.type(collection.type().name())
                : type;
        return inner.accept(new TreeBuilder(model, element));
    }
}
