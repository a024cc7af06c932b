package io.tenantry.http.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownHostsTest {
    private static final SocketAddress LOOPBACK = SocketAddress.inetSocketAddress(8365, "127.0.0.1");

    @ParameterizedTest
    @CsvSource({
        "localhost, true",
        "LOCALHOST, true",
        "a.b.localhost, true",
        ".localhost, false",
        "xlocalhost, false",
        "localhost.example, false",
        "127.0.0.1, true",
        "127.255.0.9, true",
        "128.0.0.1, false",
        "127.0.0.1.example, false",
        "127.evil.example, false",
        "[::1], true",
        "[0:0:0:0:0:0:0:1], true",
        "[::ffff:127.0.0.1], true",
        "[::2], false",
        "0.0.0.0, false",
        "x, false",
        "'', false"
    })
    void aLocalNameLeadsToTheMachineThatUsesIt(String host, boolean local) {
        assertEquals(local, KnownHosts.isLocal(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "graph.microsoft.com",
                "GRAPH.Microsoft.US",
                "dod-graph.microsoft.us",
                "microsoftgraph.chinacloudapi.cn",
                "login.microsoftonline.com",
                "login.microsoft.com",
                "login.windows.net",
                "sts.windows.net",
                "login.microsoftonline.us",
                "login.partner.microsoftonline.cn",
                "login.chinacloudapi.cn",
                "management.azure.com",
                "front.example",
                "team.example",
                "bound.example"
            })
    void namesOfTheCloudsOfTheSettingsAndOfTheMachineAreKnown(String host) {
        assertTrue(hosts("bound.example").isKnown(host, LOOPBACK));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "graph.microsoft.com.evil.example",
                "xgraph.microsoft.com",
                "microsoft.com",
                "a.front.example",
                "192.0.2.7"
            })
    void othersAreNot(String host) {
        assertFalse(hosts("127.0.0.1").isKnown(host, LOOPBACK));
    }

    @Test
    void theAddressThatWasCalledIsKnownAsItself() throws UnknownHostException {
        KnownHosts hosts = hosts("0.0.0.0");
        InetAddress called = InetAddress.getByName("192.0.2.7");
        SocketAddress address = SocketAddress.inetSocketAddress(8365, called.getHostAddress());
        assertTrue(hosts.isOwn("192.0.2.7", address));
        assertFalse(hosts.isOwn("192.0.2.8", address));
    }

    @Test
    void aNameForGraphIsNoneForTheControlApi() {
        KnownHosts hosts = hosts("127.0.0.1");
        assertTrue(hosts.isOwn("team.example", LOOPBACK));
        assertFalse(hosts.isOwn("front.example", LOOPBACK));
        assertFalse(hosts.isOwn("graph.microsoft.com", LOOPBACK));
    }

    private static KnownHosts hosts(String bound) {
        return new KnownHosts(
                new HostConfig() {
                    @Override
                    public Optional<Set<String>> hosts() {
                        return Optional.of(Set.of("front.example"));
                    }

                    @Override
                    public Optional<Set<String>> controlHosts() {
                        return Optional.of(Set.of("Team.example"));
                    }

                    @Override
                    public boolean forwarded() {
                        return false;
                    }
                },
                bound);
    }
}
