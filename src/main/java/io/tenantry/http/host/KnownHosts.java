package io.tenantry.http.host;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.netty.util.NetUtil;
import io.smallrye.common.net.HostName;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which host names are this server's. A name that its owner can have lead anywhere is not, unless a setting lists it: a web page that has
 * its own name lead to the loopback is then no part of this server, whatever the browser takes it for.
 */
@Singleton
public class KnownHosts {
    private static final String LOCALHOST = "localhost";

    private final Set<String> listed;
    private final Set<String> listedForControl;
    private final String bound;
    /** Looked up beside the start: a machine whose name resolver does not answer takes its time. */
    private final CompletableFuture<Set<String>> machine = CompletableFuture.supplyAsync(KnownHosts::machineNames);

    KnownHosts(HostConfig config, @ConfigProperty(name = "quarkus.http.host") String bound) {
        this.listed = lowerCase(config.hosts().orElse(Set.of()));
        this.listedForControl = lowerCase(config.controlHosts().orElse(Set.of()));
        this.bound = bound;
    }

    /** A name or address that leads to the machine that uses it, wherever that is. */
    public static boolean isLocal(String host) {
        int domain = host.length() - LOCALHOST.length();
        return host.regionMatches(true, domain, LOCALHOST, 0, LOCALHOST.length())
                        && (domain == 0 || domain > 1 && host.charAt(domain - 1) == '.')
                || isLoopback(host);
    }

    /** Whether somebody on this machine sent it. */
    public static boolean isLoopback(SocketAddress from) {
        return from != null && from.hostAddress() != null && isLoopback(from.hostAddress());
    }

    private static boolean isLoopback(String address) {
        InetAddress literal = NetUtil.createInetAddressFromIpAddressString(address);
        return literal != null && literal.isLoopbackAddress();
    }

    /** Whether Graph and tokens are served under a name to programs on this machine. */
    boolean isKnown(String host, SocketAddress calledAt) {
        return isLocal(host) || MicrosoftHosts.contains(host) || contains(listed, host) || isOwn(host, calledAt);
    }

    /**
     * Whether the key opens the control API under a name.
     *
     * @param calledAt this server's end of the connection
     */
    public boolean isOwn(String host, SocketAddress calledAt) {
        return isLocal(host)
                || contains(listedForControl, host)
                || host.equalsIgnoreCase(bound)
                || contains(machine.getNow(Set.of()), host)
                || isAddress(host, calledAt);
    }

    private static boolean isAddress(String host, SocketAddress calledAt) {
        InetAddress literal = NetUtil.createInetAddressFromIpAddressString(host);
        return literal != null
                && calledAt != null
                && calledAt.hostAddress() != null
                && literal.equals(NetUtil.createInetAddressFromIpAddressString(calledAt.hostAddress()));
    }

    private static boolean contains(Set<String> names, String host) {
        return names.contains(host) || names.contains(host.toLowerCase(Locale.ROOT));
    }

    private static Set<String> machineNames() {
        return lowerCase(Set.copyOf(Stream.of(HostName.getHostName(), HostName.getQualifiedHostName())
                .distinct()
                .toList()));
    }

    private static Set<String> lowerCase(Collection<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(toUnmodifiableSet());
    }
}
