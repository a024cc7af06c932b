package io.tenantry.token.authorize;

import io.tenantry.token.grant.TokenVersion;
import io.tenantry.token.http.AuthorizeErrors;
import io.tenantry.token.http.TokenError;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a client wants its user to be asked, whoever is signed in already. */
public enum Prompt {
    NONE,
    LOGIN,
    CONSENT,
    SELECT_ACCOUNT,
    CREATE,
    /** An administrator consents for all, on the way to a code of the v1 endpoint. */
    ADMIN_CONSENT;

    /**
     * Throws {@link TokenError} 90023 for a word that is none, or none of this version's, and for {@code none} beside others.
     */
    static Set<Prompt> parse(String text, TokenVersion version) {
        Set<Prompt> prompts = EnumSet.noneOf(Prompt.class);
        for (String word : text.strip().split("\\s+")) {
            try {
                prompts.add(valueOf(word.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw AuthorizeErrors.unknownPrompt(text);
            }
        }
        if (prompts.contains(NONE) && prompts.size() > 1
                || prompts.contains(ADMIN_CONSENT) && version == TokenVersion.V2) {
            throw AuthorizeErrors.unknownPrompt(text);
        }
        return prompts;
    }
}
