package io.tenantry.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectReferenceTest {
    @ParameterizedTest
    @CsvSource({
        "https://graph.microsoft.com/v1.0/users/62e0b71f-8de4-5afd-8da9-d40a146b881c",
        "https://graph.microsoft.com/v1.0/directoryObjects('62e0b71f-8de4-5afd-8da9-d40a146b881c')",
        "http://localhost/beta/servicePrincipals/62e0b71f-8de4-5afd-8da9-d40a146b881c/",
        "https://graph.microsoft.com/v2/4a6b0c1e-5eed-4c0d-8a7a-00000000d474/directoryObjects/62e0b71f-8de4-5afd-8da9-d40a146b881c/Microsoft.DirectoryServices.User"
    })
    void theKeyIsTheLastGuid(String url) {
        assertEquals("62e0b71f-8de4-5afd-8da9-d40a146b881c", ObjectReference.key(url));
    }

    @ParameterizedTest
    @CsvSource({
        "https://graph.microsoft.com/v1.0/users/ana@x.example, ana@x.example",
        "https://graph.microsoft.com/v1.0/users('ana@x.example'), ana@x.example"
    })
    void aUserMayBeNamed(String url, String key) {
        assertEquals(key, ObjectReference.key(url));
    }
}
