package io.tenantry.token.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.token.AtOnce;
import io.tenantry.token.TokenWorld;
import io.tenantry.token.code.DeviceCodes.DeviceCode;
import io.tenantry.token.signin.CarriedSignIn;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store keeps of codes. */
@QuarkusTest
class CodesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @Inject
    Store store;

    @Inject
    DeviceCodes codes;

    private Tenant tenant;

    @BeforeEach
    void aTenant() {
        tenant = TokenWorld.tenant(store, "Marlow Quay").tenant;
    }

    @Test
    void ofEightThatSpendACodeAtOnceOneIsTheFirst() throws Exception {
        String id = Ids.random();
        assertEquals(1, AtOnce.successes(() -> spend(id, NOW)));
        assertTrue(isSpent(id));
    }

    @Test
    void aSpentCodeIsKeptAsLongAsItWouldBeGood() {
        String id = Ids.random();
        assertTrue(spend(id, NOW));
        assertTrue(spend(Ids.random(), NOW.plus(Duration.ofMinutes(9))));
        assertFalse(spend(id, NOW.plus(Duration.ofMinutes(10))));
        assertTrue(spend(Ids.random(), NOW.plus(Duration.ofMinutes(11))));
        assertFalse(isSpent(id));
    }

    @Test
    void aDeviceCodeIsFoundByWhatIsEnteredAndByWhatTheClientPollsWith() {
        String userCode = begin(NOW);
        DeviceCode code = codes.byUserCode(userCode.toLowerCase().replaceAll("(...)", "$1-"))
                .orElseThrow();
        assertEquals(DeviceCodes.State.PENDING, code.state());
        assertEquals(NOW.plus(DeviceCodes.LIFETIME), code.expires());
        assertEquals(
                code, codes.byDeviceCode(codes.deviceCode(tenant, userCode)).orElseThrow());
    }

    @Test
    void aDeviceCodeIsApprovedOrDeclinedOnceAndRedeemedOnce() throws Exception {
        String userCode = begin(NOW);
        DeviceCode code = codes.byUserCode(userCode).orElseThrow();
        assertFalse(codes.redeem(code));
        assertEquals(1, AtOnce.successes(() -> codes.approve(code, tenant, signIn())));
        assertFalse(codes.decline(code));
        DeviceCode approved = codes.byUserCode(userCode).orElseThrow();
        assertEquals(tenant.id(), approved.approval().tenantId());
        assertEquals(1, AtOnce.successes(() -> codes.redeem(approved)));
    }

    @Test
    void deviceCodesThatRanOutGoAndBeyondABoundTheOldest() {
        String over = begin(NOW.minus(Duration.ofHours(1)));
        String oldest = begin(NOW.minus(Duration.ofMinutes(1)));
        store.write(tenant, session -> {
            session.insertAll(IntStream.range(0, DeviceCodes.MOST)
                    .mapToObj(CodesTest::waiting)
                    .toList());
            return null;
        });
        String newest = begin(NOW);
        assertTrue(codes.byUserCode(over).isEmpty());
        assertTrue(codes.byUserCode(oldest).isEmpty());
        assertTrue(codes.byUserCode(newest).isPresent());
        assertTrue(count() <= DeviceCodes.MOST + 1, () -> "there are " + count());
    }

    private static Entity waiting(int number) {
        return Entity.of("deviceCode", "WAITS" + number)
                .set("state", "%016d".formatted(NOW.plus(DeviceCodes.LIFETIME).toEpochMilli() - 1))
                .set("progress", DeviceCodes.State.PENDING.name());
    }

    private long count() {
        List<Long> counts = store.read(
                tenant,
                session -> session.query(
                        "select count(*) from entity where tenant = {tenant} and type = 'deviceCode'",
                        row -> row.getLong(1)));
        return counts.get(0);
    }

    private String begin(Instant now) {
        return codes.begin(tenant, tenant.id(), Ids.random(), "User.Read", now);
    }

    private boolean spend(String id, Instant now) {
        return store.write(tenant, session -> SpentCodes.spend(session, id, NOW.plus(Duration.ofMinutes(10)), now));
    }

    private boolean isSpent(String id) {
        return store.read(tenant, session -> SpentCodes.isSpent(session, id));
    }

    private CarriedSignIn signIn() {
        return new CarriedSignIn(tenant.id(), Ids.random(), Ids.random(), NOW, "", "");
    }
}
