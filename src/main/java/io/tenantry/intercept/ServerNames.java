package io.tenantry.intercept;

import io.netty.util.NetUtil;
import io.smallrye.common.net.HostName;
import io.tenantry.http.host.MicrosoftHosts;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the certificate of the server is good for: the names of Microsoft's services, of this machine, and where it listens. */
@Singleton
class ServerNames {
    private static final Pattern DNS = Pattern.compile(
            "(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?)*");

    private final String bound;
    private final HostNames hosts;

    ServerNames(@ConfigProperty(name = "quarkus.http.host") String bound, HostNames hosts) {
        this.bound = bound;
        this.hosts = hosts;
    }

    /** Asks the name resolver of the machine, which may take its time. */
    SortedSet<String> all() {
        SortedSet<String> names = new TreeSet<>(MicrosoftHosts.all());
        names.add(DeviceLogin.HOST);
        names.add("localhost");
        names.add("127.0.0.1");
        names.add("0:0:0:0:0:0:0:1");
        hosts.names().forEach(name -> add(names, name));
        if (isAnywhere(bound)) {
            addresses(names);
        } else {
            add(names, bound);
        }
        add(names, HostName.getHostName());
        add(names, HostName.getQualifiedHostName());
        return names;
    }

    private static void add(SortedSet<String> names, String name) {
        String lower = name == null ? "" : name.toLowerCase(Locale.ROOT);
        if (NetUtil.isValidIpV6Address(lower)) {
            lower = NetUtil.getByName(lower).getHostAddress();
        }
        if (CertificateMaker.isAddress(lower) || DNS.matcher(lower).matches()) {
            names.add(lower);
        }
    }

    private static boolean isAnywhere(String address) {
        return address.equals("0.0.0.0") || address.equals("::");
    }

    private static void addresses(SortedSet<String> names) {
        try {
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLinkLocalAddress())
                    .forEach(address -> add(names, address.getHostAddress().replaceFirst("%.*", "")));
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }
}
