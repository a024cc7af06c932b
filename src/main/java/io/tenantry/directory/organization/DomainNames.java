package io.tenantry.directory.organization;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.Required;
import io.tenantry.error.GraphError;
import io.tenantry.family.Answer;
import io.tenantry.family.CollectionSource;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Json;
import io.tenantry.format.Merge;
import io.tenantry.store.Entity;
import io.tenantry.store.Store;
import io.tenantry.store.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code /domains} (directory.md §12). There is no DNS here: who asks to verify a domain is believed. */
@ApplicationScoped
public class DomainNames implements Family {
    private static final int LONGEST = 253;
    private static final Pattern NAME = Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}");
    private static final Set<String> WRITABLE = Set.of(
            "isDefault", "supportedServices", "passwordValidityPeriodInDays", "passwordNotificationWindowInDays");

    private final Tenants tenants;

    DomainNames(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public void register(GraphRegistry graph) {
        graph.create("/domains", this::create);
        graph.update("/domains/{}", DomainNames::update);
        graph.delete("/domains/{}", this::delete);
        graph.keyed("/domains/{}", (call, owner, key) -> Domains.find(call.session(), key));
        graph.source("/domains/{}/domainNameReferences", (call, domain) -> new CollectionSource.InDomain(domain.id()));
        graph.source(
                "/domains/{}/verificationDnsRecords",
                (call, domain) -> new CollectionSource.Fixed(
                        VerificationRecords.of(call.tenant().id(), domain)));
        graph.operation("domain", "verify", this::verify);
        graph.operation("domain", "promote", DomainNames::promote);
    }

    private Entity create(GraphCall call, ObjectNode body) {
        if (Required.missing(body, "id")) {
            throw DirectoryErrors.valueRequired("id", "Domain");
        }
        String name = body.get("id").asText().toLowerCase(Locale.ROOT);
        if (name.length() > LONGEST || !NAME.matcher(name).matches()) {
            throw DirectoryErrors.invalidValue("id", "Domain");
        }
        if (Domains.find(call.session(), name).isPresent()
                || tenants.byDomain(name).isPresent()) {
            throw DirectoryErrors.conflictingObject();
        }
        Entity domain = Domains.build(name, false, false, false);
        call.session().insert(domain);
        record(call, "Add unverified domain", "Add", domain);
        return domain;
    }

    private Answer verify(GraphCall call, Entity domain, ObjectNode body) {
        if (!domain.flag("isVerified")) {
            if (tenants.byDomain(domain.id()).isPresent()) {
                throw DirectoryErrors.conflictingObject();
            }
            domain.set("isVerified", true);
            domain.set("supportedServices", List.of("Email", "OfficeCommunicationsOnline"));
            call.session().update(domain);
            call.session().update("insert into tenant_domain (name, tenant) values (?, {tenant})", domain.id());
            call.session().afterCommit(Store::tenantsChanged);
            record(call, "Verify domain", "Update", domain);
        }
        return Answer.ok(domain, "domains");
    }

    private static Answer promote(GraphCall call, Entity domain, ObjectNode body) {
        return Answer.value("Edm.Boolean", Json.MAPPER.getNodeFactory().booleanNode(domain.flag("isRoot")));
    }

    private static void update(GraphCall call, Entity domain, ObjectNode body) {
        body.fieldNames().forEachRemaining(name -> {
            if (!WRITABLE.contains(name)) {
                throw DirectoryErrors.readOnly(name);
            }
        });
        boolean wanted = body.path("isDefault").asBoolean();
        // another domain becomes the default, this one does not cease to be it
        if (body.has("isDefault") && !wanted && domain.flag("isDefault")) {
            throw DirectoryErrors.invalidValue("isDefault", "Domain");
        }
        if (wanted && !domain.flag("isDefault")) {
            if (!domain.flag("isVerified")) {
                throw DirectoryErrors.invalidValue("isDefault", "Domain");
            }
            Domains.find(call.session(), Domains.defaultName(call.session()))
                    .ifPresent(former -> call.session().update(former.set("isDefault", false)));
        }
        Merge.into(domain.properties(), body);
        call.session().update(domain);
        record(call, "Update domain", "Update", domain);
    }

    private void delete(GraphCall call, Entity domain) {
        boolean used = !call.session()
                .query(
                        "select 1 from directory_object where tenant = {tenant} and type = 'user' and deleted_date_time is null"
                                + " and user_principal_name like ? limit 1",
                        row -> row.getInt(1),
                        "%@" + domain.id())
                .isEmpty();
        if (domain.flag("isInitial") || domain.flag("isDefault") || used) {
            throw GraphError.badRequest("Domain '" + domain.id() + "' is in use and cannot be deleted.");
        }
        call.session().remove(domain);
        call.session().update("delete from tenant_domain where tenant = {tenant} and name = ?", domain.id());
        call.session().afterCommit(Store::tenantsChanged);
        record(
                call,
                domain.flag("isVerified") ? "Remove verified domain" : "Remove unverified domain",
                "Delete",
                domain);
    }

    private static void record(GraphCall call, String activity, String operation, Entity domain) {
        AuditLog.record(
                call,
                AuditEvent.of(activity, "DirectoryManagement", operation)
                        .target("Directory", domain.id(), domain.id(), null));
    }
}
