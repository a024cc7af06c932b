package io.tenantry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * What holds of a setting, and who says so.
 *
 * @param path {@code inboundTrust.isMfaAccepted}; of settings with both halves each half by itself
 */
public record EffectiveSetting(String path, JsonNode value, Source source) {
    /** Who says so. */
    public enum Source {
        PARTNER,
        DEFAULT,
        SYSTEM;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
