package io.tenantry.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No message about a store tells a password. */
class StoreAddressTest {
    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/t?user=u&password=kelp, jdbc:postgresql://db/t?user=u&password=***",
        "jdbc:postgresql://u:kelp@db:5432/t, jdbc:postgresql://u:***@db:5432/t",
        "jdbc:postgresql://db/t?sslPassword=kelp, jdbc:postgresql://db/t?sslPassword=***",
        "jdbc:postgresql://db:5432/t, jdbc:postgresql://db:5432/t",
        "jdbc:postgresql://u@db/t?ssl=true, jdbc:postgresql://u@db/t?ssl=true"
    })
    void aUrlIsShownWithoutIt(String url, String shown) {
        assertEquals(shown, new StoreAddress(url, Optional.empty(), Optional.empty()).hiding(url));
    }

    @Test
    void theWordsOfADriverAreAsWellWithoutIt() {
        StoreAddress address =
                new StoreAddress("jdbc:postgresql://db/t?password=a%20kelp", Optional.of("u"), Optional.of("dulse"));

        assertEquals("no *** for ***", address.hiding("no a kelp for dulse"));
    }
}
