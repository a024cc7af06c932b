package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.format.Ids;
import io.tenantry.provisioning.job.Proposal;
import io.tenantry.provisioning.plan.PlanAction;
import io.tenantry.provisioning.plan.PlanPages.View;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A plan reads ahead of itself in another view of the store; all that it says is of one moment nevertheless. */
class PlanMomentTest extends EngineTest {
    /** A plan reads a thousand at a time. */
    private static final int BETWEEN = 1100;

    private static final int PLANS = 12;

    @Test
    void whatIsWrittenMeanwhileIsSeenAsAWholeOrNotAtAll() {
        Entity first = w.alderwood.user("00000000-0000-4000-8000-000000000001", "first", user -> user.set("city", "0"));
        Entity last = w.alderwood.user("ffffffff-ffff-4fff-8fff-ffffffffffff", "last", user -> user.set("city", "0"));
        w.alderwood.write(PlanMomentTest::crowd);
        w.sync.assign(first, last);
        w.sync.start();

        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> moving = CompletableFuture.runAsync(() -> {
            for (int city = 1; !enough.get(); city++) {
                move(List.of(first, last), Integer.toString(city));
            }
        });
        try {
            for (int i = 0; i < PLANS; i++) {
                JsonNode plan = plan();
                assertEquals(city(plan, first), city(plan, last));
            }
        } finally {
            enough.set(true);
            moving.join();
        }
    }

    private static void crowd(Session session) {
        for (int i = 0; i < BETWEEN; i++) {
            DirectoryObjects.create(
                    session,
                    Entity.of("user", Ids.random())
                            .set("userPrincipalName", "crowd" + i + "@alderwood.onmicrosoft.com")
                            .set("userType", "Member"));
        }
    }

    private void move(List<Entity> users, String city) {
        w.alderwood.write(session -> users.forEach(user -> {
            Entity now = session.findObject(user.id(), false).orElseThrow();
            now.set("city", city);
            DirectoryObjects.update(session, now);
        }));
    }

    private JsonNode plan() {
        return w.plans
                .first(w.alderwood.tenant, w.sync.jobId, Proposal.NONE, new View(10, EnumSet.of(PlanAction.CREATE)))
                .orElseThrow()
                .shown();
    }

    private static String city(JsonNode plan, Entity user) {
        return plan.path("objects")
                .valueStream()
                .filter(each -> each.at("/source/id").asText().equals(user.id()))
                .flatMap(each -> each.path("changes").valueStream())
                .filter(change -> change.path("name").asText().equals("city"))
                .map(change -> change.path("after").asText())
                .findFirst()
                .orElseThrow();
    }
}
