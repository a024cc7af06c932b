package io.tenantry.odata.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tenantry.family.ValueLengths;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.odata.edm.FilterSupport;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.edm.TypeRef.Kind;
import io.tenantry.store.key.Key;
import io.tenantry.store.key.Table;
import io.tenantry.store.key.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A property that the Edm lets collections be filtered by, or one within it.
 *
 * @param part the property within, null for the whole
 */
record FilterPath(GraphModel model, StructuredType type, Property whole, Property part) {
    private static final Instant BEGINNING = Instant.ofEpochSecond(1_700_000_000L);
    /** What no two objects have in common. */
    private static final Set<String> UNIQUE = Set.of("userPrincipalName", "proxyAddresses");

    /** As many objects share a value as there are thousands of them. */
    private static final int VALUES = 1000;

    static List<FilterPath> of(GraphModel model, StructuredType type) {
        return Stream.of(type)
                .filter(each -> !each.unfiltered())
                .flatMap(each -> each.properties().stream())
                .flatMap(whole -> parts(model, type, whole))
                .filter(path -> !path.support().none())
                .toList();
    }

    private static Stream<FilterPath> parts(GraphModel model, StructuredType type, Property whole) {
        return whole.type().kind() == Kind.COMPLEX
                ? model.type(whole.type().name()).properties().stream()
                        .filter(part -> part.type().kind() != Kind.COMPLEX
                                && !part.type().collection())
                        .map(part -> new FilterPath(model, type, whole, part))
                : Stream.of(new FilterPath(model, type, whole, null));
    }

    String joined() {
        return part == null ? whole.name() : whole.name() + "/" + part.name();
    }

    /** With its type: {@code user displayName}; the whole where no part of it has a key. */
    String named() {
        boolean keys = parts(model, type, whole).anyMatch(FilterPath::hasKey);
        return type.name() + " " + (keys ? joined() : whole.name());
    }

    /** A property of a complex value has the operators of the whole where it has none of its own. */
    FilterSupport support() {
        return part == null || part.filter().none() ? whole.filter() : part.filter();
    }

    boolean takes(String operator) {
        boolean range = operator.equals("ge") || operator.equals("le");
        if (range && last().type().name().equals("Edm.Boolean")) {
            return false; // no value is few of two
        }
        return support().plain().contains(operator) || support().advanced().contains(operator);
    }

    private Property last() {
        return part == null ? whole : part;
    }

    boolean inCollection() {
        return whole.type().collection();
    }

    Table table() {
        return Tables.of(type.name());
    }

    Optional<Key> key() {
        return table().key(joined());
    }

    /** Whether the store keeps its values beside the document. */
    boolean hasKey() {
        return joined().equals("id") || (inCollection() ? table().values().contains(joined()) : key().isPresent());
    }

    boolean isIndexed() {
        return joined().equals("id")
                || (inCollection() ? hasKey() : key().map(Key::indexed).orElse(false));
    }

    /** What finds its rows, as {@link Plan#strayed} wants it. */
    Set<String> columns() {
        return inCollection()
                ? Set.of("value", "object_id", "c.id")
                : Set.of(key().map(Key::column).orElse("id"), "c.id");
    }

    /** Where no order is asked for, a range comes in its own; logs come by time. */
    boolean isPagedInItsOrder() {
        return key().filter(key -> key.index() == Key.Index.VALUE).isPresent()
                && (!table().isLog() || joined().equals(Table.LOG_TIME));
    }

    Property.Search searched() {
        return last().search();
    }

    /** A filter that few objects pass. */
    String filter(String operator) {
        if (whole.name().equals("identities")) {
            return "identities/any(x:x/issuer eq 'user-issuer-00007' and x/issuerAssignedId eq 'user-issuerAssignedId-00007')";
        }
        return inCollection()
                ? whole.name() + "/any(x:" + condition(operator, element()) + ")"
                : condition(operator, joined());
    }

    private String element() {
        return part == null ? "x" : "x/" + part.name();
    }

    private String condition(String operator, String operand) {
        return switch (operator) {
            case "startsWith" -> "startsWith(" + operand + "," + literal(7).replaceFirst("7'$", "'") + ")";
            case "in" -> operand + " in (" + literal(7) + "," + literal(57) + ")";
            case "ge" -> operand + " ge " + literal(PlanWorld.OBJECTS - 1);
            default -> operand + " " + operator + " " + literal(7);
        };
    }

    private String literal(int i) {
        String text = value(i).asText();
        return Set.of("Edm.Boolean", "Edm.DateTimeOffset", "Edm.Guid")
                        .contains(last().type().name())
                ? text
                : "'" + text + "'";
    }

    /** The value of the object with a number. */
    JsonNode value(int i) {
        if (last().type().kind() == Kind.ENUM) {
            List<String> members =
                    List.copyOf(model.enumType(last().type().name()).members().keySet());
            return TextNode.valueOf(members.get(isRare(i) ? 1 : 0));
        }
        int number = UNIQUE.contains(last().name()) ? i : i % VALUES;
        String whole = String.format("%s-%s-%05d", type.name(), last().name(), number);
        String text = whole.substring(Math.max(0, whole.length() - ValueLengths.of(type.name(), joined())));
        return switch (last().type().name()) {
            case "Edm.Boolean" -> BooleanNode.valueOf(isRare(i));
            case "Edm.DateTimeOffset" -> TextNode.valueOf(Json.instant(BEGINNING.plusSeconds(i)));
            case "Edm.Guid" -> TextNode.valueOf(Ids.derived(text));
            default -> TextNode.valueOf(text);
        };
    }

    private static boolean isRare(int i) {
        return i % 50 == 7;
    }

    /** Puts the value into a document. */
    void set(ObjectNode document, int i) {
        if (inCollection()) {
            ArrayNode elements = document.withArrayProperty(whole.name());
            if (part == null) {
                elements.add(value(i));
            } else {
                (elements.isEmpty() ? elements.addObject() : (ObjectNode) elements.get(0)).set(part.name(), value(i));
            }
        } else {
            (part == null ? document : document.withObjectProperty(whole.name())).set(last().name(), value(i));
        }
    }
}
