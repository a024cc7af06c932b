package io.tenantry.regex;

/**
 * Reads a pattern of .NET and writes it in what both engines understand alike, so that nothing reaches them whose cost is not known: how
 * many instructions it becomes once repetitions are written out, how deep it is nested, and whether it needs an engine that backtracks.
 */
final class PatternReader {
    private static final int LONGEST = 4000;
    private static final int DEEPEST = 50;
    private static final int MOST_INSTRUCTIONS = 2000;
    private static final int MOST_REPETITIONS = 1000;

    /**
     * A part of a pattern.
     *
     * @param size instructions that it takes
     * @param empty whether it may match nothing
     */
    private record Extent(long size, boolean empty) {
        static final Extent NOTHING = new Extent(0, true);
        static final Extent ANCHOR = new Extent(1, true);
    }

    private final PatternText text;
    private final StringBuilder out = new StringBuilder();
    private final Groups groups = new Groups();
    private final Folding folding = new Folding();
    private final CharacterClasses classes;
    private boolean backtracks;
    private boolean ambiguous;
    private long size;
    private int depth;

    private PatternReader(String pattern) {
        this.text = new PatternText(pattern);
        this.classes = new CharacterClasses(text, out, folding);
    }

    static PatternReader read(String pattern, boolean ignoreCase) {
        if (pattern.length() > LONGEST) {
            throw new InvalidPattern("longer than " + LONGEST + " characters");
        }
        PatternReader reader = new PatternReader(pattern);
        if (ignoreCase) {
            reader.folding.ask();
            reader.out.append("(?i)");
        }
        reader.size = reader.alternatives().size;
        if (!reader.text.atEnd()) {
            throw new InvalidPattern("too many )");
        }
        reader.backtracks |= reader.folding.isEndless() || reader.classes.nested();
        if (reader.backtracks && reader.ambiguous) {
            // an engine that backtracks would try every way to match nothing, without reading a character
            throw new InvalidPattern(
                    "repetitions or alternatives that match nothing, together with references or lookaround");
        }
        return reader;
    }

    String canonical() {
        return out.toString();
    }

    Groups groups() {
        return groups;
    }

    boolean backtracks() {
        return backtracks;
    }

    int size() {
        return (int) size + 1;
    }

    private Extent alternatives() {
        Extent first = sequence();
        long total = first.size;
        int empty = first.empty ? 1 : 0;
        while (text.accept('|')) {
            out.append('|');
            Extent next = sequence();
            total = bounded(total + next.size + 1);
            empty += next.empty ? 1 : 0;
        }
        ambiguous |= empty > 1;
        return new Extent(total, empty > 0);
    }

    private Extent sequence() {
        long total = 0;
        boolean empty = true;
        while (!text.atEnd() && text.peek() != '|' && text.peek() != ')') {
            Extent part = quantified(atom());
            total = bounded(total + part.size);
            empty &= part.empty;
        }
        return new Extent(total, empty);
    }

    private Extent quantified(Extent atom) {
        Quantifier quantifier = Quantifier.take(text);
        if (quantifier == null) {
            return atom;
        }
        if (quantifier.most() > MOST_REPETITIONS || Quantifier.take(text) != null) {
            throw new InvalidPattern("more than " + MOST_REPETITIONS + " repetitions, or a quantifier behind another");
        }
        out.append(quantifier.text());
        ambiguous |= atom.empty && quantifier.severalTimes();
        return new Extent(
                bounded(atom.size * Math.max(1, quantifier.most()) + 1), atom.empty || quantifier.least() == 0);
    }

    private Extent atom() {
        if (Quantifier.startsHere(text)) {
            throw new InvalidPattern("a quantifier behind nothing");
        }
        char next = text.next();
        return switch (next) {
            case '(' -> group();
            case '[' -> new Extent(classes.bracketed(), false);
            case '\\' -> escape();
            case '.' -> written(".", new Extent(1, false));
            case '^', '$' -> written(String.valueOf(next), Extent.ANCHOR);
            default -> literal(next);
        };
    }

    private Extent group() {
        if (++depth > DEEPEST) {
            throw new InvalidPattern("nested deeper than " + DEEPEST);
        }
        Extent group = text.accept('?') ? special() : capturing(null);
        depth--;
        return group;
    }

    private Extent special() {
        if (text.accept("#")) {
            text.until(')');
            return written("(?:)", Extent.NOTHING);
        }
        for (String around : new String[] {"=", "!", "<=", "<!"}) {
            if (text.accept(around)) {
                backtracks = true;
                return new Extent(inside("(?" + around).size, true);
            }
        }
        if (text.accept(">")) {
            backtracks = true;
            return inside("(?>");
        }
        if (text.accept("<")) {
            return capturing(text.name('>'));
        }
        return text.accept("'") ? capturing(text.name('\'')) : options();
    }

    private Extent capturing(String name) {
        groups.open(name);
        return inside("(");
    }

    private Extent options() {
        String options = text.takeWhile("ims-");
        if (options.contains("i")) {
            folding.ask();
        }
        if (text.accept(':')) {
            return inside("(?" + options + ":");
        }
        text.expect(')');
        if (options.isEmpty() || Quantifier.startsHere(text)) {
            throw new InvalidPattern("options expected");
        }
        return written("(?" + options + ")", Extent.NOTHING);
    }

    private Extent inside(String opening) {
        out.append(opening);
        Extent inner = alternatives();
        text.expect(')');
        out.append(')');
        return new Extent(bounded(inner.size + 2), inner.empty);
    }

    private Extent escape() {
        char escaped = text.next();
        return switch (escaped) {
            case 'd', 'D', 'w', 'W', 's', 'S', 'p', 'P' -> new Extent(classes.alone(escaped), false);
            case 'A', 'z' -> written("\\" + escaped, Extent.ANCHOR);
            case 'b', 'B', 'Z' -> {
                // word boundaries of RE2 know the letters of English only
                backtracks = true;
                yield written("\\" + escaped, Extent.ANCHOR);
            }
            case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> reference(escaped + text.takeWhile("0123456789"));
            case 'k' -> reference(text.name(text.accept('\'') ? '\'' : text.expect('<') ? '>' : 0));
            default -> literal(text.escaped(escaped));
        };
    }

    private Extent reference(String group) {
        int position = groups.position(group).orElseThrow(() -> new InvalidPattern("a reference to no group"));
        backtracks = true;
        return written("(?:\\" + position + ")", Extent.ANCHOR);
    }

    private Extent literal(char literal) {
        folding.holds(literal, literal);
        PatternText.quote(literal, out);
        return new Extent(1, false);
    }

    private Extent written(String canonical, Extent extent) {
        out.append(canonical);
        return extent;
    }

    private static long bounded(long size) {
        if (size > MOST_INSTRUCTIONS) {
            throw new InvalidPattern("too large once its repetitions are written out");
        }
        return size;
    }
}
