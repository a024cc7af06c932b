package io.tenantry.directory.user;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserPrincipalNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "iris@x.example",
                "iris.moor@alderwood.onmicrosoft.com",
                "o'neil_a-b!c^d~e@x.example",
                "$ann#x@x.example"
            })
    void namesThatUsersMayHave(String name) {
        assertEquals(name, UserPrincipalName.parse(name).orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "iris",
                "@x.example",
                "iris@",
                "iris@@x.example",
                "i ris@x.example",
                "iris.@x.example",
                ".iris@x.example",
                "iris@x",
                "iris@x..example",
                "ír@x.example",
                "ada_a.example#EXT#@x.example",
                "a,b@x.example",
                "a234567890123456789012345678901234567890123456789012345678901234x@x.example"
            })
    void namesThatAreRefused(String name) {
        assertEquals(true, UserPrincipalName.parse(name).isEmpty());
    }
}
