package io.tenantry.regex;

import java.util.Optional;

/**
 * A regular expression of a user, in the language of .NET as far as two engines of ours have it. Reading it is bounded by its size,
 * running it by {@link Steps}; a pattern that is too large is an {@link InvalidPattern}, a text that takes too long a
 * {@link CostlyMatch}.
 *
 * <p>Not in it: options {@code n} and {@code x}, conditions, balancing groups, classes taken from each other, {@code \G}, named blocks.
 */
public final class BoundedPattern {
    private final Engine engine;
    private final Groups groups;
    private final int size;

    private BoundedPattern(PatternReader read) {
        this.groups = read.groups();
        this.engine = Engine.of(read);
        this.size = read.size();
    }

    public static BoundedPattern compile(String pattern) {
        return new BoundedPattern(PatternReader.read(pattern, false));
    }

    public static BoundedPattern ignoringCase(String pattern) {
        return new BoundedPattern(PatternReader.read(pattern, true));
    }

    /** Instructions that the pattern takes; by it follow its memory and the time to compile it. */
    public int size() {
        return size;
    }

    /** Whether the pattern matches the whole text. */
    public boolean covers(String text, Steps steps) {
        return engine.on(text, steps).matches();
    }

    public boolean occursIn(String text, Steps steps) {
        return engine.on(text, steps).find();
    }

    public Optional<Match> first(String text, Steps steps) {
        Engine.Search search = engine.on(text, steps);
        return search.find() ? Optional.of(new Match(text, search, groups)) : Optional.empty();
    }

    /**
     * All matches replaced, references to groups among the replacement.
     *
     * @param longest the result may be; a longer one is a {@link CostlyMatch}
     */
    public String replaceAll(String text, String replacement, int longest, Steps steps) {
        Engine.Search search = engine.on(text, steps);
        Replacement parts = new Replacement(replacement);
        StringBuilder result = new StringBuilder();
        int done = 0;
        while (search.find()) {
            Match match = new Match(text, search, groups);
            Match.Span whole = match.whole();
            result.append(text, done, whole.start());
            parts.appendTo(result, match, longest);
            done = whole.end();
        }
        return result.append(text, done, text.length()).toString();
    }

    /**
     * What a group matched replaced in every match; matches in which it took no part stay. Throws {@link InvalidPattern} where the pattern
     * has no such group.
     *
     * @param longest the result may be; a longer one is a {@link CostlyMatch}
     */
    public String replaceGroup(String text, String nameOrNumber, String replacement, int longest, Steps steps) {
        Engine.Search search = engine.on(text, steps);
        StringBuilder result = new StringBuilder();
        int done = 0;
        while (search.find()) {
            Optional<Match.Span> span = new Match(text, search, groups).group(nameOrNumber);
            // what a lookbehind has caught may lie before
            if (span.isPresent() && span.get().start() >= done) {
                result.append(text, done, span.get().start()).append(replacement);
                done = span.get().end();
            }
            if (result.length() > longest) {
                throw new CostlyMatch();
            }
        }
        return result.append(text, done, text.length()).toString();
    }
}
