package io.tenantry.odata.edm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.olingo.commons.api.edm.provider.CsdlAnnotatable;
import org.apache.olingo.commons.api.edm.provider.CsdlAnnotation;
import org.apache.olingo.commons.api.edm.provider.annotation.CsdlCollection;
import org.apache.olingo.commons.api.edm.provider.annotation.CsdlConstantExpression;
import org.apache.olingo.commons.api.edm.provider.annotation.CsdlExpression;
import org.apache.olingo.commons.api.edm.provider.annotation.CsdlPropertyPath;
import org.apache.olingo.commons.api.edm.provider.annotation.CsdlPropertyValue;
import org.apache.olingo.commons.api.edm.provider.annotation.CsdlRecord;

/** The annotations of one element of the CSDL. */
record Annotations(List<CsdlAnnotation> annotations) {
    static Annotations of(CsdlAnnotatable element) {
        return new Annotations(element.getAnnotations());
    }

    /** These before what stands at the element itself. */
    Annotations and(List<CsdlAnnotation> others) {
        List<CsdlAnnotation> all = new ArrayList<>(others);
        all.addAll(annotations);
        return new Annotations(all);
    }

    boolean flag(String term) {
        return text(term).map(Boolean::parseBoolean).orElse(false);
    }

    Optional<String> text(String term) {
        return expression(term).filter(CsdlConstantExpression.class::isInstance).map(e -> ((CsdlConstantExpression) e)
                .getValue());
    }

    /** Property names of {@code Org.OData.Core.V1.AlternateKeys}; each of Graph's alternate keys is one property. */
    List<String> alternateKeys() {
        List<String> names = new ArrayList<>();
        expression("Org.OData.Core.V1.AlternateKeys").ifPresent(e -> collect(e, names));
        return names;
    }

    private static void collect(CsdlExpression expression, List<String> names) {
        if (expression instanceof CsdlCollection collection) {
            collection.getItems().forEach(item -> collect(item, names));
        } else if (expression instanceof CsdlRecord record) {
            for (CsdlPropertyValue value : record.getPropertyValues()) {
                boolean name = "Name".equals(value.getProperty());
                if (name && value.getValue() instanceof CsdlPropertyPath path) {
                    names.add(path.getValue());
                } else if (name && value.getValue() instanceof CsdlConstantExpression constant) {
                    names.add(constant.getValue());
                } else {
                    collect(value.getValue(), names);
                }
            }
        }
    }

    private Optional<CsdlExpression> expression(String term) {
        return annotations.stream()
                .filter(annotation -> annotation.getTerm().equals(term))
                .findFirst()
                .map(CsdlAnnotation::getExpression);
    }
}
