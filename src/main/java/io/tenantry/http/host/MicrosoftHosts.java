package io.tenantry.http.host;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What clients call Graph, the token service and Resource Manager in the clouds: all that this server stands in for. */
public final class MicrosoftHosts {
    private static final List<String> GRAPH = List.of(
            "graph.microsoft.com",
            "canary.graph.microsoft.com",
            "graph.microsoft.us",
            "dod-graph.microsoft.us",
            "graph.microsoft.de",
            "microsoftgraph.chinacloudapi.cn");
    private static final List<String> LOGIN = List.of(
            "login.microsoftonline.com",
            "login.microsoft.com",
            "login.windows.net",
            "login-us.microsoftonline.com",
            "sts.windows.net",
            "login.microsoftonline.us",
            "login.usgovcloudapi.net",
            "login.microsoftonline.de",
            "login.partner.microsoftonline.cn",
            "login.chinacloudapi.cn",
            "sts.chinacloudapi.cn");
    private static final List<String> MANAGEMENT = List.of(
            "management.azure.com",
            "management.usgovcloudapi.net",
            "management.chinacloudapi.cn",
            "management.microsoftazure.de");

    private static final Set<String> ALL =
            Stream.of(GRAPH, LOGIN, MANAGEMENT).flatMap(List::stream).collect(Collectors.toUnmodifiableSet());

    private MicrosoftHosts() {}

    /** In lower case. */
    public static Set<String> all() {
        return ALL;
    }

    public static boolean contains(String host) {
        return ALL.contains(host.toLowerCase(Locale.ROOT));
    }
}
