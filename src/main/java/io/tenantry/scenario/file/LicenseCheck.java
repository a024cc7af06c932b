package io.tenantry.scenario.file;

import io.tenantry.family.GraphNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks a tenant's licences and who holds them. */
final class LicenseCheck {
    private final GraphNames names;
    private final Map<String, Long> units = new HashMap<>();
    private final Map<String, Long> assigned = new HashMap<>();

    LicenseCheck(GraphNames names) {
        this.names = names;
    }

    void check(Fields tenant) {
        tenant.objects("licenses").forEach(this::licence);
        tenant.objects("users").forEach(this::holder);
    }

    private void licence(Fields licence) {
        licence.knownAre(TenantCheck.ordered("skuPartNumber", "skuId", "units"));
        Optional<String> part = licence.required("skuPartNumber");
        Optional<String> given = licence.guid("skuId");
        licence.present("units");
        long count = licence.integer("units", 0, Integer.MAX_VALUE, Integer.MAX_VALUE);
        if (part.isEmpty()) {
            return;
        }
        Optional<String> sku = given.or(() -> names.skuId(part.get()));
        if (sku.isEmpty()) {
            licence.problem("skuPartNumber", "unknown licence '" + part.get() + "'; give its skuId");
        } else if (units.put(sku.get().toLowerCase(Locale.ROOT), count) != null) {
            licence.problem("skuPartNumber", "licence '" + part.get() + "' is listed twice");
        }
    }

    private void holder(Fields user) {
        Set<String> own = new HashSet<>();
        List<Fields> held = user.objects("assignedLicenses");
        for (Fields licence : held) {
            licence.knownAre(TenantCheck.ordered("skuId", "disabledPlans"));
            Optional<String> sku = licence.required("skuId").flatMap(given -> licence.guid("skuId"));
            sku.ifPresent(id -> assign(licence, id, own));
            licence.texts("disabledPlans");
        }
    }

    private void assign(Fields licence, String sku, Set<String> own) {
        Long available = units.get(sku);
        if (available == null) {
            licence.problem("skuId", "the tenant has no licence '" + sku + "'");
        } else if (!own.add(sku)) {
            licence.problem("skuId", "licence '" + sku + "' is assigned twice");
        } else if (assigned.merge(sku, 1L, Long::sum) == available + 1) {
            licence.problem("skuId", "more users hold licence '" + sku + "' than it has units (" + available + ")");
        }
    }
}
