package io.tenantry.token.authorize;

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
    CREATE;

    /** Throws {@link TokenError} 90023 for a word that is none, and for {@code none} beside others. */
    static Set<Prompt> parse(String text) {
        Set<Prompt> prompts = EnumSet.noneOf(Prompt.class);
        for (String word : text.strip().split("\\s+")) {
            try {
                prompts.add(valueOf(word.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw AuthorizeErrors.unknownPrompt(text);
            }
        }
        if (prompts.contains(NONE) && prompts.size() > 1) {
            throw AuthorizeErrors.unknownPrompt(text);
        }
        return prompts;
    }
}
