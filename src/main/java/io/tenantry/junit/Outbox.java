package io.tenantry.junit;

import java.util.ArrayList;
import java.util.List;

/** Mails that the service would have sent, of all tenants. */
public final class Outbox {
    private final Control control;

    Outbox(Control control) {
        this.control = control;
    }

    /** Oldest first. */
    public List<Mail> mails() {
        List<Mail> mails = new ArrayList<>();
        control.get("/mails").ok().forEach(shown -> mails.add(Mail.of(shown)));
        return mails;
    }

    public List<Mail> to(String address) {
        return mails().stream()
                .filter(mail -> mail.to().stream().anyMatch(address::equalsIgnoreCase))
                .toList();
    }

    public void clear() {
        control.delete("/mails").expect(204);
    }
}
