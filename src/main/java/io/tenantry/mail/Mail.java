package io.tenantry.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail of the service.
 *
 * @param job id of the job that it is about, where it is about one
 */
public record Mail(
        String id, Instant at, Kind kind, List<String> to, String subject, String text, Optional<String> job) {
    public enum Kind {
        /** Objects of a job begin to fail. */
        FAILURE,
        /** A job goes into quarantine, or stays there for another reason. */
        QUARANTINE,
        /** A job holds deletions back. */
        DELETIONS,
        /** Somebody is invited. */
        INVITATION,
        /** Somebody is invited and need do nothing for it. */
        REDEMPTION;

        /** As the outbox shows it. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
