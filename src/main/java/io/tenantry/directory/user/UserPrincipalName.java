package io.tenantry.directory.user;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A user principal name that Graph takes for an internal user (directory.md §3.2). */
public record UserPrincipalName(String localPart, String domain) {
    private static final int LOCAL_PART = 64;
    private static final int DOMAIN = 48;
    private static final Pattern LOCAL_FORM = Pattern.compile("[A-Za-z0-9'._!#^~$-]+");
    private static final Pattern DOMAIN_FORM =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+");

    /** Empty where the text is no such name; the mark of external users is none either. */
    public static Optional<UserPrincipalName> parse(String text) {
        int at = text.indexOf('@');
        if (at < 1 || text.indexOf('@', at + 1) >= 0) {
            return Optional.empty();
        }
        UserPrincipalName name = new UserPrincipalName(text.substring(0, at), text.substring(at + 1));
        return name.wellFormed() ? Optional.of(name) : Optional.empty();
    }

    private boolean wellFormed() {
        return localPart.length() <= LOCAL_PART
                && domain.length() <= DOMAIN
                && LOCAL_FORM.matcher(localPart).matches()
                && !localPart.startsWith(".")
                && !localPart.endsWith(".")
                && !localPart.toUpperCase(Locale.ROOT).contains("#EXT#")
                && DOMAIN_FORM.matcher(domain).matches();
    }

    @Override
    public String toString() {
        return localPart + "@" + domain;
    }
}
