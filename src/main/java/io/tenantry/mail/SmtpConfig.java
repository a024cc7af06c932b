package io.tenantry.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The mail server that mails go out by; without a host they stay in the outbox. */
@ConfigMapping(prefix = "tenantry.smtp")
public interface SmtpConfig {
    Optional<String> host();

    @WithDefault("25")
    int port();

    Optional<String> user();

    Optional<String> password();

    @WithDefault("optional")
    Security security();

    /** Sender of all mails (insights-and-feeds.md §13). */
    @WithDefault("azure-noreply@microsoft.com")
    String from();

    enum Security {
        /** Plain text. */
        NONE,
        /** STARTTLS where the server offers it. */
        OPTIONAL,
        /** STARTTLS, or nothing is sent. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS
    }
}
