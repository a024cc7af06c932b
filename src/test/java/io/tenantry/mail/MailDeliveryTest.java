package io.tenantry.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.tenantry.format.Ids;
import io.tenantry.mail.Delivery.State;
import io.tenantry.mail.Mail.Kind;
import io.tenantry.packaged.Await;
import io.tenantry.packaged.Ports;
import io.tenantry.store.Store;
import io.tenantry.store.StoreUnderTest;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import io.tenantry.time.VirtualClock;
import io.vertx.core.Vertx;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Mails on their way to a real mail server. */
@Execution(ExecutionMode.CONCURRENT)
class MailDeliveryTest {
    private final Vertx vertx = Vertx.vertx();
    private final Store store = StoreUnderTest.ephemeral();
    private final Tenants tenants = StoreUnderTest.tenants(store);
    private final Tenant tenant = StoreUnderTest.tenant(store, "harbour");
    private final GreenMail server = server(Ports.free());

    private static GreenMail server(int port) {
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(Duration.ofMinutes(1).toMillis());
        return new GreenMail(setup);
    }

    @AfterEach
    void end() {
        server.stop();
        StoreUnderTest.close(store);
        vertx.close();
    }

    private TestSmtp smtp() {
        return TestSmtp.on(server.getSmtp().getPort());
    }

    private MailDelivery delivery(SmtpConfig config) {
        return new MailDelivery(store, tenants, new VirtualClock(), config, new SmtpClient(vertx, config));
    }

    private void write(SmtpConfig config, String... to) {
        Outbox outbox = new Outbox(store, tenants, config);
        store.write(tenant, session -> {
            outbox.add(
                    session,
                    new Mail(
                            Ids.random(),
                            Instant.parse("2026-03-02T08:00:00Z"),
                            Kind.QUARANTINE,
                            List.of(to),
                            "Provisioning is in quarantine: Fähre",
                            "Reason: EncounteredQuarantineException\nZeile zwei",
                            Optional.of("job")));
            return null;
        });
    }

    private Delivery only() {
        List<Outbox.Entry> all = new Outbox(store, tenants, TestSmtp.NONE).all();
        assertEquals(1, all.size());
        return all.get(0).delivery();
    }

    @Test
    void aMailReachesAllItsRecipientsOnce() throws Exception {
        server.start();
        write(smtp(), "ops@harbour.example", "crew@harbour.example");
        MailDelivery delivery = delivery(smtp());
        delivery.tick();
        delivery.tick();
        MimeMessage[] received = server.getReceivedMessages();
        assertEquals(2, received.length, "one for each recipient");
        assertEquals("Provisioning is in quarantine: Fähre", received[0].getSubject());
        assertEquals("azure-noreply@microsoft.com", received[0].getFrom()[0].toString());
        assertTrue(GreenMailUtil.getBody(received[0]).contains("EncounteredQuarantineException"));
        assertEquals(new Delivery(State.SENT, 1, Optional.empty()), only());
    }

    @Test
    void whatWasWrittenWithoutAMailServerStaysWhereItIs() {
        write(TestSmtp.NONE, "ops@harbour.example");
        server.start();
        delivery(smtp()).tick();
        assertEquals(0, server.getReceivedMessages().length);
        assertEquals(State.KEPT, only().state());
    }

    @Test
    void aMailWaitsForAServerThatIsAway() {
        TestSmtp smtp = TestSmtp.on(Ports.free());
        write(smtp, "ops@harbour.example");
        MailDelivery delivery = delivery(smtp);
        delivery.tick();
        assertEquals(State.WAITING, only().state());
        assertTrue(only().error().isPresent(), "it is told why");
        GreenMail late = server(smtp.port());
        late.start();
        try {
            assertTrue(Await.until(Duration.ofMinutes(1), () -> {
                delivery.tick();
                return only().state() == State.SENT;
            }));
            assertEquals(1, late.getReceivedMessages().length);
        } finally {
            late.stop();
        }
    }

    @Test
    void aServerThatDoesNotLetUsInIsAsGoodAsAway() {
        server.setUser("mailer", "right-password");
        server.start();
        server.getManagers().getUserManager().setAuthRequired(true);
        write(smtp(), "ops@harbour.example");
        delivery(smtp().as("mailer", "wrong-password")).tick();
        assertEquals(State.WAITING, only().state());
        delivery(smtp().as("mailer", "right-password")).tick();
        assertEquals(State.SENT, only().state());
    }

    @Test
    void whatTheServerWillNeverTakeIsRefusedAndDoesNotHoldTheOthersUp() throws IOException {
        try (PickyServer picky = new PickyServer("nobody@harbour.example")) {
            TestSmtp smtp = TestSmtp.on(picky.port());
            write(smtp, "nobody@harbour.example");
            write(smtp, "ops@harbour.example");
            delivery(smtp).tick();
        }
        List<Delivery> ends = new Outbox(store, tenants, TestSmtp.NONE)
                .all().stream().map(Outbox.Entry::delivery).toList();
        assertEquals(State.REFUSED, ends.get(0).state());
        assertTrue(ends.get(0).error().orElse("").contains("550"), "it is told why");
        assertEquals(State.SENT, ends.get(1).state());
    }

    @Test
    void whatIsNoAddressIsToldNothingAndNoTextMakesAHeader() {
        write(TestSmtp.NONE, "ops", "a@b@c", "ops@harbour.example\r\nBcc: x@y.example", "");
        assertEquals(List.of(), new Outbox(store, tenants, TestSmtp.NONE).all());
        store.write(tenant, session -> {
            new Outbox(store, tenants, TestSmtp.NONE)
                    .add(
                            session,
                            new Mail(
                                    Ids.random(),
                                    Instant.EPOCH,
                                    Kind.FAILURE,
                                    List.of("ops@harbour.example", "ops@harbour.example"),
                                    "x\r\nBcc: y@z.example",
                                    "t".repeat(100_000),
                                    Optional.empty()));
            return null;
        });
        Mail kept = new Outbox(store, tenants, TestSmtp.NONE).all().get(0).mail();
        assertEquals(List.of("ops@harbour.example"), kept.to());
        assertEquals("x  Bcc: y@z.example", kept.subject());
        assertEquals(4_000, kept.text().length());
    }

    @Test
    void anOutboxKeepsTheNewestMails() {
        for (int i = 0; i < Mails.MOST + 3; i++) {
            write(TestSmtp.NONE, "ops" + i + "@harbour.example");
        }
        List<Outbox.Entry> all = new Outbox(store, tenants, TestSmtp.NONE).all();
        assertEquals(Mails.MOST, all.size());
        assertEquals(List.of("ops3@harbour.example"), all.get(0).mail().to());
    }
}
