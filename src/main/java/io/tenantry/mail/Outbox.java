package io.tenantry.mail;

import io.tenantry.mail.Delivery.State;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Takes mails in and keeps them. Whether and when one goes out is nothing to who writes it. */
@ApplicationScoped
public class Outbox {
    private static final int MOST_RECIPIENTS = 20;
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_TEXT = 4_000;
    private static final Pattern ADDRESS = Pattern.compile("[!-~&&[^@<>\",;:()\\[\\]\\\\]]{1,64}@[A-Za-z0-9.-]{1,255}");

    private final Store store;
    private final Tenants tenants;
    private final SmtpConfig smtp;

    public Outbox(Store store, Tenants tenants, SmtpConfig smtp) {
        this.store = store;
        this.tenants = tenants;
        this.smtp = smtp;
    }

    /** A mail of a tenant. */
    public record Entry(Tenant tenant, Mail mail, Delivery delivery) {}

    /**
     * Writes a mail in the transaction of what it tells; one that is for nobody is none. What is no address is told nothing, and no text of a
     * caller makes lines of a header.
     */
    public void add(Session session, Mail mail) {
        List<String> to = mail.to().stream()
                .filter(each -> ADDRESS.matcher(each).matches())
                .distinct()
                .limit(MOST_RECIPIENTS)
                .toList();
        if (!to.isEmpty()) {
            Mail clean = new Mail(
                    mail.id(),
                    mail.at(),
                    mail.kind(),
                    to,
                    cut(mail.subject().replaceAll("\\p{Cntrl}", " "), LONGEST_SUBJECT),
                    cut(mail.text(), LONGEST_TEXT),
                    mail.job());
            new Mails(session).add(clean, smtp.host().isPresent() ? State.WAITING : State.KEPT);
        }
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    /** The mails of all tenants, oldest first. */
    public List<Entry> all() {
        return tenants.all().stream()
                .flatMap(tenant -> store.read(tenant, session -> new Mails(session).all()).stream()
                        .map(each -> new Entry(tenant, each.mail(), each.delivery())))
                .sorted(Comparator.comparing(each -> each.mail().at()))
                .toList();
    }

    /** A number that is another one when a tenant has other mails, or one was tried. */
    public static long mark(Session session) {
        return new Mails(session).mark();
    }

    public void clear() {
        tenants.all().forEach(tenant -> store.write(tenant, session -> new Mails(session).clear()));
    }
}
