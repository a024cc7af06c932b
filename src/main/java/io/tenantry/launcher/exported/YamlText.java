package io.tenantry.launcher.exported;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** A scenario as YAML: lists of objects line by line, each object in one line as JSON would have it. */
final class YamlText {
    private final StringBuilder text = new StringBuilder();

    static String of(Map<String, Object> scenario, List<String> comments) {
        YamlText yaml = new YamlText();
        comments.forEach(each -> yaml.text.append("# ").append(each).append('\n'));
        yaml.block(scenario, 0, 2);
        return yaml.text.toString();
    }

    /** @param open levels that are written line by line */
    private void block(Map<String, Object> object, int indent, int open) {
        object.forEach((name, value) -> {
            text.append(" ".repeat(indent)).append(name).append(':');
            if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?>) {
                text.append('\n');
                list.forEach(each -> item(each, indent + 2, open));
            } else {
                text.append(' ');
                flow(value);
                text.append('\n');
            }
        });
    }

    @SuppressWarnings("unchecked")
    private void item(Object item, int indent, int open) {
        text.append(" ".repeat(indent)).append("- ");
        if (open > 1 && item instanceof Map<?, ?> object) {
            int begin = text.length();
            block((Map<String, Object>) object, indent + 2, open - 1);
            text.delete(begin, begin + indent + 2);
        } else {
            flow(item);
            text.append('\n');
        }
    }

    private void flow(Object value) {
        if (value instanceof Map<?, ?> object) {
            text.append('{');
            for (Iterator<? extends Map.Entry<?, ?>> each = object.entrySet().iterator(); each.hasNext(); ) {
                Map.Entry<?, ?> member = each.next();
                quoted(String.valueOf(member.getKey()));
                text.append(": ");
                flow(member.getValue());
                text.append(each.hasNext() ? ", " : "");
            }
            text.append('}');
        } else if (value instanceof List<?> list) {
            text.append('[');
            for (Iterator<?> each = list.iterator(); each.hasNext(); ) {
                flow(each.next());
                text.append(each.hasNext() ? ", " : "");
            }
            text.append(']');
        } else if (value instanceof String string) {
            quoted(string);
        } else {
            text.append(value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value));
        }
    }

    /** YAML knows JSON's escapes; what is not printable is written so. */
    private void quoted(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (isPlain(c)) {
                text.append(c);
            } else {
                text.append(String.format("\\u%04x", (int) c));
            }
        }
        text.append('"');
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7f || c >= 0xa0 && c < 0xfffe && c != 0x2028 && c != 0x2029 && c != 0xfeff;
    }
}
