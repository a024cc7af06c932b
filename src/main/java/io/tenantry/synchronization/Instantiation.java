package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.application.Owners;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.error.GraphError;
import io.tenantry.family.Answer;
import io.tenantry.family.GraphCall;
import io.tenantry.family.ValueLengths;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Map;

/** {@code applicationTemplate: instantiate}: makes an application and its service principal (synchronization-api.md §3.3). */
final class Instantiation {
    private Instantiation() {}

    static Answer instantiate(GraphCall call, Entity template, ObjectNode parameters) {
        String displayName = parameters.path("displayName").asText("");
        if (displayName.isBlank()) {
            throw GraphError.badRequest("The displayName of the application is required.");
        }
        if (displayName.length() > ValueLengths.of("application", "displayName")) {
            throw GraphError.invalidValue("displayName", "Application");
        }
        InstantiatedApplication made =
                new InstantiatedApplication(call.tenant(), call.now(), template.id(), Ids.random(), displayName);
        Entity application =
                made.application(parameters.path("serviceManagementReference").textValue());
        Entity servicePrincipal = made.servicePrincipal(application);
        for (Entity object : List.of(application, servicePrincipal)) {
            DirectoryObjects.create(call, InstantiatedApplication.stored(object));
            Owners.addCaller(call, object);
        }
        AuditLog.record(
                call,
                AuditEvent.of("Add application", "ApplicationManagement", "Add").target(application));
        AuditLog.record(
                call,
                AuditEvent.of("Add service principal", "ApplicationManagement", "Add")
                        .target(servicePrincipal));
        ObjectNode answer = Json.object();
        answer.set("application", application.properties());
        answer.set("servicePrincipal", servicePrincipal.properties());
        return new Answer.Value(201, "microsoft.graph.applicationServicePrincipal", answer, Map.of());
    }
}
