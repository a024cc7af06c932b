package io.tenantry.mail;

import java.util.Locale;
import java.util.Optional;

/**
 * How far a mail has come on its way out.
 *
 * @param error what the mail server said last, where it did not take the mail
 */
public record Delivery(State state, int attempts, Optional<String> error) {
    public enum State {
        /** No mail server was configured when it was written: it stays in the outbox. */
        KEPT,
        /** It is to go out. */
        WAITING,
        /** The mail server took it. */
        SENT,
        /** The mail server will not take it. */
        REFUSED;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
