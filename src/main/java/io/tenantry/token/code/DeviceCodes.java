package io.tenantry.token.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import io.tenantry.token.key.SealedTexts;
import io.tenantry.token.signin.CarriedSignIn;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Device codes that wait for a user, are approved, or were used. Each is kept in one tenant under the code that the user enters: that of
 * the request, or over everybody's authority that of the client.
 */
@ApplicationScoped
public class DeviceCodes {
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    private static final String TYPE = "deviceCode";
    private static final String PURPOSE = "device code";
    /** No vowels and nothing that looks like something else. */
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789";

    private static final int LENGTH = 9;
    /** Of a tenant at a time; the oldest go. */
    static final int MOST = 2000;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** What became of a code. */
    public enum State {
        PENDING,
        APPROVED,
        DECLINED,
        REDEEMED
    }

    /**
     * @param place where it is kept
     * @param authority that the request named
     * @param approval null for none yet
     */
    public record DeviceCode(
            Tenant place,
            String userCode,
            String authority,
            String clientId,
            String scope,
            State state,
            Instant expires,
            Approval approval) {
        public boolean isOver(Instant now) {
            return !now.isBefore(expires);
        }
    }

    /** @param tenantId that was signed in to */
    public record Approval(String tenantId, CarriedSignIn signIn) {}

    private final Store store;
    private final Tenants tenants;
    private final SealedTexts seals;

    DeviceCodes(Store store, Tenants tenants, SealedTexts seals) {
        this.store = store;
        this.tenants = tenants;
        this.seals = seals;
    }

    /** A new one; returns the code that the user enters. */
    public String begin(Tenant place, String authority, String clientId, String scope, Instant now) {
        String userCode = random();
        store.write(place, session -> {
            prune(session, now);
            session.insert(Entity.of(TYPE, userCode)
                    .set("state", text(now.plus(LIFETIME)))
                    .set("authority", authority)
                    .set("clientId", clientId)
                    .set("scope", scope)
                    .set("progress", State.PENDING.name()));
            return null;
        });
        return userCode;
    }

    private static String random() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** Those that ran out, and beyond a bound the oldest. */
    private static void prune(Session session, Instant now) {
        String type = "tenant = {tenant} and type = '" + TYPE + "'";
        session.update("delete from entity where " + type + " and ref2 < ?", text(now));
        session.update(
                "delete from entity where " + type + " and ref2 <= (select ref2 from entity where " + type
                        + " order by ref2 desc limit 1 offset ?)",
                MOST);
    }

    /** What the client polls with. */
    public String deviceCode(Tenant place, String userCode) {
        return seals.close(PURPOSE, place.id() + " " + userCode);
    }

    /** Empty for what is none of this server's, or is no longer kept. */
    public Optional<DeviceCode> byDeviceCode(String text) {
        return seals.open(PURPOSE, text).map(opened -> opened.split(" ", 2)).flatMap(parts -> tenants.byId(parts[0])
                .flatMap(place -> find(place, parts[1])));
    }

    /** Whatever tenant it is kept in; in any case, blanks and dashes do not count. */
    public Optional<DeviceCode> byUserCode(String entered) {
        String code = entered.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return tenants.all().stream()
                .map(place -> find(place, code))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<DeviceCode> find(Tenant place, String userCode) {
        return store.read(place, session -> session.find(TYPE, userCode)).map(entity -> of(place, entity));
    }

    private static DeviceCode of(Tenant place, Entity entity) {
        return new DeviceCode(
                place,
                entity.id(),
                entity.text("authority"),
                entity.text("clientId"),
                entity.text("scope"),
                State.valueOf(entity.text("progress")),
                Instant.ofEpochMilli(Long.parseLong(entity.text("state"))),
                entity.get("approval") == null ? null : approval(entity.get("approval")));
    }

    private static Approval approval(JsonNode json) {
        return new Approval(json.get("tenant").asText(), CarriedSignIn.of(json.get("signIn")));
    }

    /** Approved by who signed in; false where it was not waiting any more. */
    public boolean approve(DeviceCode code, Tenant tenant, CarriedSignIn signIn) {
        ObjectNode approval = Json.object().put("tenant", tenant.id());
        approval.set("signIn", signIn.toJson());
        return change(code, State.PENDING, State.APPROVED, entity -> entity.set("approval", approval));
    }

    public boolean decline(DeviceCode code) {
        return change(code, State.PENDING, State.DECLINED, entity -> entity);
    }

    /** Of several at once one is the first. */
    public boolean redeem(DeviceCode code) {
        return change(code, State.APPROVED, State.REDEEMED, entity -> entity);
    }

    private boolean change(DeviceCode code, State from, State to, UnaryOperator<Entity> more) {
        return store.write(code.place(), session -> {
            Optional<Entity> entity = session.find(TYPE, code.userCode())
                    .filter(known -> known.text("progress").equals(from.name()));
            entity.ifPresent(known -> session.update(more.apply(known.set("progress", to.name()))));
            return entity.isPresent();
        });
    }

    /** In the order of time, also as text. */
    private static String text(Instant moment) {
        return "%016d".formatted(moment.toEpochMilli());
    }
}
