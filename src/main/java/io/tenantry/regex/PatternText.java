package io.tenantry.regex;

/** The characters of a pattern, read from left to right. */
final class PatternText {
    private static final String SPECIAL = "\\^$.|?*+()[]{}&-~";
    private static final String LETTERS = "tnrfvae";
    private static final String LETTERS_MEAN = "\t\n\r\f\u000b\u0007\u001b";

    private final String text;
    private int position;

    PatternText(String text) {
        this.text = text;
    }

    /** Writes a character that stands for itself. */
    static void quote(char literal, StringBuilder out) {
        if (SPECIAL.indexOf(literal) >= 0) {
            out.append('\\');
        }
        out.append(literal);
    }

    boolean atEnd() {
        return position == text.length();
    }

    char peek() {
        return text.charAt(position);
    }

    char next() {
        if (atEnd()) {
            throw new InvalidPattern("the pattern ends too early");
        }
        return text.charAt(position++);
    }

    boolean accept(char wanted) {
        return accept(String.valueOf(wanted));
    }

    boolean accept(String wanted) {
        boolean here = text.startsWith(wanted, position);
        position += here ? wanted.length() : 0;
        return here;
    }

    boolean expect(char wanted) {
        if (!accept(wanted)) {
            throw new InvalidPattern(wanted + " expected");
        }
        return true;
    }

    int position() {
        return position;
    }

    void back(int earlier) {
        position = earlier;
    }

    String takeWhile(String characters) {
        int start = position;
        while (!atEnd() && characters.indexOf(peek()) >= 0) {
            position++;
        }
        return text.substring(start, position);
    }

    String until(char end) {
        int close = text.indexOf(end, position);
        if (close < 0) {
            throw new InvalidPattern(end + " expected");
        }
        String taken = text.substring(position, close);
        position = close + 1;
        return taken;
    }

    /** Name of a group. */
    String name(char end) {
        String name = until(end);
        if (name.isEmpty()
                || Character.isDigit(name.charAt(0))
                || !name.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c))) {
            throw new InvalidPattern("a group's name expected");
        }
        return name;
    }

    /** The character that an escape stands for, of which the letter has been taken. */
    char escaped(char letter) {
        if (LETTERS.indexOf(letter) >= 0) {
            return LETTERS_MEAN.charAt(LETTERS.indexOf(letter));
        }
        return switch (letter) {
            case 'x' -> hexadecimal(2);
            case 'u' -> hexadecimal(4);
            case '0' -> octal();
            case 'c' -> (char) (next() & 0x1f);
            default -> {
                if (Character.isLetterOrDigit(letter)) {
                    throw new InvalidPattern("\\" + letter + " stands for nothing");
                }
                yield letter;
            }
        };
    }

    private char octal() {
        int start = position;
        while (!atEnd() && position < start + 2 && peek() >= '0' && peek() <= '7') {
            position++;
        }
        return (char) Integer.parseInt("0" + text.substring(start, position), 8);
    }

    private char hexadecimal(int digits) {
        String taken = text.substring(position, Math.min(text.length(), position + digits));
        if (taken.length() < digits || !taken.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            throw new InvalidPattern(digits + " hexadecimal digits expected");
        }
        position += digits;
        return (char) Integer.parseInt(taken, 16);
    }
}
