package io.tenantry.mail;

import io.tenantry.format.Json;
import io.tenantry.mail.Delivery.State;
import io.tenantry.store.Row;
import io.tenantry.store.Session;
import io.tenantry.store.key.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The mails of one tenant, the newest {@value #MOST} of them. */
final class Mails {
    static final int MOST = 1000;

    private static final String COLUMNS =
            "number, id, at, kind, recipients, subject, body, job, delivery, attempts, error";

    private final Session session;

    Mails(Session session) {
        this.session = session;
    }

    /** A mail as it is kept. */
    record Kept(long number, Mail mail, Delivery delivery) {}

    void add(Mail mail, State state) {
        long number = session.query(
                                "select coalesce(max(number), 0) from mail where tenant = {tenant}",
                                row -> row.getLong(1))
                        .get(0)
                + 1;
        session.update(
                "insert into mail (tenant, number, id, at, kind, recipients, subject, body, job, delivery, attempts, next_attempt)"
                        + " values ({tenant},?,?,?,?,?,?,?,?,?,0,0)",
                number,
                mail.id(),
                Key.micros(mail.at()),
                mail.kind().wireName(),
                Json.write(Json.array(mail.to())),
                mail.subject(),
                mail.text(),
                mail.job().orElse(null),
                state.wireName());
        session.update("delete from mail where tenant = {tenant} and number <= ?", number - MOST);
    }

    /** In the order in which they were written. */
    List<Kept> all() {
        return session.query("select " + COLUMNS + " from mail where tenant = {tenant} order by number", Mails::row);
    }

    /** A number that is another one when there are other mails, or one was tried. */
    long mark() {
        return session.query(
                        "select coalesce(sum(number + attempts), 0) + count(*) from mail where tenant = {tenant}",
                        row -> row.getLong(1))
                .get(0);
    }

    int clear() {
        return session.update("delete from mail where tenant = {tenant}");
    }

    /** The oldest that wait and may be tried at a moment. */
    List<Kept> waiting(Instant now, int limit) {
        return session.query(
                "select " + COLUMNS
                        + " from mail where tenant = {tenant} and delivery = 'waiting' and next_attempt <= ?"
                        + " order by number limit ?",
                Mails::row,
                Key.micros(now),
                limit);
    }

    /** Takes a mail that waits, for as long as it may take to send it; false where somebody else took it. */
    boolean take(Kept kept, Instant until) {
        return session.update(
                        "update mail set attempts = attempts + 1, next_attempt = ? where tenant = {tenant} and number = ?"
                                + " and id = ? and delivery = 'waiting' and attempts = ?",
                        Key.micros(until),
                        kept.number(),
                        kept.mail().id(),
                        kept.delivery().attempts())
                == 1;
    }

    /** How an attempt ended. */
    void settle(Kept kept, State state, String error, Instant next) {
        session.update(
                "update mail set delivery = ?, error = ?, next_attempt = ? where tenant = {tenant} and number = ? and id = ?",
                state.wireName(),
                error,
                Key.micros(next),
                kept.number(),
                kept.mail().id());
    }

    private static Kept row(Row row) {
        List<String> to = new ArrayList<>();
        Json.parse(row.getString(5)).forEach(each -> to.add(each.asText()));
        Mail mail = new Mail(
                row.getString(2),
                Key.instant(row.getLong(3)),
                Mail.Kind.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                to,
                row.getString(6),
                row.getString(7),
                Optional.ofNullable(row.getString(8)));
        State state = State.valueOf(row.getString(9).toUpperCase(Locale.ROOT));
        return new Kept(
                row.getLong(1), mail, new Delivery(state, row.getInt(10), Optional.ofNullable(row.getString(11))));
    }
}
