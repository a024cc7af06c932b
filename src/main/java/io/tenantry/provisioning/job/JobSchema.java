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

/** The synchronization schema of a job: the template's until the administrator saves another one. */
@ApplicationScoped
public class JobSchema {
    public static final String TYPE = "synchronizationSchema";
    public static final String TEMPLATE = "Azure2Azure";
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

    /** The schema of a job. */
    public Entity of(Session session, String jobId) {
        return session.findChild(TYPE, jobId, jobId).orElseGet(() -> {
            ObjectNode schema = template();
            schema.put("id", jobId);
            return new Entity(TYPE, jobId, jobId, schema);
        });
    }
}
