package io.tenantry.token.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0", "10.0.0.1", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255",
                        "192.168.1.1",
                "198.18.0.1", "224.0.0.1", "255.255.255.255", "::", "::1", "::ffff:10.0.0.1", "64:ff9b::a00:1",
                        "2002:a00:1::",
                "2001::1", "fc00::1", "fd12::1", "fe80::1", "fec0::1", "ff02::1"
            })
    void privateAddressesAreNotPublic(String address) throws Exception {
        assertFalse(IssuerUrl.isPublic(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.128.0.1", "172.32.0.1", "192.169.0.1", "2606:4700::1", "2a00:1450::1"})
    void othersAre(String address) throws Exception {
        assertTrue(IssuerUrl.isPublic(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "idp.example",
                "//idp.example",
                "ftp://idp.example",
                "https:///path",
                "https://user@8.8.8.8/",
                "http://8.8.8.8/",
                "https://127.1/",
                "https://2130706433/",
                "https://0/",
                "https://[::]/",
                "file:///etc/passwd",
                "https://a b/"
            })
    void whatIsNeitherPublicOverHttpsNorOfThisMachineIsRefused(String url) {
        assertThrows(UnreachableIssuer.class, () -> IssuerUrl.of(url, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:80/idp",
                "http://127.0.0.1/",
                "https://127.9.9.9/",
                "http://[::1]:1/",
                "http://idp.localhost/"
            })
    void thisMachineIsForIssuersThatSaySo(String url) throws Exception {
        assertTrue(IssuerUrl.of(url, true).server().isLoopbackAddress());
        assertThrows(UnreachableIssuer.class, () -> IssuerUrl.of(url, false));
    }

    @Test
    void aUrlIsTakenApart() throws Exception {
        IssuerUrl url = IssuerUrl.of("https://8.8.8.8/a?b=c", false);
        assertEquals(443, url.port());
        assertEquals("/a?b=c", url.target());
        assertEquals("/", IssuerUrl.of("https://8.8.8.8:8443", false).target());
        assertEquals(8443, IssuerUrl.of("https://8.8.8.8:8443", false).port());
    }
}
