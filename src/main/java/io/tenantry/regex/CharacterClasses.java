package io.tenantry.regex;

import java.util.Map;

/** Sets of characters as .NET understands them, which takes letters and digits of every script, written for engines that do not. */
final class CharacterClasses {
    /** What a set of many ranges weighs beside a single character. */
    private static final int LARGE = 20;

    private static final int SMALL = 4;
    private static final int RUNES_OF_ONE = 500;

    /** What stands between brackets for the short sets. */
    private static final Map<Character, String> SETS = Map.of(
            'd', "\\p{Nd}",
            'D', "\\P{Nd}",
            'w', "\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}",
            'W', "[^\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}]",
            's', "\\x{9}-\\x{d}\\x{85}\\p{Z}",
            'S',
                    "\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{84}\\x{86}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}"
                            + "\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{10ffff}");

    private static final int NO_CHARACTER = -1;

    private final PatternText text;
    private final StringBuilder out;
    private final Folding folding;
    private int weight;
    private boolean nested;

    CharacterClasses(PatternText text, StringBuilder out, Folding folding) {
        this.text = text;
        this.out = out;
        this.folding = folding;
    }

    /** Whether brackets hold brackets, which RE2 does not know. */
    boolean nested() {
        return nested;
    }

    /** A set outside brackets, of which the letter has been taken; returns what it weighs. */
    int alone(char letter) {
        boolean negated = letter == 'S' || letter == 'W';
        out.append(negated ? "[^" : "[");
        int weighs = set(negated ? Character.toLowerCase(letter) : letter);
        out.append(']');
        return weighs;
    }

    /** Characters between brackets, of which the first has been taken; returns what they weigh. */
    int bracketed() {
        weight = 1;
        out.append(text.accept('^') ? "[^" : "[");
        do {
            item(character());
        } while (!text.accept(']'));
        out.append(']');
        return weight;
    }

    private void item(int first) {
        if (first == NO_CHARACTER) {
            return;
        }
        int here = text.position();
        boolean range = text.accept('-') && !text.accept(']') && !subtraction();
        if (!range) {
            text.back(here);
            written(first, first);
            return;
        }
        int last = character();
        if (last < first) {
            throw new InvalidPattern("a range that is turned around");
        }
        weight += (last - first) / RUNES_OF_ONE;
        written(first, last);
    }

    /** {@code [a-z-[aeiou]]}; false where there is none. */
    private boolean subtraction() {
        if (text.accept('[')) {
            throw new InvalidPattern("classes cannot be taken from each other");
        }
        return false;
    }

    private void written(int first, int last) {
        folding.holds(first, last);
        PatternText.quote((char) first, out);
        if (first != last) {
            out.append('-');
            PatternText.quote((char) last, out);
        }
    }

    /** The next single character, or that none is left since a set has been written. */
    private int character() {
        weight++;
        char next = text.next();
        if (next == '-') {
            subtraction();
        }
        if (next != '\\') {
            return next;
        }
        char letter = text.next();
        if (SETS.containsKey(letter) || letter == 'p' || letter == 'P') {
            weight += set(letter);
            return NO_CHARACTER;
        }
        return letter == 'b' ? '\b' : text.escaped(letter);
    }

    private int set(char letter) {
        if (SETS.containsKey(letter)) {
            out.append(SETS.get(letter));
            nested |= letter == 'W';
            if (letter == 'S') {
                folding.holds(Character.MIN_VALUE, Character.MAX_VALUE); // written as ranges of nearly everything
            }
            return letter == 'w' || letter == 'W' ? LARGE : SMALL;
        }
        text.expect('{');
        String category = text.until('}');
        if (category.isEmpty()
                || category.length() > 2
                || !category.chars().allMatch(c -> c <= 'z' && Character.isLetter(c))) {
            throw new InvalidPattern("a general category expected, such as Lu");
        }
        out.append('\\').append(letter).append('{').append(category).append('}');
        return LARGE;
    }
}
