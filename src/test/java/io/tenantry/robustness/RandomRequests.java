package io.tenantry.robustness;

import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.robustness.Wire.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Requests that the Edm suggests, and what becomes of them when something goes wrong on the way. */
public final class RandomRequests {
    private static final List<String> METHODS = List.of("GET", "POST", "PATCH", "PUT", "DELETE");
    private static final List<String> ODD_VALUES = List.of(
            "",
            "0",
            "-1",
            "1000",
            "99999999999",
            "true",
            "null",
            "'",
            "''",
            "(",
            "a,b,,",
            "%00",
            "%zz",
            "%C3",
            "%ED%A0%80",
            "{}",
            "|",
            "é",
            "*",
            "eyJ9",
            "WzFd",
            "WyJhIiwiYiJd",
            "W251bGwsbnVsbF0",
            "WzEsMSwxXQ");
    private static final List<String> WORDS = List.of(
            "eq",
            "ne",
            "and",
            "or",
            "not",
            "in",
            "(",
            ")",
            "'a'",
            "1",
            "null",
            "true",
            ",",
            "displayName",
            "shoeSize",
            "any(x:x",
            "/",
            "add",
            "2024-13-45",
            "startsWith(",
            "$it",
            "mail",
            "createdDateTime",
            "2024-05-06T07:08:09Z",
            "has",
            "\"displayName:a\"",
            "AND",
            "asc",
            "desc");
    private static final String BROKEN = "%'()=&?/$,;:\"\\{}[]+#@ <>|^`~é\u0001";
    private static final int MOST_STEPS = 4;

    private final Random random;
    private final GraphModel model;
    private final String version;
    private final List<String> keys;

    /** @param keys of objects that exist */
    public RandomRequests(Random random, GraphModel model, String version, List<String> keys) {
        this.random = random;
        this.model = model;
        this.version = version;
        this.keys = keys;
    }

    /** To be read only. */
    public Request read() {
        String address = "/" + version + path() + query();
        Request request = Request.get(random.nextInt(3) == 0 ? damaged(address) : address);
        return random.nextBoolean() ? request.with("ConsistencyLevel", "eventual") : request;
    }

    /** With any method and any body. */
    public Request write() {
        String method = pick(METHODS);
        String address = "/" + version + path() + (random.nextInt(4) == 0 ? query() : "");
        Request request = new Request(method, random.nextInt(6) == 0 ? damaged(address) : address, Map.of(), body(3));
        String type = pick(
                List.of("application/json", "application/json", "application/json; charset=utf-8", "text/plain", ";"));
        return random.nextInt(20) == 0 ? request : request.with("Content-Type", type);
    }

    // ---- paths

    private String path() {
        GraphModel.Root root = pick(List.copyOf(model.roots()));
        StringBuilder path = new StringBuilder("/" + root.name());
        StructuredType type = model.type(root.type());
        boolean collection = root.collection();
        for (int i = random.nextInt(MOST_STEPS); i > 0; i--) {
            if (collection) {
                path.append(random.nextInt(6) == 0 ? "/microsoft.graph." + type.name() : key(type));
                collection = random.nextInt(8) == 0;
            } else if (!type.navigations().isEmpty() && random.nextInt(6) > 0) {
                Navigation navigation = pick(List.copyOf(type.navigations()));
                path.append('/').append(navigation.name());
                type = model.type(navigation.target());
                collection = navigation.collection();
            } else if (!type.properties().isEmpty()) {
                path.append('/').append(pick(List.copyOf(type.properties())).name());
            }
        }
        return path
                + pick(List.of(
                        "",
                        "",
                        "",
                        "",
                        "",
                        "/$count",
                        "/$ref",
                        "/$value",
                        "/delta",
                        "/microsoft.graph.delta()",
                        "/",
                        "//",
                        "/nowhere"));
    }

    private String key(StructuredType type) {
        String key = random.nextInt(3) > 0 ? pick(keys) : encoded(pick(ODD_VALUES));
        return switch (random.nextInt(6)) {
            case 0 -> "('" + key + "')";
            case 1 ->
                type.alternateKeys().isEmpty()
                        ? "/" + key
                        : "(" + type.alternateKeys().get(0) + "='" + key + "')";
            default -> "/" + key;
        };
    }

    // ---- options

    private String query() {
        List<String> options = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            options.add(option());
        }
        return options.isEmpty() ? "" : "?" + String.join("&", options);
    }

    private String option() {
        return switch (random.nextInt(12)) {
            case 0, 1 -> "$filter=" + encoded(words());
            case 2 -> "$search=" + encoded(words());
            case 3 -> "$orderby=" + encoded(name() + pick(List.of("", " asc", " desc", " up")));
            case 4, 5 -> "$select=" + name() + "," + name();
            case 6 -> "$top=" + pick(List.of("1", "5", "999"));
            case 7 -> "$expand=" + navigation() + pick(List.of("", "($select=id)", "($levels=max)", "($top=1)", "("));
            case 8 -> "$count=" + pick(List.of("true", "false", "maybe"));
            case 9 -> pick(List.of("$skiptoken=", "$deltatoken=", "$skip=", "$top=")) + pick(ODD_VALUES);
            case 10 -> "$format=json";
            default -> pick(List.of("$apply=x", "unknown=1", "&&=", "%24top=1", "$", "$filter"));
        };
    }

    private String words() {
        return random.ints(random.nextInt(8), 0, WORDS.size())
                .mapToObj(WORDS::get)
                .collect(Collectors.joining(" "));
    }

    private String name() {
        StructuredType type = pick(List.copyOf(model.types()));
        return type.properties().isEmpty()
                ? "id"
                : pick(List.copyOf(type.properties())).name();
    }

    private String navigation() {
        StructuredType user = model.type(pick(List.of("user", "group", "application", "servicePrincipal")));
        return pick(List.copyOf(user.navigations())).name();
    }

    // ---- bodies

    private String body(int depth) {
        if (random.nextInt(10) == 0) {
            return pick(List.of("", "null", "[]", "1", "{", "\"", "{\"a\":}", "{}{}", "\uFEFF{}"));
        }
        StructuredType type = pick(List.copyOf(model.types()));
        List<String> members = new ArrayList<>();
        for (Property property : type.properties()) {
            if (random.nextInt(type.properties().size() + 1) < 3) {
                members.add("\"" + property.name() + "\":" + value(property, depth));
            }
        }
        if (random.nextInt(6) == 0) {
            members.add("\"" + navigation() + "@odata.bind\":"
                    + pick(List.of("1", "\"x\"", "[\"https://h/v1.0/users/" + pick(keys) + "\"]", "null")));
        }
        if (random.nextInt(6) == 0) {
            members.add("\"@odata.id\":\"https://graph.microsoft.com/v1.0/directoryObjects/" + pick(keys) + "\"");
        }
        return "{" + String.join(",", members) + "}";
    }

    private String value(Property property, int depth) {
        if (depth > 0 && random.nextInt(6) == 0) {
            return pick(List.of(body(depth - 1), "[" + body(depth - 1) + "]"));
        }
        String plain =
                switch (property.type().name()) {
                    case "Edm.Boolean" -> pick(List.of("true", "false"));
                    case "Edm.Guid" -> "\"" + pick(keys) + "\"";
                    case "Edm.DateTimeOffset" ->
                        pick(List.of(
                                "\"2024-05-06T07:08:09Z\"",
                                "\"99999-01-01T00:00:00Z\"",
                                "\"0001-01-01T00:00:00+18:00\""));
                    default ->
                        pick(List.of(
                                "\"a\"",
                                "\"x@alderwood.onmicrosoft.com\"",
                                "\"" + pick(keys) + "\"",
                                "1",
                                "-1e400",
                                "null",
                                "\"\\u0000\"",
                                "\"\\ud800\"",
                                "{}"));
                };
        return property.type().collection() && random.nextInt(4) > 0 ? "[" + plain + "]" : plain;
    }

    // ---- damage

    private String damaged(String address) {
        int at = 6 + random.nextInt(Math.max(1, address.length() - 6));
        String odd = encodedOrNot(String.valueOf(BROKEN.charAt(random.nextInt(BROKEN.length()))));
        return switch (random.nextInt(3)) {
            case 0 -> address.substring(0, Math.min(at, address.length()));
            case 1 ->
                address.substring(0, Math.min(at, address.length()))
                        + odd
                        + address.substring(Math.min(at, address.length()));
            default -> address + odd + odd;
        };
    }

    /** What a request line can carry. */
    private String encodedOrNot(String odd) {
        boolean carried = odd.chars().allMatch(c -> c > ' ' && c < 127 && c != '#');
        return carried && random.nextBoolean() ? odd : encoded(odd);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
