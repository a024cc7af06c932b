package io.tenantry.provisioning.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tenantry.format.Json;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Secrets of a job that are settings (synchronization-api.md §5, provisioning-engine.md §7). */
class JobSettingsTest {
    private static JobSettings settings(String... pairs) {
        ArrayNode secrets = Json.array();
        for (int i = 0; i < pairs.length; i += 2) {
            secrets.addObject().put("key", pairs[i]).put("value", pairs[i + 1]);
        }
        return JobSettings.of(secrets);
    }

    private static JobSettings notified(String value) {
        return settings("SyncNotificationSettings", value);
    }

    @ParameterizedTest
    @CsvSource({"true,true", "True,true", "TRUE,true", "false,false", "yes,false", "1,false", "'',false"})
    void everyoneIsInScopeWhereTheSecretSaysTrue(String value, boolean all) {
        assertEquals(all, settings("SyncAll", value).syncAll());
    }

    @Test
    void withoutTheSecretOnlyWhoIsAssignedIsInScope() {
        assertEquals(false, settings().syncAll());
    }

    @Test
    void anEmptySecretIsNone() {
        assertEquals(Optional.empty(), settings("CompanyId", "").companyId());
        assertEquals(Optional.of("t"), settings("CompanyId", "t").companyId());
        assertEquals(Optional.empty(), settings("AuthenticationType", "").authenticationType());
        assertEquals(
                Optional.of("SyncPolicy"),
                settings("AuthenticationType", "SyncPolicy").authenticationType());
    }

    @Test
    void theThresholdIsOffUntilItIsEnabledAndIsFiveHundredWhereNoneIsNamed() {
        assertEquals(OptionalInt.empty(), settings().deleteThreshold());
        assertEquals(
                OptionalInt.empty(), notified("{\"DeleteThresholdValue\":3}").deleteThreshold());
        assertEquals(
                OptionalInt.empty(),
                notified("{\"DeleteThresholdEnabled\":false,\"DeleteThresholdValue\":3}")
                        .deleteThreshold());
        assertEquals(
                OptionalInt.of(3),
                notified("{\"DeleteThresholdEnabled\":true,\"DeleteThresholdValue\":3}")
                        .deleteThreshold());
        assertEquals(
                OptionalInt.of(500),
                notified("{\"DeleteThresholdEnabled\":true}").deleteThreshold());
    }

    @Test
    void recipientsStandBehindCommasOrSemicolonsAndAreToldWhereThatIsOn() {
        String recipients = "\"Recipients\":\" a@b.example ;c@d.example,,\"";
        assertEquals(
                List.of("a@b.example", "c@d.example"),
                notified("{\"Enabled\":true," + recipients + "}").recipients());
        assertEquals(
                List.of(), notified("{\"Enabled\":false," + recipients + "}").recipients());
        assertEquals(List.of(), notified("{" + recipients + "}").recipients());
        assertEquals(List.of(), notified("{\"Enabled\":true}").recipients());
    }

    @ParameterizedTest
    @CsvSource({"x", "'{'", "''", "'[]'"})
    void whatIsNoJsonSwitchesNothingOn(String value) {
        assertEquals(List.of(), notified(value).recipients());
        assertEquals(OptionalInt.empty(), notified(value).deleteThreshold());
    }
}
