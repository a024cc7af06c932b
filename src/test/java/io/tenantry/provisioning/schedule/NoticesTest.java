package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.mail.Mail;
import io.tenantry.mail.Mail.Kind;
import io.tenantry.mail.Outbox;
import io.tenantry.store.Entity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is told of what by mail (insights-and-feeds.md §13, §14). */
class NoticesTest extends EngineTest {
    private void tell(String recipients) {
        w.sync.secret(
                "SyncNotificationSettings",
                "{\"Enabled\":true,\"Recipients\":\"" + recipients
                        + "\",\"DeleteThresholdEnabled\":true,\"DeleteThresholdValue\":2}");
    }

    private List<Mail> mails() {
        return w.outbox.all().stream().map(Outbox.Entry::mail).toList();
    }

    private List<Kind> kinds() {
        return mails().stream().map(Mail::kind).toList();
    }

    @Test
    void aQuarantineIsToldOnceAndSoIsTheNextOne() {
        tell("ops@harbour.example");
        w.sync.cycle();
        assertEquals(List.of(), kinds());
        w.birchline.allowSyncFrom(w.alderwood, false);
        w.advance("P2D");
        Mail mail = mails().get(0);
        assertEquals(List.of(Kind.QUARANTINE), kinds());
        assertEquals(List.of("ops@harbour.example"), mail.to());
        assertTrue(mail.subject().contains("Harbour sync") && mail.subject().contains("alderwood"), mail.subject());
        for (String word : List.of("EncounteredQuarantineException", w.sync.jobId, w.birchline.tenant.id())) {
            assertTrue(mail.text().contains(word), mail.text());
        }
        w.birchline.allowSyncFrom(w.alderwood, true);
        w.advance("P2D");
        w.birchline.allowSyncFrom(w.alderwood, false);
        w.advance("PT40M");
        assertEquals(List.of(Kind.QUARANTINE, Kind.QUARANTINE), kinds());
    }

    @Test
    void deletionsThatAreHeldBackAreToldAndAnotherReasonIs() {
        tell("ops@harbour.example");
        w.sync.cycle();
        w.sync.unassign(w.ana, w.ben, w.cho);
        w.sync.cycle();
        assertEquals(List.of(Kind.DELETIONS), kinds());
        assertTrue(
                mails().get(0).text().contains("3 objects, more than the threshold of 2"),
                mails().get(0).text());
        w.birchline.allowSyncFrom(w.alderwood, false);
        w.sync.cycle();
        w.sync.cycle();
        assertEquals(List.of(Kind.DELETIONS, Kind.QUARANTINE), kinds());
        assertEquals(
                2, w.alderwood.audits().stream().filter("quarantine"::equals).count());
    }

    @Test
    void failuresAreToldWhenTheyBegin() {
        tell("ops@harbour.example");
        Entity desk = w.birchline.user("desk", user -> user.set("mail", w.ben.text("mail")));
        w.sync.cycle();
        assertEquals(List.of(Kind.FAILURE), kinds());
        w.advance("P2D");
        w.birchline.user("desk2", user -> user.set("mail", "dia@alderwood.onmicrosoft.com"));
        w.sync.assign(w.alderwood.user("dia"));
        w.sync.cycle();
        assertEquals(List.of(Kind.FAILURE), kinds(), "ben fails still");
        w.birchline.purge(desk);
    }

    @Test
    void whoDoesNotWantToBeToldOrCannotIsNot() {
        w.birchline.allowSyncFrom(w.alderwood, false);
        w.sync.cycle();
        tell("nobody");
        w.sync.start();
        w.sync.cycle();
        assertEquals(List.of(), kinds());
        tell("ops@harbour.example; crew@harbour.example,ops@harbour.example");
        w.sync.start();
        w.sync.cycle();
        assertEquals(
                List.of("ops@harbour.example", "crew@harbour.example"),
                mails().get(0).to());
    }
}
