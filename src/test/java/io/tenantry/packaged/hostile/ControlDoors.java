package io.tenantry.packaged.hostile;

import java.util.List;
import java.util.Random;

/** The control API, its paths spelled in every way, asked by a web page of somebody else or under a name of somebody else. */
final class ControlDoors implements Attack {
    private static final List<String> CALLS = List.of(
            "POST reset",
            "PUT scenario {\"tenants\":[]}",
            "GET tenants",
            "POST tenants {}",
            "POST tenants/source/tokens {}",
            "GET clock",
            "PUT clock {\"frozen\":false}",
            "POST clock/advance {\"by\":\"PT40M\"}",
            "POST tenants/source/jobs/x/run {}",
            "GET snapshots",
            "POST snapshots/taken",
            "DELETE snapshots/taken");
    private static final List<String> SPELLINGS = List.of(
            "/_tenantry/%s",
            "/_tenantry;x/%s",
            "/_tenantry;/%s",
            "/_tenantry;a=b;c/%s",
            "/%%5ftenantry/%s",
            "/%%5Ftenantry;x/%s",
            "/_%%74enantry/%s",
            "//_tenantry/%s",
            "/_tenantry//%s",
            "/./_tenantry/%s",
            "/_tenantry/./%s",
            "/x/../_tenantry/%s",
            "/%%2e/_tenantry/%s",
            "/_tenantry/%%2e/%s",
            "/v1.0/../_tenantry/%s",
            "/q/%%2e%%2e/_tenantry/%s",
            "/_TENANTRY/%s",
            "/_tenantry/%s;x",
            "/_tenantry/%s/",
            "/_tenantry/%s?x=1",
            "/_tenantry%%2f%s",
            "/;x/_tenantry/%s",
            "/%%3b/_tenantry/%s",
            "http://localhost/_tenantry/%s",
            "/_tenantry/%%00%s");
    private static final List<String> STRANGERS = List.of(
            "Origin: https://evil.example",
            "Origin: null",
            "Origin: http://localhost.evil.example",
            "Host: evil.example",
            "Host: localhost.evil.example",
            "Host: 127.0.0.1.evil.example",
            "Host: 203.0.113.9");

    @Override
    public Hostile next(Random random) {
        String[] call = Attack.pick(random, CALLS).split(" ", 3);
        String target = Attack.pick(random, SPELLINGS).formatted(call[1]);
        Request request = Request.of(call[0], target).instead(Attack.pick(random, STRANGERS));
        return Hostile.refused("control API for a stranger", call.length > 2 ? request.json(call[2]) : request);
    }
}
