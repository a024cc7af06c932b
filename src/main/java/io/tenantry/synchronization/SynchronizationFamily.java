package io.tenantry.synchronization;

import io.tenantry.directory.application.ServicePrincipalObjects;
import io.tenantry.family.Answer;
import io.tenantry.family.CollectionSource;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Json;
import io.tenantry.provisioning.job.JobSchema;
import io.tenantry.provisioning.status.JobDocument;
import io.tenantry.store.Entity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Registers gallery templates and everything below {@code synchronization} of service principals and applications. */
@ApplicationScoped
class SynchronizationFamily implements Family {
    private final Jobs jobs;
    private final SynchronizationSchemas schemas;
    private final CredentialCheck credentials;
    private final OnDemandAction onDemand;
    private final Secrets secrets;

    SynchronizationFamily(
            Jobs jobs,
            SynchronizationSchemas schemas,
            CredentialCheck credentials,
            OnDemandAction onDemand,
            Secrets secrets) {
        this.jobs = jobs;
        this.schemas = schemas;
        this.credentials = credentials;
        this.onDemand = onDemand;
        this.secrets = secrets;
    }

    @Override
    public void register(GraphRegistry graph) {
        registerBelow(graph, "/servicePrincipals/{}/synchronization");
        registerBelow(graph, "/applications/{}/synchronization");
        // its owner's: at the service principal it is only read (Update synchronizationSchema)
        String template = "/applications/{}/synchronization/templates/{}";
        graph.write("PATCH", template, SynchronizationTemplates::update);
        graph.write("PUT", template + "/schema", schemas::putTemplate);
        registerOperations(graph);
    }

    private void registerBelow(GraphRegistry graph, String root) {
        graph.unknown(root, SynchronizationErrors::unrouted);
        graph.single(root, SynchronizationRoot::find);
        graph.write("PUT", root, secrets::putRoot);
        graph.write("PUT", root + "/secrets", secrets::put);
        registerJobs(graph, root + "/jobs");
        registerTemplates(graph, root + "/templates");
    }

    private void registerJobs(GraphRegistry graph, String jobsPath) {
        String job = jobsPath + "/{}";
        graph.source(jobsPath, (call, root) -> new CollectionSource.Children(JobDocument.TYPE, root.id()));
        graph.create(jobsPath, jobs::create);
        graph.delete(job, jobs::delete);
        graph.refuse(
                job, (call, target) -> SynchronizationErrors.unrouted(target.parent(), "jobs('" + target.id() + "')"));
        graph.single(job + "/schema", schemas::ofJob);
        graph.write("PUT", job + "/schema", (call, schema, body) -> schemas.put(call, jobOf(call, schema), body));
        graph.delete(job + "/schema", (call, schema) -> schemas.reset(call, jobOf(call, schema)));
        graph.refuse(job + "/schema", (call, schema) -> {
            Entity owner = jobOf(call, schema);
            return SynchronizationErrors.unrouted(owner.parent(), "jobs('" + owner.id() + "')/schema");
        });
        registerDirectories(graph, job + "/schema/directories");
        registerConnections(graph, job + "/objectConnections");
    }

    private void registerConnections(GraphRegistry graph, String path) {
        graph.source(path, (call, job) -> {
            throw SynchronizationErrors.unlistedConnections();
        });
        graph.keyed(path + "/{}", ObjectConnections::at);
        graph.delete(
                path + "/{}",
                (call, connection) -> ObjectConnections.forget(call, job(call, connection.parent()), connection.id()));
    }

    private void registerDirectories(GraphRegistry graph, String path) {
        graph.source(path, (call, schema) -> new CollectionSource.Fixed(schemas.directories(schema)));
    }

    private void registerTemplates(GraphRegistry graph, String path) {
        String schema = path + "/{}/schema";
        graph.source(
                path,
                (call, root) ->
                        new CollectionSource.Fixed(schemas.templates(call.session(), servicePrincipal(call, root))));
        graph.single(schema, schemas::ofTemplate);
        graph.refuse(
                schema,
                (call, target) -> SynchronizationErrors.unrouted(
                        target.parent(), "templates('" + JobSchema.TEMPLATE + "')/schema"));
        registerDirectories(graph, schema + "/directories");
    }

    private void registerOperations(GraphRegistry graph) {
        graph.view(ObjectConnections.TYPE, ObjectConnections::show);
        graph.operation("applicationTemplate", "instantiate", Instantiation::instantiate);
        graph.operation("synchronizationJob", "start", jobs::start);
        graph.operation("synchronizationJob", "pause", jobs::pause);
        graph.operation("synchronizationJob", "restart", jobs::restart);
        graph.operation("synchronizationJob", "validateCredentials", credentials::ofJob);
        graph.operation("Collection(synchronizationJob)", "validateCredentials", credentials::ofCollection);
        graph.operation("synchronizationJob", "provisionOnDemand", onDemand::provision);
        graph.operation("synchronizationSchema", "filterOperators", SchemaCatalogues::filterOperators);
        graph.operation("synchronizationSchema", "functions", SchemaCatalogues::functions);
        graph.question("synchronizationSchema", "parseExpression", ParseExpression::parse);
        graph.operation("directoryDefinition", "discover", schemas::discover);
        graph.operation("synchronization", "acquireAccessToken", (call, root, parameters) -> Answer.noContent());
        graph.operation("synchronization", "Ping", (call, root, parameters) -> ping());
    }

    /** beta: the service is there. */
    private static Answer ping() {
        return Answer.value("Edm.String", Json.MAPPER.getNodeFactory().textNode("Pong"));
    }

    /** The root's id is its service principal's. */
    private static Entity servicePrincipal(GraphCall call, Entity root) {
        return ServicePrincipalObjects.find(call.session(), root.id()).orElseThrow();
    }

    /** The schema's id is its job's. */
    private static Entity jobOf(GraphCall call, Entity schema) {
        return job(call, schema.id());
    }

    private static Entity job(GraphCall call, String id) {
        Optional<Entity> job = call.session()
                .findChild(
                        "synchronizationJob",
                        SynchronizationRoot.servicePrincipalOf(call).id(),
                        id);
        return job.orElseThrow();
    }
}
