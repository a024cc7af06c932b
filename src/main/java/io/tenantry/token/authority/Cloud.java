package io.tenantry.token.authority;

import io.tenantry.store.Tenant;
import io.tenantry.token.http.TokenCall;

/** Names that differ between the national clouds (token-service.md §2.1). */
public enum Cloud {
    GLOBAL(
            "EU",
            "microsoftonline.com",
            "https://sts.windows.net/",
            "graph.windows.net",
            "graph.microsoft.com",
            "https://pas.windows.net"),
    USGOV(
            "USGov",
            "microsoftonline.us",
            "https://sts.windows.net/",
            "graph.windows.net",
            "graph.microsoft.us",
            "https://pasff.usgovcloudapi.net"),
    CHINA(
            "CN",
            "partner.microsoftonline.cn",
            "https://sts.chinacloudapi.cn/",
            "graph.chinacloudapi.cn",
            "microsoftgraph.chinacloudapi.cn",
            "https://pas.chinacloudapi.cn");

    public final String region;
    public final String instance;
    final String tokenIssuer;
    public final String directoryGraphHost;
    public final String graphHost;
    public final String rbacUrl;

    Cloud(
            String region,
            String instance,
            String tokenIssuer,
            String directoryGraphHost,
            String graphHost,
            String rbacUrl) {
        this.region = region;
        this.instance = instance;
        this.tokenIssuer = tokenIssuer;
        this.directoryGraphHost = directoryGraphHost;
        this.graphHost = graphHost;
        this.rbacUrl = rbacUrl;
    }

    public static Cloud of(Tenant tenant) {
        return switch (tenant.cloud()) {
            case "usgov" -> USGOV;
            case "china" -> CHINA;
            default -> GLOBAL;
        };
    }

    /** Where Graph is for the caller: the host that was called where that is a name of our own. */
    public String graph(TokenCall call) {
        return LoginHosts.isOne(call.host()) ? "https://" + graphHost : call.baseUrl();
    }

    /** Issuer of v1.0 tokens. */
    public String tokenIssuer(String tenantId) {
        return tokenIssuer + tenantId + "/";
    }
}
