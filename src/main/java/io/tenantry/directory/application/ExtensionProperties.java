package io.tenantry.directory.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.lifecycle.ExtensionRemoval;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.ExtensionValues;
import io.tenantry.directory.object.ObjectAudit;
import io.tenantry.directory.object.PathOwner;
import io.tenantry.directory.object.Required;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Directory extensions that an application defines (directory.md §11). */
@ApplicationScoped
public class ExtensionProperties implements Family {
    private static final String TYPE = "extensionProperty";
    private static final String PATH = "/applications/{}/extensionProperties";
    private static final Set<String> DATA_TYPES =
            Set.of("Binary", "Boolean", "DateTime", "Integer", "LargeInteger", "String");
    private static final Set<String> TARGETS =
            Set.of("User", "Group", "AdministrativeUnit", "Application", "Device", "Organization");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    @Override
    public void register(GraphRegistry graph) {
        graph.create(PATH, ExtensionProperties::create);
        graph.delete(PATH + "/{}", ExtensionProperties::delete);
    }

    /** Of all applications of the tenant. */
    public static List<Entity> all(Session session) {
        return session.query(
                "select type, id, parent, body from entity where tenant = {tenant} and type = 'extensionProperty'"
                        + " and deleted_date_time is null order by id",
                Session::entity);
    }

    private static Entity create(GraphCall call, ObjectNode body) {
        Entity application = PathOwner.of(call, "application");
        check(body);
        String name = ExtensionValues.PREFIX + application.text("appId").replace("-", "") + "_"
                + body.get("name").asText();
        if (call.session().findBy(TYPE, "name", name).isPresent()) {
            throw DirectoryErrors.sameKeyValue("An extension property exists with the name " + name + ".");
        }
        Entity definition = Entity.childOf(application.id(), TYPE, Ids.random())
                .set("appDisplayName", application.get("displayName"))
                .set("appId", application.get("appId"))
                .set("dataType", body.get("dataType"))
                .set("isMultiValued", body.path("isMultiValued").asBoolean())
                .set("isSyncedFromOnPremises", false)
                .set("name", name)
                .set("targetObjects", body.get("targetObjects"));
        call.session().insert(definition);
        AuditLog.record(call, ObjectAudit.plain("Update application", "ApplicationManagement", "Update", application));
        return definition;
    }

    private static void check(ObjectNode body) {
        for (String property : List.of("name", "dataType", "targetObjects")) {
            if (Required.missing(body, property)
                    || (body.get(property).isArray() && body.get(property).isEmpty())) {
                throw DirectoryErrors.valueRequired(property, "ExtensionProperty");
            }
        }
        if (!NAME.matcher(body.get("name").asText()).matches()) {
            throw DirectoryErrors.invalidValue("name", "ExtensionProperty");
        }
        if (!DATA_TYPES.contains(body.get("dataType").asText())) {
            throw DirectoryErrors.invalidValue("dataType", "ExtensionProperty");
        }
        body.get("targetObjects").forEach(target -> {
            if (!TARGETS.contains(target.asText())) {
                throw DirectoryErrors.invalidValue("targetObjects", "ExtensionProperty");
            }
        });
    }

    private static void delete(GraphCall call, Entity definition) {
        ExtensionRemoval.dropValues(call.session(), definition);
        call.session().remove(definition);
        call.session()
                .find("application", definition.parent())
                .ifPresent(application -> AuditLog.record(
                        call, ObjectAudit.plain("Update application", "ApplicationManagement", "Update", application)));
    }
}
