package io.tenantry.packaged.console;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A state is kept, compared, put back. */
@InBrowser
class SnapshotsIT {
    @Test
    void aSnapshotIsComparedWithWhatCameAfterItAndPutBack(Console console) throws Exception {
        console.open("/snapshots");
        console.see("No snapshots yet");
        console.fill("Name", "before");
        console.press("Take it");
        Part list = console.part("Snapshots");
        list.see("Compare before with now");
        console.world().source().patch("/v1.0/users/ana.reis@alderwood.example", "{\"jobTitle\": \"<b>Chief</b>\"}");
        console.world().source().delete("/v1.0/users/quote@alderwood.example").expect(204);
        console.world().run();
        list.follow("Compare before with now");
        console.see("Changes from before to now");
        Part different = console.part("What is different");
        different.reads("changed Ana Reis user in Birchline\\s*jobTitle\\s*Head of Sales <b>Chief</b>");
        different.reads("removed O'Neil");
        console.part("How many are different").reads("Birchline\\s*user\\s*0\\s*1\\s*1");
        console.isAccessible();
        console.widthOf(360);
        console.fitsItsWidth();
        console.follow("Snapshots");
        console.press("Restore before");
        console.see("204");
        console.follow("Compare before with now");
        console.see("Nothing is different");
        console.open("/snapshots");
        console.press("Delete before");
        console.see("No snapshots yet");
        console.isAccessible();
    }

    @Test
    void aResetAsksBeforeItForgetsEverything(Console console) throws Exception {
        console.world().source().delete("/v1.0/users/quote@alderwood.example").expect(204);
        console.open("/snapshots");
        console.press("Reset");
        console.see("204");
        assertTrue(console.asked().contains("Go back to the scenario?"));
        console.world().source().get("/v1.0/users/quote@alderwood.example").expect(200);
    }
}
