package io.tenantry.packaged.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Logs, requests and faults, as somebody looks for what went wrong. */
@InBrowser
class LogsIT {
    @Test
    void anEntryIsFoundAndReadWithItsSteps(Console console) {
        console.open("/logs");
        console.fill("Name or id of the source", "Ben");
        console.choose("Action", "create");
        console.press("Filter");
        console.seeNo("Ana Reis");
        console.follow("create");
        console.see("matching");
        console.see("Modified properties");
        console.isAccessible();
        console.fitsItsWidth();
    }

    @Test
    void theLogFollowsACycle(Console console) throws IOException {
        console.open("/logs?action=update&person=Ana");
        console.see("No entries");
        console.world()
                .source()
                .patch("/v1.0/users/ana.reis@alderwood.example", "{\"jobTitle\": \"Director\"}")
                .expect(204);
        console.world().run();
        console.see("Ana Reis");
    }

    @Test
    void auditsAndMailsAreRead(Console console) {
        console.open("/logs/audits");
        console.choose("Tenant", "Birchline");
        console.fill("Activity begins with", "Add user");
        console.press("Filter");
        console.follow("Add user");
        console.see("Core Directory");
        console.isAccessible();
        console.open("/logs/mails");
        console.see("No mails");
        console.isAccessible();
    }

    @Test
    void requestsComeInWhileThePageIsOpenAndAFaultMakesThemFail(Console console) throws IOException {
        console.open("/requests");
        console.see("No requests yet");
        console.world().source().get("/v1.0/groups?$top=1").expect(200);
        console.see("/v1.0/groups?$top=1");
        console.isAccessible();
        console.follow("Faults");
        console.fill("Path, with * for anything", "/v1.0/groups*");
        console.fill("Status", "429");
        console.fill("Retry-After, seconds", "7");
        console.press("Add the rule");
        console.see("answer 429");
        console.isAccessible();
        console.fitsItsWidth();
        assertEquals(429, console.world().source().get("/v1.0/groups").status());
        console.press("Remove");
        console.see("No faults");
        console.world().source().get("/v1.0/groups").expect(200);
        console.open("/requests?status=429");
        console.follow("GET /v1.0/groups");
        console.see("Retry-After");
        console.isAccessible();
    }
}
