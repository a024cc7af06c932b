package io.tenantry.console.api;

import io.tenantry.control.ControlKey;
import io.tenantry.journal.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A call as somebody would write it elsewhere, with the line before it that gets its token. */
public record CallScripts(String curl, String http, String powerShell) {
    private static final String CURL_TOKEN = "TOKEN=$(%s | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')\n\n";
    private static final String HTTP_TOKEN =
            "# @name tokens\n%s\n###\n\n@token = {{tokens.response.body.access_token}}\n\n";
    private static final String POWERSHELL_TOKEN = "$token = (%s).access_token\n\n";

    /**
     * @param base scheme, host and port that the browser called
     * @param key whether the control API needs one
     */
    public static CallScripts of(ApiCall call, String base, boolean key) {
        return new CallScripts(
                written(call, base, key, Script.CURL, CURL_TOKEN),
                written(call, base, key, Script.HTTP, HTTP_TOKEN),
                written(call, base, key, Script.POWERSHELL, POWERSHELL_TOKEN));
    }

    private static String written(ApiCall call, String base, boolean key, Script script, String token) {
        String itself = script(call, base, key, script);
        if (call.tenant() == null) {
            return itself;
        }
        String first = script(Api.tokenCall(call.tenant()), base, key, script);
        return token.formatted(script == Script.HTTP ? first : first.strip()) + itself;
    }

    private static String script(ApiCall call, String base, boolean key, Script script) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        if (call.tenant() != null) {
            headers.add(Script.TOKEN);
        } else if (key) {
            headers.add(Map.entry(ControlKey.HEADER, "…"));
        }
        headers.addAll(Headers.of(call).entrySet());
        return script.text(
                call.method(), base + call.url(), headers, call.bodyText().orElse(""));
    }
}
