package io.tenantry.token.code;

import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.time.Instant;

/** What is good for one time and was used: kept as long as it would be good otherwise, by virtual time. */
public final class SpentCodes {
    private static final String TYPE = "spentCode";

    private SpentCodes() {}

    /**
     * To be called in a transaction that writes: of several at once one is the first.
     *
     * @param id of the code, a GUID
     * @param until when the code runs out
     * @return false where it was used before
     */
    public static boolean spend(Session session, String id, Instant until, Instant now) {
        session.update("delete from entity where tenant = {tenant} and type = '" + TYPE + "' and ref2 < ?", text(now));
        if (session.find(TYPE, id).isPresent()) {
            return false;
        }
        session.insert(Entity.of(TYPE, id).set("state", text(until)));
        return true;
    }

    public static boolean isSpent(Session session, String id) {
        return session.find(TYPE, id).isPresent();
    }

    /** In the order of time, also as text. */
    private static String text(Instant moment) {
        return "%016d".formatted(moment.toEpochMilli());
    }
}
