package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.store.Entity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clouds and what goes from one into another (provisioning-engine.md §12). */
class CloudPairsTest extends EngineTest {
    private static final String[] ALL = {"microsoftonline.com", "microsoftonline.us", "partner.microsoftonline.cn"};

    private TestSync between(String from, String to) {
        TestTenant source = w.tenant("source", from);
        TestTenant target = w.tenant("target", to);
        source.openTo(ALL);
        target.openTo(ALL);
        return new TestSync(w, source, target);
    }

    private static String error(TestSync sync) {
        return sync.status().path("quarantine").path("error").path("code").asText();
    }

    @ParameterizedTest
    @CsvSource({"global, usgov", "usgov, global", "global, china", "usgov, usgov", "china, china"})
    void pairsThatAreServedCarryUsers(String from, String to) {
        TestSync sync = between(from, to);
        Entity user = sync.source.user("user");
        sync.assign(user);
        sync.cycle();
        assertTrue(sync.target.external(user).isPresent());
    }

    @ParameterizedTest
    @CsvSource({"china, global", "china, usgov", "usgov, china"})
    void otherPairsAreNotServed(String from, String to) {
        TestSync sync = between(from, to);
        sync.assign(sync.source.user("user"));
        sync.cycle();
        assertEquals("ExternalTenantNotFound", error(sync));
        assertEquals(List.of(), sync.target.externals());
    }

    @Test
    void bothTenantsHaveToBeOpenToTheOthersCloud() {
        TestSync sync = between("global", "usgov");
        sync.assign(sync.source.user("user"));
        sync.target.openTo();
        sync.cycle();
        assertEquals("AzureActiveDirectoryTokenExpired", error(sync));
        sync.source.openTo("partner.microsoftonline.cn");
        sync.restart();
        sync.cycle();
        assertEquals("ExternalTenantNotFound", error(sync));
        assertEquals(List.of(), sync.target.externals());
    }

    @ParameterizedTest
    @CsvSource({"global, usgov, false", "usgov, usgov, false", "china, china, true", "global, global, true"})
    void managersStayInTheirCloudAndTheGovernmentHasNone(String from, String to, boolean flows) {
        TestSync sync = between(from, to);
        Entity boss = sync.source.user("boss");
        Entity user = sync.source.user("user");
        sync.source.manager(user, boss);
        sync.assign(boss, user);
        sync.cycle();
        Entity made = sync.target.external(user).orElseThrow();
        assertEquals(
                flows ? 1 : 0,
                sync.target
                        .read(session -> session.references().targets("manager", made.id()))
                        .size());
    }

    @ParameterizedTest
    @CsvSource({"global, usgov, 0", "usgov, usgov, 1", "global, global, 1"})
    void groupsStayInTheirCloud(String from, String to, int groups) {
        TestSync sync = between(from, to);
        Entity crew = sync.source.group("Crew", sync.source.user("user"));
        sync.assign(crew);
        sync.withGroups();
        sync.cycle();
        assertEquals(groups, sync.target.groups("Crew").size());
        assertEquals(1, sync.target.externals().size());
    }
}
