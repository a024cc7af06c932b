package io.tenantry.graph.path;

import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.edm.Operation;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path that the Edm has.
 *
 * @param located each step with where it leads
 * @param me whether it began with {@code me}; the first key then is the caller's
 */
public record ResourcePath(List<Located> located, Tail tail, boolean me) {
    /** What may stand at the end. */
    public enum Tail {
        NONE,
        COUNT,
        REF,
        VALUE
    }

    /** One segment of a path, or a key, as the Edm knows it. */
    public sealed interface Step {
        record Root(GraphModel.Root root) implements Step {}

        /** @param property alternate key, null for the key itself; {@code value} is as sent, decoded */
        record Key(String property, String value) implements Step {}

        record Navigate(Navigation navigation) implements Step {}

        record Cast(StructuredType type) implements Step {}

        record Call(Operation operation, Map<String, String> parameters) implements Step {}

        record Value(Property property) implements Step {}
    }

    /**
     * A step, and what is addressed behind it.
     *
     * @param template canonical path up to here, keys as {@code {}}
     */
    public record Located(Step step, StructuredType type, boolean collection, String template) {}

    public Located last() {
        return located.get(located.size() - 1);
    }

    /** Keys from left to right, as sent. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (Located each : located) {
            if (each.step() instanceof Step.Key key) {
                keys.add(key.value());
            }
        }
        return keys;
    }

    public Optional<Operation> operation() {
        return last().step() instanceof Step.Call call ? Optional.of(call.operation()) : Optional.empty();
    }

    public Optional<Property> property() {
        return last().step() instanceof Step.Value value ? Optional.of(value.property()) : Optional.empty();
    }

    /** The properties at the end: one of the object, then one of each complex value. */
    public List<Property> properties() {
        return located.stream()
                .filter(l -> l.step() instanceof Step.Value)
                .map(l -> ((Step.Value) l.step()).property())
                .toList();
    }

    public boolean endsInAlternateKey() {
        return tail == Tail.NONE && last().step() instanceof Step.Key key && key.property() != null;
    }

    /** With {@code $ref} where the request is for references. */
    public String template() {
        return last().template() + (tail == Tail.REF ? "/$ref" : "");
    }

    /** The template by which permissions are looked up: a property belongs to its object. */
    public String objectTemplate() {
        return property().isPresent()
                ? located.get(located.size() - 1 - properties().size()).template()
                : template();
    }

    /** Whether it ends at objects that are not the property of what comes before them: {@code members}, {@code users/{}/oauth2PermissionGrants/{}}. */
    public boolean visits() {
        int end = located.size() - 1;
        if (located.get(end).step() instanceof Step.Key) {
            end--;
        }
        return tail == Tail.NONE
                && located.get(end).step() instanceof Step.Navigate navigate
                && !navigate.navigation().contained();
    }
}
