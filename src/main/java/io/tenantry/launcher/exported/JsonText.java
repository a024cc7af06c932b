package io.tenantry.launcher.exported;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as maps, lists, texts, numbers, flags and nulls. Depth is bounded; a member may come once. */
final class JsonText {
    private static final int DEEPEST = 100;
    private static final int LONGEST_NUMBER = 64;

    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    /** Throws {@link UnusableExport} that names the line. */
    static Object read(String text) {
        JsonText json = new JsonText(text);
        Object value = json.value(0);
        json.blanks();
        if (json.at < text.length()) {
            throw json.mistake("there is more behind the end of the document");
        }
        return value;
    }

    private Object value(int depth) {
        if (depth > DEEPEST) {
            throw mistake("is nested deeper than " + DEEPEST + " levels");
        }
        blanks();
        if (at == text.length()) {
            throw mistake("ends too early");
        }
        return switch (text.charAt(at)) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        at++;
        blanks();
        while (!take('}')) {
            if (!object.isEmpty()) {
                require(',');
                blanks();
            }
            String name = string();
            blanks();
            require(':');
            if (object.containsKey(name)) {
                throw mistake("the member '" + name + "' comes twice");
            }
            object.put(name, value(depth + 1));
            blanks();
        }
        return object;
    }

    private List<Object> array(int depth) {
        List<Object> array = new ArrayList<>();
        at++;
        blanks();
        while (!take(']')) {
            if (!array.isEmpty()) {
                require(',');
            }
            array.add(value(depth + 1));
            blanks();
        }
        return array;
    }

    private String string() {
        require('"');
        StringBuilder value = new StringBuilder();
        while (true) {
            char c = next();
            if (c == '"') {
                return value.toString();
            }
            if (c < ' ') {
                throw mistake("a text holds a control character");
            }
            value.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexadecimal();
            default -> throw mistake("'\\" + c + "' stands for nothing");
        };
    }

    private char hexadecimal() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(next(), 16);
            if (digit < 0) {
                throw mistake("a character is not named by four hexadecimal digits");
            }
            value = value * 16 + digit;
        }
        return (char) value;
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw mistake("is not JSON");
        }
        at += word.length();
        return value;
    }

    private BigDecimal number() {
        int begin = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            if (at - begin > LONGEST_NUMBER) {
                throw mistake("a number is too long");
            }
            BigDecimal number = new BigDecimal(text.substring(begin, at));
            if (Math.abs((long) number.scale()) > LONGEST_NUMBER) {
                throw mistake("a number is too large");
            }
            return number;
        } catch (NumberFormatException e) {
            throw mistake("is not JSON");
        }
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean take(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void require(char c) {
        if (!take(c)) {
            throw mistake(at == text.length() ? "ends too early" : "'" + c + "' is missing");
        }
    }

    private char next() {
        if (at == text.length()) {
            throw mistake("ends too early");
        }
        return text.charAt(at++);
    }

    private UnusableExport mistake(String what) {
        long line = 1
                + text.substring(0, Math.min(at, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new UnusableExport("line " + line + ": " + what);
    }
}
