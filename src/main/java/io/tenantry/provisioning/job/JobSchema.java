package io.tenantry.provisioning.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.provisioning.DirectoryNames;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The synchronization schema of a job: the template's until the administrator saves another one; and that of the template likewise. */
@ApplicationScoped
public class JobSchema {
    public static final String TYPE = "synchronizationSchema";
    public static final String TEMPLATE = "Azure2Azure";
    /** As the pages show it: no tenant stands in the place where schemas of jobs name theirs. */
    private static final String TEMPLATE_SCHEMA = TEMPLATE + "." + "0".repeat(32);

    private static final String RESOURCE = "/synchronization/azure2azure-schema.json";

    private final String template;

    public JobSchema(DirectoryNames names) {
        this.template = read().replace("${sourceDirectoryName}", names.source())
                .replace("${userMappingName}", names.userMapping())
                .replace("${groupMappingName}", names.groupMapping());
    }

    private static String read() {
        try (InputStream resource = JobSchema.class.getResourceAsStream(RESOURCE)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema of the template Azure2Azure. */
    public ObjectNode template() {
        return Json.parseObject(template);
    }

    /** The schema of the template as the owner of a service principal's application has it. */
    public Entity template(Session session, String servicePrincipal) {
        return session.findChild(TYPE, servicePrincipal, TEMPLATE_SCHEMA)
                .orElseGet(() -> new Entity(TYPE, TEMPLATE_SCHEMA, servicePrincipal, template()));
    }

    /** The schema of a job. */
    public Entity of(Session session, String servicePrincipal, String jobId) {
        return session.findChild(TYPE, jobId, jobId).orElseGet(() -> {
            ObjectNode schema = template(session, servicePrincipal).properties();
            schema.put("id", jobId);
            return new Entity(TYPE, jobId, jobId, schema);
        });
    }
}
