package io.tenantry.junit.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tenantry.junit.Graph;
import io.tenantry.junit.InTenant;
import io.tenantry.junit.TenantryTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What {@code @BeforeAll} made is there for each test, whatever the one before did to it. */
@TenantryTest
class Prepared {
    private static final String GROUPS = "/v1.0/groups?$filter=startsWith(displayName,'made')";

    private final Graph source;

    /** A group of each test. */
    Prepared(@InTenant("source") Graph source) {
        this.source = source;
        create(source, "made by the constructor");
    }

    @BeforeAll
    static void forAll(@InTenant("source") Graph source) {
        create(source, "made for all");
    }

    @BeforeEach
    void forEach() {
        create(source, "made for each");
    }

    @RepeatedTest(2)
    void itIsThere() {
        assertEquals(3, clear());
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class WithinAnother {
        @BeforeAll
        void forThese(@InTenant("source") Graph source) {
            create(source, "made for these");
        }

        @RepeatedTest(2)
        void soIsWhatWasMadeHere() {
            assertEquals(4, clear());
        }
    }

    @Nested
    class BesideIt {
        @Test
        void whatWasMadeThereIsNotHere() {
            assertEquals(3, clear());
        }
    }

    private int clear() {
        var groups = source.all(GROUPS);
        groups.forEach(group ->
                source.delete("/v1.0/groups/" + group.get("id").asText()).expect(204));
        return groups.size();
    }

    private static void create(Graph source, String name) {
        Map<String, Object> group =
                Map.of("displayName", name, "mailEnabled", false, "mailNickname", "made", "securityEnabled", true);
        source.post("/v1.0/groups", group).expect(201);
    }
}
