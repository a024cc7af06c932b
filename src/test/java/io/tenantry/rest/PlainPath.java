package io.tenantry.rest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path to what is in JSON, of names and places alone: {@code value[0].'@odata.type'}, {@code value.id} of all in the list, {@code value.size()}. */
final class PlainPath {
    private static final Pattern STEP = Pattern.compile(
            "\\G(?:\\.?'(?<quoted>[^'\\\\]+)'|\\.?(?<name>[A-Za-z_]\\w*)(?![\\w(])|\\[(?<place>\\d{1,9})]|\\.?(?<size>size\\(\\))$)");

    private PlainPath() {}

    /** Empty where the path is not plain, leads through nothing, or to what REST-assured may read as another type. */
    static Optional<Object> value(Object root, String path) {
        Object at = root;
        Matcher step = STEP.matcher(path);
        int end = 0;
        while (at != null && end < path.length() && step.find()) {
            at = next(at, step);
            end = step.end();
        }
        return at == null || end == 0 || end < path.length() || hasDecimals(at) ? Optional.empty() : Optional.of(at);
    }

    private static Object next(Object at, Matcher step) {
        if (step.group("size") != null) {
            return at instanceof Collection<?> all ? (Object) all.size() : null;
        }
        if (step.group("place") != null) {
            int place = Integer.parseInt(step.group("place"));
            return at instanceof List<?> list && place < list.size() ? list.get(place) : null;
        }
        String name = step.group("quoted") == null ? step.group("name") : step.group("quoted");
        return at instanceof List<?> list ? ofEach(list, name) : at instanceof Map<?, ?> map ? map.get(name) : null;
    }

    private static Object ofEach(List<?> list, String name) {
        List<Object> values = new ArrayList<>();
        for (Object each : list) {
            if (!(each instanceof Map<?, ?> map)) {
                return null;
            }
            values.add(map.get(name));
        }
        return values;
    }

    private static boolean hasDecimals(Object value) {
        return value instanceof Double
                || value instanceof Collection<?> all && all.stream().anyMatch(PlainPath::hasDecimals)
                || value instanceof Map<?, ?> map && hasDecimals(map.values());
    }
}
