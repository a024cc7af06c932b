package io.tenantry.packaged;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.control.ControlCalls;
import io.tenantry.format.Ids;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doors of the server as people run it: no spelling of a path opens one, with a key and without. */
class ControlAccessIT {
    /** Bound to all addresses, as in a container. */
    @Nested
    class WithoutAKey extends Doors {
        @Override
        String[] settings() {
            return new String[] {"tenantry.bind=0.0.0.0"};
        }

        @Test
        void pagesOfOtherOriginsAndNamesThatLeadHereAreRefused() throws IOException {
            refused(request -> request.header("Origin", "https://evil.example"));
            refused(request -> request.hosts("evil.example:" + server.port()));
            refused(request -> request.hosts("localhost", "evil.example"));
        }

        @Test
        void otherMachinesAreRefusedWhateverTheySay() throws IOException {
            InetAddress elsewhere = addressOfThisMachine().orElse(null);
            Assumptions.assumeTrue(elsewhere != null, "this machine has the loopback only");
            refused(request -> request.at(elsewhere));
        }

        @Test
        void otherMachinesReachGraphUnderAnyName() throws IOException {
            InetAddress elsewhere = addressOfThisMachine().orElse(null);
            Assumptions.assumeTrue(elsewhere != null, "this machine has the loopback only");
            RawRequest request = RawRequest.to(server, "GET", "/v1.0/users");
            request.hosts("team.example:8365").at(elsewhere).send().expect(401);
            request.at(InetAddress.getLoopbackAddress()).send().expect(400);
        }

        @Test
        void theRefusalDoesNotWaitForTheBody() throws IOException {
            for (String path : new String[] {"/_tenantry/scenario", "/_tenantry;x/scenario", "/%5ftenantry/scenario"}) {
                RawRequest request = RawRequest.to(server, "PUT", path).header("Content-Length", "1000000");
                told(request.header("Origin", "https://evil.example").send());
            }
        }
    }

    @Nested
    class WithAKey extends Doors {
        @Override
        String[] settings() {
            return new String[] {"tenantry.control.key=" + Ids.random()};
        }

        /** Without the token that other cases have: nobody hands it out without the key. */
        @Override
        @BeforeAll
        void start(@TempDir Path folder) {
            server = PackagedServer.start(folder.resolve("data"), settings());
        }

        @Test
        void nobodyGetsInWithoutIt() throws IOException {
            refused(request -> request);
            refused(request -> request.header("X-Tenantry-Key", "demo-key"));
        }
    }

    abstract static class Doors extends ServerCases {
        void refused(UnaryOperator<RawRequest> caller) throws IOException {
            for (ControlCalls.Call call : ControlCalls.all()) {
                for (String spelling : call.spellings()) {
                    RawRequest request = RawRequest.to(server, call.method(), spelling);
                    told(caller.apply(request.header("Content-Length", "0").header("User-Agent", "curl/8.5.0"))
                            .send());
                }
            }
        }

        static void told(Answer answer) {
            refused(answer);
            assertTrue(answer.body().contains("{\"error\":{\"message\":"), answer::toString);
            assertFalse(answer.body().contains("Stack:"), answer::toString);
        }

        static Optional<InetAddress> addressOfThisMachine() throws IOException {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .findFirst();
        }
    }
}
