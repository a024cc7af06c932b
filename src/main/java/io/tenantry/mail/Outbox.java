package io.tenantry.mail;

import io.tenantry.mail.Delivery.State;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

/** Takes mails in and keeps them. Whether and when one goes out is nothing to who writes it. */
@ApplicationScoped
public class Outbox {
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

    /** Writes a mail in the transaction of what it tells; one that is for nobody is none. */
    public void add(Session session, Mail mail) {
        if (!mail.to().isEmpty()) {
            new Mails(session).add(mail, smtp.host().isPresent() ? State.WAITING : State.KEPT);
        }
    }

    /** The mails of all tenants, oldest first. */
    public List<Entry> all() {
        return tenants.all().stream()
                .flatMap(tenant -> store.read(tenant, session -> new Mails(session).all()).stream()
                        .map(each -> new Entry(tenant, each.mail(), each.delivery())))
                .sorted(Comparator.comparing(each -> each.mail().at()))
                .toList();
    }

    public void clear() {
        tenants.all().forEach(tenant -> store.write(tenant, session -> new Mails(session).clear()));
    }
}
