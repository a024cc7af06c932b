package io.tenantry.mail;

import io.tenantry.mail.SmtpConfig.Security;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Speaks SMTP with the mail server that is configured. */
@ApplicationScoped
class SmtpClient {
    private static final int SECONDS = 30;
    /** It closes, or does not let us in: that is nothing of the mail at hand (RFC 5321 §4.2, RFC 4954 §6). */
    private static final Set<Integer> OF_THE_SERVER = Set.of(421, 454, 530, 534, 535, 538);

    private final Vertx vertx;
    private final SmtpConfig config;
    private MailClient client;

    SmtpClient(Vertx vertx, SmtpConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    /** What the mail server made of a mail. */
    sealed interface Outcome {
        record Taken() implements Outcome {}

        /** It does not want this mail; {@code forGood}: nor will it later. */
        record Refused(String error, boolean forGood) implements Outcome {}

        /** It cannot be spoken with. */
        record Away(String error) implements Outcome {}
    }

    /** Waits for the answer, half a minute at most. */
    Outcome send(Mail mail) {
        MailMessage message = new MailMessage()
                .setFrom(config.from())
                .setTo(mail.to())
                .setSubject(mail.subject())
                .setText(mail.text());
        try {
            client().sendMail(message).toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
            return new Outcome.Taken();
        } catch (ExecutionException e) {
            return failed(e.getCause());
        } catch (TimeoutException e) {
            return away("no answer within " + SECONDS + " seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return away("interrupted");
        }
    }

    private Outcome failed(Throwable cause) {
        return cause instanceof SMTPException answer && !OF_THE_SERVER.contains(answer.getReplyCode())
                ? new Outcome.Refused(answer.getMessage(), answer.isPermanent())
                : away(String.valueOf(cause.getMessage()));
    }

    /** The next attempt begins anew: it does not wait for what this one may have left in the client's pool. */
    private Outcome away(String error) {
        close();
        return new Outcome.Away(error);
    }

    private synchronized MailClient client() {
        if (client == null) {
            client = MailClient.create(vertx, settings());
        }
        return client;
    }

    private MailConfig settings() {
        MailConfig settings = new MailConfig()
                .setHostname(config.host().orElseThrow())
                .setPort(config.port())
                .setSsl(config.security() == Security.TLS)
                .setStarttls(
                        switch (config.security()) {
                            case OPTIONAL -> StartTLSOptions.OPTIONAL;
                            case STARTTLS -> StartTLSOptions.REQUIRED;
                            case NONE, TLS -> StartTLSOptions.DISABLED;
                        })
                .setLogin(config.user().isPresent() ? LoginOption.REQUIRED : LoginOption.DISABLED)
                .setMaxPoolSize(1)
                .setConnectTimeout(SECONDS * 1000 / 2)
                .setOwnHostname("localhost");
        config.user().ifPresent(settings::setUsername);
        config.password().ifPresent(settings::setPassword);
        return settings;
    }

    synchronized void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }
}
