package io.tenantry.mail;

import java.util.Optional;

/** A mail server on this machine, without TLS. */
public record TestSmtp(Optional<String> host, int port, Optional<String> user, Optional<String> password)
        implements SmtpConfig {
    /** No mail server: mails stay in the outbox. */
    public static final TestSmtp NONE = new TestSmtp(Optional.empty(), 25, Optional.empty(), Optional.empty());

    public static TestSmtp on(int port) {
        return new TestSmtp(Optional.of("127.0.0.1"), port, Optional.empty(), Optional.empty());
    }

    TestSmtp as(String user, String password) {
        return new TestSmtp(host, port, Optional.of(user), Optional.of(password));
    }

    @Override
    public Security security() {
        return Security.OPTIONAL;
    }

    @Override
    public String from() {
        return "azure-noreply@microsoft.com";
    }
}
