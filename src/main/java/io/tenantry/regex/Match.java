package io.tenantry.regex;

import java.util.Optional;

/** Where a pattern was found in a text. */
public final class Match {
    private final String text;
    private final Engine.Search found;
    private final Groups groups;

    Match(String text, Engine.Search found, Groups groups) {
        this.text = text;
        this.found = found;
        this.groups = groups;
    }

    /** A part of the text; the end is behind its last character. */
    public record Span(int start, int end) {}

    /** Where a group matched; empty where it took no part. Throws {@link InvalidPattern} where the pattern has none of that name. */
    public Optional<Span> group(String nameOrNumber) {
        int position =
                groups.position(nameOrNumber).orElseThrow(() -> new InvalidPattern("no group named " + nameOrNumber));
        return span(position);
    }

    Span whole() {
        return new Span(found.start(0), found.end(0));
    }

    private Optional<Span> span(int position) {
        int start = found.start(position);
        return start < 0 ? Optional.empty() : Optional.of(new Span(start, found.end(position)));
    }

    /**
     * What a reference of a replacement stands for: {@code $&} the match, {@code $`} what is before it, {@code $'} what is behind it,
     * {@code $_} the whole text, {@code $+} the last group, or a group by name or number; empty where the pattern has no such group.
     */
    Optional<String> referenced(String reference) {
        return switch (reference) {
            case "$&" -> referenced(0);
            case "$`" -> Optional.of(text.substring(0, whole().start));
            case "$'" -> Optional.of(text.substring(whole().end));
            case "$_" -> Optional.of(text);
            case "$+" -> referenced(Integer.toString(groups.count()));
            default -> groups.position(reference).flatMap(this::referenced);
        };
    }

    private Optional<String> referenced(int position) {
        return Optional.of(
                span(position).map(span -> text.substring(span.start, span.end)).orElse(""));
    }
}
