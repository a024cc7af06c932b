package io.tenantry.token;

import io.tenantry.store.Tenant;

/** Names that differ between the national clouds (token-service.md §2.1). */
enum Cloud {
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

    final String region;
    final String instance;
    final String tokenIssuer;
    final String directoryGraphHost;
    final String graphHost;
    final String rbacUrl;

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

    static Cloud of(Tenant tenant) {
        return switch (tenant.cloud()) {
            case "usgov" -> USGOV;
            case "china" -> CHINA;
            default -> GLOBAL;
        };
    }

    /** Issuer of v1.0 tokens. */
    String tokenIssuer(String tenantId) {
        return tokenIssuer + tenantId + "/";
    }
}
