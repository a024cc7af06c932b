package io.tenantry.console.mapping;

import io.tenantry.console.mapping.MappedSource.Kind;
import java.util.List;

/**
 * One mapping of an attribute, being edited.
 *
 * @param href where the editor is
 * @param fresh whether it is not in the draft yet
 * @param targets attributes of the target that may be mapped
 * @param sources attributes of the source
 * @param type of the source's objects
 * @param person on whom it is tried, empty to begin with anybody
 */
public record EditView(
        String href,
        MappingRow mapping,
        boolean fresh,
        List<String> targets,
        List<String> sources,
        List<FunctionHelp> functions,
        String type,
        String person) {
    public static final List<String> FLOW_TYPES =
            List.of("Always", "ObjectAddOnly", "MultiValueAddOnly", "ValueAddOnly", "AttributeAddOnly");
    public static final List<String> FLOW_BEHAVIORS = List.of("FlowWhenChanged", "FlowAlways");

    public List<String> flowTypes() {
        return FLOW_TYPES;
    }

    public List<String> flowBehaviors() {
        return FLOW_BEHAVIORS;
    }

    public Kind[] kinds() {
        return Kind.values();
    }

    public String direct() {
        return mapping.source().kind() == Kind.DIRECT ? mapping.source().text() : "";
    }

    public String constant() {
        return mapping.source().kind() == Kind.CONSTANT ? mapping.source().text() : "";
    }

    /** Who goes over to an expression begins with what was mapped. */
    public String expression() {
        return mapping.source().expression();
    }
}
