"""Azure Identity signs in, synchronous and asynchronous; the Microsoft Graph SDK calls Graph."""
import asyncio
import subprocess

from azure.identity import AuthorizationCodeCredential, CertificateCredential, ClientSecretCredential, DeviceCodeCredential, InteractiveBrowserCredential
from azure.identity import OnBehalfOfCredential, UsernamePasswordCredential
from azure.identity import aio
from kiota_abstractions.base_request_configuration import RequestConfiguration
from kiota_abstractions.headers_collection import HeadersCollection
from kiota_abstractions.method import Method
from kiota_abstractions.request_information import RequestInformation
from msgraph import GraphServiceClient
from msgraph.generated.audit_logs.provisioning.provisioning_request_builder import ProvisioningRequestBuilder
from msgraph.generated.application_templates.item.instantiate.instantiate_post_request_body import InstantiatePostRequestBody
from msgraph.generated.models.app_role_assignment import AppRoleAssignment
from msgraph.generated.models.cross_tenant_access_policy_configuration_partner import CrossTenantAccessPolicyConfigurationPartner
from msgraph.generated.models.cross_tenant_identity_sync_policy_partner import CrossTenantIdentitySyncPolicyPartner
from msgraph.generated.models.cross_tenant_user_sync_inbound import CrossTenantUserSyncInbound
from msgraph.generated.models.inbound_outbound_policy_configuration import InboundOutboundPolicyConfiguration
from msgraph.generated.models.o_data_errors.o_data_error import ODataError
from msgraph.generated.models.synchronization_job import SynchronizationJob
from msgraph.generated.models.synchronization_job_application_parameters import SynchronizationJobApplicationParameters
from msgraph.generated.models.synchronization_job_subject import SynchronizationJobSubject
from msgraph.generated.models.synchronization_secret_key_string_value_pair import SynchronizationSecretKeyStringValuePair
from msgraph.generated.models.synchronization_secret import SynchronizationSecret
from msgraph.generated.service_principals.item.synchronization.jobs.item.provision_on_demand.provision_on_demand_post_request_body import ProvisionOnDemandPostRequestBody
from msgraph.generated.service_principals.item.synchronization.jobs.validate_credentials.validate_credentials_post_request_body import ValidateCredentialsPostRequestBody
from msgraph.generated.service_principals.item.synchronization.secrets.secrets_put_request_body import SecretsPutRequestBody
from msgraph.generated.users.users_request_builder import UsersRequestBuilder
from msgraph_core.requests.batch_request_builder import BatchRequestBuilder
from msgraph_core.requests.batch_request_content import BatchRequestContent
from msgraph_core.requests.batch_request_item import BatchRequestItem
from msgraph_core.tasks.page_iterator import PageIterator

from steps import end, given, step

APP = "https://graph.microsoft.com/.default"
USER = "https://graph.microsoft.com/User.Read"
TEMPLATE = "518e5f48-1fc8-4c48-9387-9fdf28b0dfe7"


def browse(*arguments):
    return subprocess.run([given("BROWSE"), *arguments], capture_output=True, text=True, check=True).stdout.strip()


async def me(credential):
    """Signs in and asks Graph who that is."""
    client = GraphServiceClient(credential, [USER])
    assert (await client.me.get()).user_principal_name == given("USER_NAME")


def approve(uri, code, _):
    subprocess.Popen([given("BROWSE"), uri, code])


async def sign_in():
    clients = {}
    with step("secret"):
        ClientSecretCredential(given("SOURCE_TENANT"), given("CLIENT_ID"), given("CLIENT_SECRET")).get_token(APP)
        for name, prefix in (("SOURCE", ""), ("TARGET", "TARGET_")):
            credential = aio.ClientSecretCredential(given(name + "_TENANT"), given(prefix + "CLIENT_ID"), given(prefix + "CLIENT_SECRET"))
            clients[name] = GraphServiceClient(credential, [APP])
            assert (await clients[name].service_principals_with_app_id(given(prefix + "CLIENT_ID")).get()).display_name == "Administration"
    with step("certificate"):
        CertificateCredential(given("SOURCE_TENANT"), given("CLIENT_ID"), given("CERTIFICATE"), send_certificate_chain=True).get_token(APP)
        async with aio.CertificateCredential(given("SOURCE_TENANT"), given("CLIENT_ID"), given("CERTIFICATE")) as credential:
            await credential.get_token(APP)
    public = {"tenant_id": given("SOURCE_TENANT"), "client_id": given("PUBLIC_CLIENT_ID")}
    with step("password"):
        await me(UsernamePasswordCredential(given("PUBLIC_CLIENT_ID"), given("USER_NAME"), given("USER_PASSWORD"), tenant_id=given("SOURCE_TENANT")))
    with step("device code"):
        await me(DeviceCodeCredential(prompt_callback=approve, **public))
    with step("code"):
        await me(InteractiveBrowserCredential(timeout=60, **public))
    with step("on behalf"):
        password = UsernamePasswordCredential(given("PUBLIC_CLIENT_ID"), given("USER_NAME"), given("USER_PASSWORD"), tenant_id=given("SOURCE_TENANT"))
        front = password.get_token(given("API_SCOPE")).token
        await me(OnBehalfOfCredential(given("SOURCE_TENANT"), given("API_ID"), client_secret=given("API_SECRET"), user_assertion=front))
        async with aio.OnBehalfOfCredential(given("SOURCE_TENANT"), given("API_ID"), client_secret=given("API_SECRET"), user_assertion=front) as credential:
            await me(credential)
    return clients["SOURCE"], clients["TARGET"]


async def how_to(source, target):
    partners = source.policies.cross_tenant_access_policy.partners, target.policies.cross_tenant_access_policy.partners
    with step("policy"):
        made = await partners[1].post(CrossTenantAccessPolicyConfigurationPartner(tenant_id=given("SOURCE_TENANT")))
        assert made.tenant_id == given("SOURCE_TENANT")
        in_target = partners[1].by_cross_tenant_access_policy_configuration_partner_tenant_id(given("SOURCE_TENANT"))
        await in_target.identity_synchronization.put(CrossTenantIdentitySyncPolicyPartner(display_name="Lindow", user_sync_inbound=CrossTenantUserSyncInbound(is_sync_allowed=True)))
        await in_target.patch(consent(inbound_allowed=True))
        await partners[0].post(CrossTenantAccessPolicyConfigurationPartner(tenant_id=given("TARGET_TENANT")))
        await partners[0].by_cross_tenant_access_policy_configuration_partner_tenant_id(given("TARGET_TENANT")).patch(consent(outbound_allowed=True))
        assert (await in_target.identity_synchronization.get()).user_sync_inbound.is_sync_allowed
        assert (await in_target.get()).automatic_user_consent_settings.inbound_allowed

    with step("configure"):
        made = await source.application_templates.by_application_template_id(TEMPLATE).instantiate.post(InstantiatePostRequestBody(display_name="Marsk"))
        principal = source.service_principals.by_service_principal_id(made.service_principal.id)
        jobs = principal.synchronization.jobs
        credentials = [pair("CompanyId", given("TARGET_TENANT")), pair("AuthenticationType", "SyncPolicy")]
        await jobs.validate_credentials.post(ValidateCredentialsPostRequestBody(use_saved_credentials=False, template_id="Azure2Azure", credentials=credentials))
        job = jobs.by_synchronization_job_id((await jobs.post(SynchronizationJob(template_id="Azure2Azure"))).id)
        await principal.synchronization.secrets.put(SecretsPutRequestBody(value=credentials + [pair("SyncAll", "false")]))
        user = await source.users.by_user_id(given("USER_NAME")).get()
        role = made.service_principal.app_roles[0].id
        await principal.app_role_assigned_to.post(AppRoleAssignment(principal_id=user.id, resource_id=made.service_principal.id, app_role_id=role))

    with step("on demand"):
        rule = (await job.schema.get()).synchronization_rules[0].id
        subject = SynchronizationJobSubject(object_id=user.id, object_type_name="User")
        parameters = [SynchronizationJobApplicationParameters(rule_id=rule, subjects=[subject])]
        assert (await job.provision_on_demand.post(ProvisionOnDemandPostRequestBody(parameters=parameters))).value

    with step("cycle"):
        await job.start.post()
        for _ in range(60):
            ran = (await job.get()).status.last_successful_execution
            if ran:
                break
            await asyncio.sleep(0.5)
        assert ran.state == "Succeeded", ran
        found = await target.users.get(users(filter="mail eq '%s'" % given("USER_NAME")))
        assert [each.display_name for each in found.value] == ["Liv Sørby"], found.value

    with step("log"):
        query = ProvisioningRequestBuilder.ProvisioningRequestBuilderGetQueryParameters(filter="sourceIdentity/id eq '%s'" % user.id)
        entries = (await source.audit_logs.provisioning.get(RequestConfiguration(query_parameters=query))).value
        assert entries and entries[0].source_identity.id == user.id, entries


async def queries(source):
    with step("page"):
        ids = set()
        first = await source.users.get(users(select=["id", "userPrincipalName"], top=100))
        await PageIterator(first, source.request_adapter).iterate(lambda each: ids.add(each.id) or True)
        assert len(ids) == 252, len(ids)

    with step("search"):
        asked = users(search='"displayName:Liv"', count=True, orderby=["displayName"])
        asked.headers = HeadersCollection()
        asked.headers.add("ConsistencyLevel", "eventual")
        found = await source.users.get(asked)
        assert found.odata_count == len(found.value) and given("USER_NAME") in [each.user_principal_name for each in found.value], found

    with step("batch"):
        batch = BatchRequestContent()
        for name, path in ("1", "/users/" + given("USER_NAME")), ("2", "/groups?$top=2"), ("3", "/users/nobody@lindow.example"):
            asked = RequestInformation()
            asked.http_method, asked.url = Method.GET, "https://graph.microsoft.com/v1.0" + path
            batch.add_request(name, BatchRequestItem(asked, name))
        statuses = (await BatchRequestBuilder(source.request_adapter).post(batch)).get_response_status_codes()
        assert statuses == {"1": 200, "2": 200, "3": 404}, statuses

    with step("404"):
        try:
            await source.users.by_user_id("nobody@lindow.example").get()
            raise AssertionError("found")
        except ODataError as e:
            assert e.response_status_code == 404 and e.error.code == "Request_ResourceNotFound", e

    with step("throttle"):
        assert (await source.organization.get()).value[0].id == given("SOURCE_TENANT")


def consent(**settings):
    return CrossTenantAccessPolicyConfigurationPartner(automatic_user_consent_settings=InboundOutboundPolicyConfiguration(**settings))


def pair(key, value):
    return SynchronizationSecretKeyStringValuePair(key=SynchronizationSecret(key), value=value)


def users(**query):
    return RequestConfiguration(query_parameters=UsersRequestBuilder.UsersRequestBuilderGetQueryParameters(**query))


async def main():
    source, target = await sign_in()
    await how_to(source, target)
    await queries(source)


asyncio.run(main())
end()
