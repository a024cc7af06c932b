package io.tenantry.console.page;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.console.api.ApiCall;
import io.tenantry.console.api.UrlText;
import io.tenantry.format.Json;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form of a page as the call that it stands for. {@code method}, {@code tenant}, {@code url} and {@code body} say what is called; a field
 * whose name is a JSON pointer goes into the body ({@code /rules/-/share:number}, where {@code -} is one behind those that it begins with;
 * kinds are text, number, boolean, json, lines, flags (all that were chosen), and utc, a local time as a browser gives it), any other in place
 * of its name in the URL ({@code {name}}). What is left empty is left out. With {@code from} the body begins as what that URL answers, so that
 * a part of something large is changed.
 */
final class CallForm {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final String BEHIND = "/-/";
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private final MultivaluedMap<String, String> fields;

    CallForm(MultivaluedMap<String, String> fields) {
        this.fields = fields;
    }

    /**
     * The call.
     *
     * @param reader answers what a body begins as
     * @throws UnusableForm where it stands for none
     */
    ApiCall call(Function<ApiCall, JsonNode> reader) {
        return checked(text("method"), url(), body(reader));
    }

    private ApiCall checked(String method, String url, JsonNode body) {
        String tenant = text("tenant");
        ApiCall call = new ApiCall(method, tenant.isEmpty() ? null : tenant, url, body);
        if (!METHODS.contains(method) || !call.isOfApi()) {
            throw new UnusableForm("The console calls Graph and the control API only.");
        }
        return call;
    }

    /** Whether the call is only to be shown. */
    boolean isPreview() {
        return !text("preview").isEmpty();
    }

    /** Where to go on when it succeeded; empty to stay. */
    String then() {
        String then = text("then");
        return then.startsWith(Section.ROOT) ? then : "";
    }

    private String text(String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private String url() {
        Matcher parameters = PARAMETER.matcher(text("url"));
        return parameters.replaceAll(each -> {
            String value = text(each.group(1));
            if (value.isEmpty()) {
                throw new UnusableForm("Say the " + each.group(1) + ".");
            }
            return Matcher.quoteReplacement(UrlText.encoded(value));
        });
    }

    private JsonNode body(Function<ApiCall, JsonNode> reader) {
        JsonNode begun = begun(reader);
        Map<String, List<String>> members = new LinkedHashMap<>();
        fields.forEach((name, values) -> {
            if (name.startsWith("/") && !values.get(0).isBlank()) {
                members.put(placed(name, begun), values);
            }
        });
        JsonNode body = begun == null && !members.isEmpty() ? Json.object() : begun;
        members.forEach((name, values) -> put(body, name, values));
        return body;
    }

    private static String placed(String name, JsonNode begun) {
        int end = name.indexOf(BEHIND);
        if (end < 0) {
            return name;
        }
        int behind = begun == null ? 0 : begun.at(name.substring(0, end)).size();
        return name.substring(0, end) + "/" + behind + "/" + name.substring(end + BEHIND.length());
    }

    private JsonNode begun(Function<ApiCall, JsonNode> reader) {
        if (!text("from").isEmpty()) {
            return reader.apply(checked("GET", text("from"), null));
        }
        return text("body").isEmpty() ? null : parsed("body", text("body"));
    }

    private static void put(JsonNode body, String name, List<String> values) {
        int kind = name.lastIndexOf(':');
        String pointer = kind < 0 ? name : name.substring(0, kind);
        JsonNode json = json(pointer, kind < 0 ? "text" : name.substring(kind + 1), values);
        if (!(body instanceof ObjectNode object)) {
            throw new UnusableForm("The body of the call is no object.");
        }
        try {
            set(object, JsonPointer.compile(pointer), json);
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            throw new UnusableForm(pointer + " has no place in the body of the call.");
        }
    }

    private static void set(ObjectNode body, JsonPointer pointer, JsonNode value) {
        for (JsonPointer head = pointer.head(); head != null; head = head.head()) {
            JsonNode around = body.at(head);
            if (around.isTextual() && parsed(head.toString(), around.asText()) instanceof ObjectNode inside) {
                // settings that are JSON within a text, as SyncNotificationSettings (synchronization-api.md §5)
                set(
                        inside,
                        JsonPointer.compile(
                                pointer.toString().substring(head.toString().length())),
                        value);
                set(body, head, Json.MAPPER.getNodeFactory().textNode(Json.write(inside)));
                return;
            }
        }
        JsonPointer parent = pointer.head();
        ObjectNode object = parent.matches() ? body : body.withObject(parent);
        object.set(pointer.last().getMatchingProperty(), value);
    }

    private static JsonNode json(String pointer, String kind, List<String> values) {
        String value = values.get(0);
        return switch (kind) {
            case "flags" -> Json.MAPPER.getNodeFactory().textNode(String.join(",", values));
            case "boolean" -> Json.MAPPER.getNodeFactory().booleanNode(value.equals("true") || value.equals("on"));
            case "number", "json" -> parsed(pointer, value);
            case "lines" ->
                Json.array(value.lines()
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList());
            case "utc" -> Json.MAPPER.getNodeFactory().textNode(value.strip() + "Z");
            default -> Json.MAPPER.getNodeFactory().textNode(value);
        };
    }

    private static JsonNode parsed(String place, String value) {
        try {
            return Json.MAPPER.readTree(value);
        } catch (JsonProcessingException e) {
            throw new UnusableForm(place + " is no JSON: " + Json.mistake(e));
        }
    }
}
