package clients;

import static clients.Steps.check;
import static clients.Steps.given;

import com.microsoft.graph.applicationtemplates.item.instantiate.InstantiatePostRequestBody;
import com.microsoft.graph.models.AppRoleAssignment;
import com.microsoft.graph.models.ApplicationServicePrincipal;
import com.microsoft.graph.models.CrossTenantAccessPolicyConfigurationPartner;
import com.microsoft.graph.models.CrossTenantIdentitySyncPolicyPartner;
import com.microsoft.graph.models.CrossTenantUserSyncInbound;
import com.microsoft.graph.models.InboundOutboundPolicyConfiguration;
import com.microsoft.graph.models.ProvisioningObjectSummary;
import com.microsoft.graph.models.SynchronizationJob;
import com.microsoft.graph.models.SynchronizationJobApplicationParameters;
import com.microsoft.graph.models.SynchronizationJobSubject;
import com.microsoft.graph.models.SynchronizationSecret;
import com.microsoft.graph.models.SynchronizationSecretKeyStringValuePair;
import com.microsoft.graph.models.SynchronizationTaskExecution;
import com.microsoft.graph.models.SynchronizationTaskExecutionResult;
import com.microsoft.graph.models.User;
import com.microsoft.graph.policies.crosstenantaccesspolicy.partners.PartnersRequestBuilder;
import com.microsoft.graph.policies.crosstenantaccesspolicy.partners.item.CrossTenantAccessPolicyConfigurationPartnerTenantItemRequestBuilder;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.serviceprincipals.item.ServicePrincipalItemRequestBuilder;
import com.microsoft.graph.serviceprincipals.item.synchronization.jobs.item.SynchronizationJobItemRequestBuilder;
import com.microsoft.graph.serviceprincipals.item.synchronization.jobs.item.provisionondemand.ProvisionOnDemandPostRequestBody;
import com.microsoft.graph.serviceprincipals.item.synchronization.jobs.validatecredentials.ValidateCredentialsPostRequestBody;
import com.microsoft.graph.serviceprincipals.item.synchronization.secrets.SecretsPutRequestBody;
import java.util.ArrayList;
import java.util.List;

/** "Configure cross-tenant synchronization using Microsoft Graph API", with the SDK. */
final class HowTo {
    private static final String TEMPLATE = "518e5f48-1fc8-4c48-9387-9fdf28b0dfe7";

    private final GraphServiceClient source;
    private final GraphServiceClient target;
    private final Steps steps;

    private SynchronizationJobItemRequestBuilder job;
    private String jobId;
    private User user;

    HowTo(GraphServiceClient source, GraphServiceClient target, Steps steps) {
        this.source = source;
        this.target = target;
        this.steps = steps;
    }

    void walk() {
        steps.step("policy", this::policy);
        steps.step("configure", this::configure);
        steps.step("on demand", this::onDemand);
        steps.step("cycle", this::cycle);
        steps.step("log", () -> {
            List<ProvisioningObjectSummary> entries = source.auditLogs().provisioning().get(asked ->
                    asked.queryParameters.filter = "jobid eq '" + jobId + "' and sourceIdentity/id eq '" + user.getId() + "'").getValue();
            check(!entries.isEmpty() && entries.stream().allMatch(entry -> user.getId().equals(entry.getSourceIdentity().getId())), entries.size());
        });
    }

    private void policy() {
        InboundOutboundPolicyConfiguration inbound = new InboundOutboundPolicyConfiguration();
        inbound.setInboundAllowed(true);
        InboundOutboundPolicyConfiguration outbound = new InboundOutboundPolicyConfiguration();
        outbound.setOutboundAllowed(true);
        CrossTenantUserSyncInbound users = new CrossTenantUserSyncInbound();
        users.setIsSyncAllowed(true);
        CrossTenantIdentitySyncPolicyPartner allowed = new CrossTenantIdentitySyncPolicyPartner();
        allowed.setDisplayName("Lindow");
        allowed.setUserSyncInbound(users);

        CrossTenantAccessPolicyConfigurationPartnerTenantItemRequestBuilder inTarget = partner(target, given("SOURCE_TENANT"));
        inTarget.identitySynchronization().put(allowed);
        inTarget.patch(consent(inbound));
        partner(source, given("TARGET_TENANT")).patch(consent(outbound));
        check(inTarget.identitySynchronization().get().getUserSyncInbound().getIsSyncAllowed(), "not allowed");
        check(inTarget.get().getAutomaticUserConsentSettings().getInboundAllowed(), "no consent");
    }

    private static CrossTenantAccessPolicyConfigurationPartnerTenantItemRequestBuilder partner(GraphServiceClient client, String tenant) {
        PartnersRequestBuilder partners = client.policies().crossTenantAccessPolicy().partners();
        CrossTenantAccessPolicyConfigurationPartner known = new CrossTenantAccessPolicyConfigurationPartner();
        known.setTenantId(tenant);
        partners.post(known);
        return partners.byCrossTenantAccessPolicyConfigurationPartnerTenantId(tenant);
    }

    private static CrossTenantAccessPolicyConfigurationPartner consent(InboundOutboundPolicyConfiguration settings) {
        CrossTenantAccessPolicyConfigurationPartner partner = new CrossTenantAccessPolicyConfigurationPartner();
        partner.setAutomaticUserConsentSettings(settings);
        return partner;
    }

    private void configure() {
        InstantiatePostRequestBody named = new InstantiatePostRequestBody();
        named.setDisplayName("Marsk");
        ApplicationServicePrincipal made = source.applicationTemplates().byApplicationTemplateId(TEMPLATE).instantiate().post(named);
        String id = made.getServicePrincipal().getId();
        ServicePrincipalItemRequestBuilder principal = source.servicePrincipals().byServicePrincipalId(id);

        List<SynchronizationSecretKeyStringValuePair> credentials = new ArrayList<>(List.of(
                pair(SynchronizationSecret.CompanyId, given("TARGET_TENANT")), pair(SynchronizationSecret.AuthenticationType, "SyncPolicy")));
        ValidateCredentialsPostRequestBody tested = new ValidateCredentialsPostRequestBody();
        tested.setUseSavedCredentials(false);
        tested.setTemplateId("Azure2Azure");
        tested.setCredentials(credentials);
        principal.synchronization().jobs().validateCredentials().post(tested);

        SynchronizationJob wanted = new SynchronizationJob();
        wanted.setTemplateId("Azure2Azure");
        jobId = principal.synchronization().jobs().post(wanted).getId();
        job = principal.synchronization().jobs().bySynchronizationJobId(jobId);

        credentials.add(pair(SynchronizationSecret.SyncAll, "false"));
        SecretsPutRequestBody saved = new SecretsPutRequestBody();
        saved.setValue(credentials);
        principal.synchronization().secrets().put(saved);

        user = source.users().byUserId(given("USER_NAME")).get();
        AppRoleAssignment assignment = new AppRoleAssignment();
        assignment.setPrincipalId(java.util.UUID.fromString(user.getId()));
        assignment.setResourceId(java.util.UUID.fromString(id));
        assignment.setAppRoleId(made.getServicePrincipal().getAppRoles().get(0).getId());
        principal.appRoleAssignedTo().post(assignment);
    }

    private static SynchronizationSecretKeyStringValuePair pair(SynchronizationSecret key, String value) {
        SynchronizationSecretKeyStringValuePair pair = new SynchronizationSecretKeyStringValuePair();
        pair.setKey(key);
        pair.setValue(value);
        return pair;
    }

    private void onDemand() {
        SynchronizationJobSubject subject = new SynchronizationJobSubject();
        subject.setObjectId(user.getId());
        subject.setObjectTypeName("User");
        SynchronizationJobApplicationParameters parameters = new SynchronizationJobApplicationParameters();
        parameters.setRuleId(job.schema().get().getSynchronizationRules().get(0).getId());
        parameters.setSubjects(List.of(subject));
        ProvisionOnDemandPostRequestBody asked = new ProvisionOnDemandPostRequestBody();
        asked.setParameters(List.of(parameters));
        check(job.provisionOnDemand().post(asked).getValue() != null, "no answer");
    }

    private void cycle() throws InterruptedException {
        job.start().post();
        SynchronizationTaskExecution ran = null;
        for (int i = 0; i < 60 && ran == null; i++) {
            Thread.sleep(500);
            ran = job.get().getStatus().getLastSuccessfulExecution();
        }
        check(ran != null && ran.getState() == SynchronizationTaskExecutionResult.Succeeded, ran);
        List<User> found = target.users().get(asked -> asked.queryParameters.filter = "mail eq '" + given("USER_NAME") + "'").getValue();
        check(found.size() == 1 && "Liv Sørby".equals(found.get(0).getDisplayName()), found.size());
    }
}
