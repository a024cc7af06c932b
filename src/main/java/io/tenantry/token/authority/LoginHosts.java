package io.tenantry.token.authority;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hosts of the real token service (token-service.md §2.2). This server stands in for all of them. */
public final class LoginHosts {
    /**
     * The hosts of one cloud.
     *
     * @param network what requests go to
     * @param cache what clients file their tokens under
     */
    public record Instance(String network, String cache, List<String> aliases) {
        public static Instance of(String... aliases) {
            return new Instance(aliases[0], aliases[0], List.of(aliases));
        }
    }

    public static final List<Instance> INSTANCES = List.of(
            new Instance(
                    "login.microsoftonline.com",
                    "login.windows.net",
                    List.of(
                            "login.microsoftonline.com",
                            "login.windows.net",
                            "login.microsoft.com",
                            "sts.windows.net")),
            Instance.of("login.partner.microsoftonline.cn", "login.chinacloudapi.cn"),
            Instance.of("login.microsoftonline.de"),
            Instance.of("login.microsoftonline.us", "login.usgovcloudapi.net"),
            Instance.of("login-us.microsoftonline.com"));

    private static final Set<String> ALL = Stream.concat(
                    INSTANCES.stream().flatMap(instance -> instance.aliases().stream()),
                    Stream.of("sts.chinacloudapi.cn"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, Cloud> NATIONAL = Map.of(
            "login.partner.microsoftonline.cn", Cloud.CHINA,
            "login.chinacloudapi.cn", Cloud.CHINA,
            "sts.chinacloudapi.cn", Cloud.CHINA,
            "login.microsoftonline.us", Cloud.USGOV,
            "login.usgovcloudapi.net", Cloud.USGOV);

    private LoginHosts() {}

    public static boolean isOne(String host) {
        return ALL.contains(host.toLowerCase(Locale.ROOT));
    }

    /** The national cloud whose host it is, for any other name the one of the world. */
    static Cloud cloud(String host) {
        return NATIONAL.getOrDefault(host.toLowerCase(Locale.ROOT), Cloud.GLOBAL);
    }
}
