package io.tenantry.management;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Addresses of the services of one cloud, each with a slash at the end as Resource Manager has it. */
record AzureCloud(
        String name,
        String portal,
        String login,
        List<String> audiences,
        String directoryGraph,
        String graph,
        String resourceManager,
        String batch,
        String gallery,
        String media,
        String sqlManagement,
        Map<String, String> suffixes) {

    private static final AzureCloud GLOBAL = new AzureCloud(
            "AzureCloud",
            "https://portal.azure.com",
            "https://login.microsoftonline.com",
            List.of("https://management.core.windows.net/", "https://management.azure.com/"),
            "https://graph.windows.net/",
            "https://graph.microsoft.com/",
            "https://management.azure.com/",
            "https://batch.core.windows.net/",
            "https://gallery.azure.com/",
            "https://rest.media.azure.net",
            "https://management.core.windows.net:8443/",
            suffixes("core.windows.net", "windows.net", "azure.com", "azure.net"));

    private static final AzureCloud US_GOVERNMENT = new AzureCloud(
            "AzureUSGovernment",
            "https://portal.azure.us",
            "https://login.microsoftonline.us",
            List.of("https://management.core.usgovcloudapi.net/", "https://management.usgovcloudapi.net/"),
            "https://graph.windows.net/",
            "https://graph.microsoft.us/",
            "https://management.usgovcloudapi.net/",
            "https://batch.core.usgovcloudapi.net/",
            "https://gallery.usgovcloudapi.net/",
            "https://rest.media.usgovcloudapi.net",
            "https://management.core.usgovcloudapi.net:8443/",
            suffixes("core.usgovcloudapi.net", "usgovcloudapi.net", "usgovcloudapi.net", "usgovcloudapi.net"));

    private static final AzureCloud CHINA = new AzureCloud(
            "AzureChinaCloud",
            "https://portal.azure.cn",
            "https://login.chinacloudapi.cn",
            List.of("https://management.core.chinacloudapi.cn/", "https://management.chinacloudapi.cn/"),
            "https://graph.chinacloudapi.cn/",
            "https://microsoftgraph.chinacloudapi.cn/",
            "https://management.chinacloudapi.cn/",
            "https://batch.core.chinacloudapi.cn/",
            "https://gallery.chinacloudapi.cn/",
            "https://rest.media.chinacloudapi.cn",
            "https://management.core.chinacloudapi.cn:8443/",
            suffixes("core.chinacloudapi.cn", "chinacloudapi.cn", "chinacloudapi.cn", "azure.cn"));

    /** The one whose Resource Manager has a name of Microsoft's; empty for any other name. */
    static List<AzureCloud> known(String host) {
        String prefix = "https://" + host.toLowerCase(Locale.ROOT) + "/";
        return List.of(GLOBAL, US_GOVERNMENT, CHINA).stream()
                .filter(cloud -> cloud.resourceManager.equals(prefix))
                .toList();
    }

    /** This server in place of the global cloud's login, Graph and Resource Manager. */
    static AzureCloud at(String base) {
        String slash = base + "/";
        return new AzureCloud(
                "Tenantry",
                GLOBAL.portal,
                slash,
                GLOBAL.audiences,
                GLOBAL.directoryGraph,
                slash,
                slash,
                GLOBAL.batch,
                GLOBAL.gallery,
                GLOBAL.media,
                GLOBAL.sqlManagement,
                GLOBAL.suffixes);
    }

    private static Map<String, String> suffixes(String core, String services, String front, String vault) {
        Map<String, String> suffixes = new LinkedHashMap<>();
        suffixes.put("storage", core);
        suffixes.put("keyVaultDns", "vault." + vault);
        suffixes.put("sqlServerHostname", "database." + services);
        suffixes.put("mysqlServerEndpoint", "mysql.database." + front);
        suffixes.put("postgresqlServerEndpoint", "postgres.database." + front);
        suffixes.put("mariadbServerEndpoint", "mariadb.database." + front);
        return suffixes;
    }
}
