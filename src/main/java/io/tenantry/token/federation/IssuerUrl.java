package io.tenantry.token.federation;

import io.netty.util.NetUtil;
import io.smallrye.common.net.CidrAddress;
import io.smallrye.common.net.Inet;
import io.tenantry.http.host.KnownHosts;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a document of an issuer is fetched. Whoever may change an application chooses it, and must not reach through this server what he
 * cannot reach himself: an issuer is a public address over HTTPS, or one on this machine that says so.
 *
 * @param server what the host's name led to when it was looked at: nobody asks it a second time
 */
record IssuerUrl(URI url, InetAddress server) {
    /** What is none of the public networks (IANA's special-purpose registries). */
    private static final List<CidrAddress> RESERVED = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "224.0.0.0/3",
                    "::/3",
                    "2001::/23",
                    "2002::/16",
                    "4000::/2",
                    "8000::/1")
            .map(Inet::parseCidrAddress)
            .toList();

    /** @param local whether it may be on this machine */
    static IssuerUrl of(String text, boolean local) throws UnreachableIssuer {
        URI url = uri(text);
        String host = url.getHost();
        if (isLocal(url)) {
            if (!local) {
                throw new UnreachableIssuer("an issuer elsewhere names an address of this machine");
            }
            InetAddress literal = NetUtil.createInetAddressFromIpAddressString(host);
            return new IssuerUrl(url, literal == null ? InetAddress.getLoopbackAddress() : literal);
        }
        if (!"https".equalsIgnoreCase(url.getScheme())) {
            throw new UnreachableIssuer("it is not on this machine, and not to be reached over HTTPS");
        }
        return new IssuerUrl(url, publicAddress(host));
    }

    static boolean isLocal(String url) throws UnreachableIssuer {
        return isLocal(uri(url));
    }

    private static boolean isLocal(URI url) {
        return KnownHosts.isLocal(url.getHost());
    }

    private static URI uri(String text) throws UnreachableIssuer {
        try {
            URI url = new URI(text);
            if (url.isAbsolute()
                    && url.getHost() != null
                    && url.getScheme().matches("(?i)https?")
                    && url.getRawUserInfo() == null) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new UnreachableIssuer("its address cannot be read");
        }
        throw new UnreachableIssuer("its address is none of a web server");
    }

    private static InetAddress publicAddress(String host) throws UnreachableIssuer {
        try {
            InetAddress[] addresses = InetAddress.getAllByName(host);
            for (InetAddress address : addresses) {
                if (!isPublic(address)) {
                    throw new UnreachableIssuer("its address is not public");
                }
            }
            return addresses[0];
        } catch (UnknownHostException e) {
            throw new UnreachableIssuer("its host is not known");
        }
    }

    static boolean isPublic(InetAddress address) {
        return RESERVED.stream().noneMatch(reserved -> reserved.matches(address));
    }

    boolean secure() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    int port() {
        return url.getPort() > 0 ? url.getPort() : secure() ? 443 : 80;
    }

    String target() {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }
}
