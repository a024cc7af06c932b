"""O365 signs in and calls Graph, by its directory and by the connection that it keeps."""
import re
import subprocess

from O365 import Account, MSGraphProtocol
from O365.utils.token import MemoryTokenBackend
from requests.exceptions import HTTPError

from steps import end, given, step

GRAPH = "https://graph.microsoft.com/v1.0"
APP = ["https://graph.microsoft.com/.default"]
TEMPLATE = "518e5f48-1fc8-4c48-9387-9fdf28b0dfe7"
PARTNERS = GRAPH + "/policies/crossTenantAccessPolicy/partners"


def account(*credentials, flow, tenant=None, **more):
    return Account(credentials if len(credentials) > 1 else credentials[0], auth_flow_type=flow, tenant_id=tenant or given("SOURCE_TENANT"),
                   token_backend=MemoryTokenBackend(), protocol=MSGraphProtocol(timezone="UTC"), **more)


def signed_in(one, **more):
    assert one.authenticate(**more)
    return one


def me(one):
    assert one.directory(resource="me").get_current_user().user_principal_name == given("USER_NAME")


def browse(url):
    return subprocess.run([given("BROWSE"), url], capture_output=True, text=True, check=True).stdout.strip()


source = target = None
with step("secret"):
    source = signed_in(account(given("CLIENT_ID"), given("CLIENT_SECRET"), flow="credentials"), requested_scopes=APP)
    target = signed_in(account(given("TARGET_CLIENT_ID"), given("TARGET_CLIENT_SECRET"), flow="credentials", tenant=given("TARGET_TENANT")), requested_scopes=APP)

with step("certificate"):
    key = re.search(r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?-----END [A-Z ]*PRIVATE KEY-----", open(given("CERTIFICATE")).read(), re.S)[0]
    signed_in(account(given("CLIENT_ID"), {"private_key": key, "thumbprint": given("CERTIFICATE_THUMBPRINT")}, flow="credentials"), requested_scopes=APP)

with step("password"):
    me(signed_in(account(given("PUBLIC_CLIENT_ID"), flow="password", username=given("USER_NAME"), password=given("USER_PASSWORD")), requested_scopes=["User.Read"]))

with step("code"):
    portal = account(given("API_ID"), given("API_SECRET"), flow="authorization")
    url, flow = portal.get_authorization_url(requested_scopes=["User.Read"], redirect_uri=given("WEB_REDIRECT"))
    assert portal.request_token(browse(url).replace("#", "?"), flow=flow)
    me(portal)
    assert portal.connection.refresh_token()
    me(portal)

with step("policy"):
    target.connection.post(PARTNERS, data={"tenantId": given("SOURCE_TENANT")})
    partner = "%s/%s" % (PARTNERS, given("SOURCE_TENANT"))
    target.connection.put(partner + "/identitySynchronization", data={"displayName": "Lindow", "userSyncInbound": {"isSyncAllowed": True}})
    target.connection.patch(partner, data={"automaticUserConsentSettings": {"inboundAllowed": True}})
    source.connection.post(PARTNERS, data={"tenantId": given("TARGET_TENANT")})
    source.connection.patch("%s/%s" % (PARTNERS, given("TARGET_TENANT")), data={"automaticUserConsentSettings": {"outboundAllowed": True}})
    assert target.connection.get(partner + "/identitySynchronization").json()["userSyncInbound"]["isSyncAllowed"]

with step("configure"):
    made = source.connection.post("%s/applicationTemplates/%s/instantiate" % (GRAPH, TEMPLATE), data={"displayName": "Marsk"}).json()["servicePrincipal"]
    synchronization = "%s/servicePrincipals/%s/synchronization" % (GRAPH, made["id"])
    credentials = [{"key": "CompanyId", "value": given("TARGET_TENANT")}, {"key": "AuthenticationType", "value": "SyncPolicy"}]
    source.connection.post(synchronization + "/jobs/validateCredentials", data={"useSavedCredentials": False, "templateId": "Azure2Azure", "credentials": credentials})
    assert source.connection.post(synchronization + "/jobs", data={"templateId": "Azure2Azure"}).json()["id"]
    source.connection.put(synchronization + "/secrets", data={"value": credentials})

with step("page"):
    names = [each.user_principal_name for each in source.directory().get_users(limit=None, batch=100)]
    assert len(names) == 252 == len(set(names)), len(names)

with step("search"):
    directory = source.directory()
    found = list(directory.get_users(query=directory.new_query().startswith("displayName", "Liv")))
    assert given("USER_NAME") in [each.user_principal_name for each in found], found

with step("404"):
    try:
        source.directory().get_user("nobody@lindow.example")
        raise AssertionError("found")
    except HTTPError as e:
        assert e.response.status_code == 404 and e.response.json()["error"]["code"] == "Request_ResourceNotFound", e.response.text

with step("throttle"):
    assert source.connection.get(GRAPH + "/organization").json()["value"][0]["id"] == given("SOURCE_TENANT")

end()
