package io.tenantry.provisioning.expression.date;

import io.tenantry.provisioning.expression.value.ExpressionError;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** {@code DateTimeStyles} of .NET: how a date may stand in a text, and what it is where it has no offset. */
public record DateTimeStyles(Set<Style> styles) {
    /** What FormatDateTime takes where it is told nothing. */
    public static final DateTimeStyles USUAL =
            new DateTimeStyles(EnumSet.of(Style.ROUNDTRIP_KIND, Style.ALLOW_LEADING_WHITE, Style.ALLOW_TRAILING_WHITE));

    private static final String PREFIX = "DateTimeStyles.";
    private static final Set<Style> ASSUMING = EnumSet.of(Style.ASSUME_LOCAL, Style.ASSUME_UNIVERSAL);

    enum Style {
        NONE("None"),
        ALLOW_LEADING_WHITE("AllowLeadingWhite"),
        ALLOW_TRAILING_WHITE("AllowTrailingWhite"),
        ALLOW_INNER_WHITE("AllowInnerWhite"),
        ALLOW_WHITE_SPACES("AllowWhiteSpaces"),
        NO_CURRENT_DATE_DEFAULT("NoCurrentDateDefault"),
        ADJUST_TO_UNIVERSAL("AdjustToUniversal"),
        ASSUME_LOCAL("AssumeLocal"),
        ASSUME_UNIVERSAL("AssumeUniversal"),
        ROUNDTRIP_KIND("RoundtripKind");

        private final String wireName;

        Style(String wireName) {
            this.wireName = wireName;
        }

        static Style named(String name) {
            String bare = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
            return Arrays.stream(values())
                    .filter(each -> each.wireName.equals(bare))
                    .findFirst()
                    .orElseThrow(() ->
                            ExpressionError.argument(ExpressionError.quoted(name) + " is not one of DateTimeStyles"));
        }
    }

    /** Names, one after the other behind commas. */
    public static DateTimeStyles of(String names) {
        Set<Style> styles = EnumSet.noneOf(Style.class);
        for (String name : names.split("[,|]")) {
            styles.add(Style.named(name.strip()));
        }
        boolean contradictory = styles.containsAll(ASSUMING)
                || styles.contains(Style.ROUNDTRIP_KIND)
                        && (styles.stream().anyMatch(ASSUMING::contains) || styles.contains(Style.ADJUST_TO_UNIVERSAL));
        if (contradictory) {
            throw ExpressionError.argument("the DateTimeStyles '" + names + "' contradict each other");
        }
        if (styles.contains(Style.ALLOW_WHITE_SPACES)) {
            styles.addAll(EnumSet.of(Style.ALLOW_LEADING_WHITE, Style.ALLOW_INNER_WHITE, Style.ALLOW_TRAILING_WHITE));
        }
        return new DateTimeStyles(styles);
    }

    boolean has(Style style) {
        return styles.contains(style);
    }

    /** What is known of a date's offset. */
    FormattedDate.Kind kind(boolean zoned, boolean utc) {
        boolean assumed = styles.stream().anyMatch(ASSUMING::contains);
        if (!zoned && !assumed) {
            return FormattedDate.Kind.UNSPECIFIED;
        }
        boolean universal = has(Style.ADJUST_TO_UNIVERSAL) || utc && has(Style.ROUNDTRIP_KIND);
        return universal ? FormattedDate.Kind.UTC : FormattedDate.Kind.LOCAL;
    }
}
