"""MSAL for Python signs in, requests calls Graph."""
import json
import re
import subprocess
import time
import urllib.parse

import msal
import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from steps import end, given, step

LOGIN = "https://login.microsoftonline.com/"
GRAPH = "https://graph.microsoft.com/v1.0"
APP = ["https://graph.microsoft.com/.default"]
USER = ["User.Read"]
TEMPLATE = "518e5f48-1fc8-4c48-9387-9fdf28b0dfe7"
PARTNERS = "/policies/crossTenantAccessPolicy/partners"

session = requests.Session()
session.mount("https://", HTTPAdapter(max_retries=Retry(total=3, status_forcelist=(429, 503, 504), allowed_methods=None)))


def confidential(tenant, client, credential):
    return msal.ConfidentialClientApplication(client, authority=LOGIN + tenant, client_credential=credential)


def public(tenant=None):
    return msal.PublicClientApplication(given("PUBLIC_CLIENT_ID"), authority=LOGIN + (tenant or given("SOURCE_TENANT")))


def token(result):
    assert "access_token" in result, json.dumps(result)
    return result["access_token"]


def graph(bearer, method, path, body=None, **headers):
    url = path if path.startswith("https://") else GRAPH + path
    answer = session.request(method, url, json=body, headers={"Authorization": "Bearer " + bearer, **headers})
    answer.raise_for_status()
    return answer.json() if answer.content else None


def me(result):
    assert graph(token(result), "GET", "/me")["userPrincipalName"] == given("USER_NAME")


def browse(*arguments):
    return subprocess.run([given("BROWSE"), *arguments], capture_output=True, text=True, check=True).stdout.strip()


source = target = None
with step("secret"):
    application = confidential(given("SOURCE_TENANT"), given("CLIENT_ID"), given("CLIENT_SECRET"))
    source = token(application.acquire_token_for_client(APP))
    target = token(confidential(given("TARGET_TENANT"), given("TARGET_CLIENT_ID"), given("TARGET_CLIENT_SECRET")).acquire_token_for_client(APP))
    assert application.acquire_token_for_client(APP)["token_source"] == "cache"

with step("certificate"):
    pem = open(given("CERTIFICATE")).read()
    parts = re.findall(r"-----BEGIN [A-Z ]+-----.*?-----END [A-Z ]+-----", pem, re.S)
    for extra in ({"thumbprint": given("CERTIFICATE_THUMBPRINT")}, {"public_certificate": parts[1]}):
        credential = {"private_key": parts[0], **extra}
        token(confidential(given("SOURCE_TENANT"), given("CLIENT_ID"), credential).acquire_token_for_client(APP))

with step("password"):
    me(public().acquire_token_by_username_password(given("USER_NAME"), given("USER_PASSWORD"), USER))
    me(public("organizations").acquire_token_by_username_password(given("USER_NAME"), given("USER_PASSWORD"), USER))

with step("device code"):
    desk = public()
    flow = desk.initiate_device_flow(USER)
    browse(flow["verification_uri"], flow["user_code"])
    me(desk.acquire_token_by_device_flow(flow))
    account = desk.get_accounts()[0]
    me(desk.acquire_token_silent(USER, account))
    me(desk.acquire_token_silent(USER, account, force_refresh=True))

with step("code"):
    me(public().acquire_token_interactive(USER, timeout=60))
    portal = confidential(given("SOURCE_TENANT"), given("API_ID"), given("API_SECRET"))
    flow = portal.initiate_auth_code_flow(USER, redirect_uri=given("WEB_REDIRECT"))
    landed = urllib.parse.urlsplit(browse(flow["auth_uri"]))
    result = portal.acquire_token_by_auth_code_flow(flow, dict(urllib.parse.parse_qsl(landed.query or landed.fragment)))
    me(result)
    assert result["id_token_claims"]["tid"] == given("SOURCE_TENANT")

with step("on behalf"):
    front = token(public().acquire_token_by_username_password(given("USER_NAME"), given("USER_PASSWORD"), [given("API_SCOPE")]))
    me(confidential(given("SOURCE_TENANT"), given("API_ID"), given("API_SECRET")).acquire_token_on_behalf_of(front, USER))

with step("policy"):
    graph(target, "POST", PARTNERS, {"tenantId": given("SOURCE_TENANT")})
    graph(target, "PUT", "%s/%s/identitySynchronization" % (PARTNERS, given("SOURCE_TENANT")), {"displayName": "Lindow", "userSyncInbound": {"isSyncAllowed": True}})
    graph(target, "PATCH", "%s/%s" % (PARTNERS, given("SOURCE_TENANT")), {"automaticUserConsentSettings": {"inboundAllowed": True}})
    graph(source, "POST", PARTNERS, {"tenantId": given("TARGET_TENANT")})
    graph(source, "PATCH", "%s/%s" % (PARTNERS, given("TARGET_TENANT")), {"automaticUserConsentSettings": {"outboundAllowed": True}})
    assert graph(target, "GET", "%s/%s/identitySynchronization" % (PARTNERS, given("SOURCE_TENANT")))["userSyncInbound"]["isSyncAllowed"]

job = synchronization = user = None
with step("configure"):
    made = graph(source, "POST", "/applicationTemplates/%s/instantiate" % TEMPLATE, {"displayName": "Marsk"})["servicePrincipal"]
    synchronization = "/servicePrincipals/%s/synchronization" % made["id"]
    credentials = [{"key": "CompanyId", "value": given("TARGET_TENANT")}, {"key": "AuthenticationType", "value": "SyncPolicy"}]
    graph(source, "POST", synchronization + "/jobs/validateCredentials", {"useSavedCredentials": False, "templateId": "Azure2Azure", "credentials": credentials})
    job = graph(source, "POST", synchronization + "/jobs", {"templateId": "Azure2Azure"})["id"]
    graph(source, "PUT", synchronization + "/secrets", {"value": credentials + [{"key": "SyncAll", "value": "false"}]})
    user = graph(source, "GET", "/users/" + given("USER_NAME"))["id"]
    graph(source, "POST", "/servicePrincipals/%s/appRoleAssignedTo" % made["id"], {"principalId": user, "resourceId": made["id"], "appRoleId": made["appRoles"][0]["id"]})

with step("on demand"):
    rule = graph(source, "GET", "%s/jobs/%s/schema" % (synchronization, job))["synchronizationRules"][0]["id"]
    answer = graph(source, "POST", "%s/jobs/%s/provisionOnDemand" % (synchronization, job), {"parameters": [{"ruleId": rule, "subjects": [{"objectId": user, "objectTypeName": "User"}]}]})
    assert "ProvisionOnDemand" in answer["key"] or answer["value"], answer

with step("cycle"):
    graph(source, "POST", "%s/jobs/%s/start" % (synchronization, job))
    for _ in range(60):
        ran = graph(source, "GET", "%s/jobs/%s" % (synchronization, job))["status"]["lastSuccessfulExecution"]
        if ran:
            break
        time.sleep(0.5)
    assert ran and ran["state"] == "Succeeded", ran
    found = graph(target, "GET", "/users?$filter=mail eq '%s'" % given("USER_NAME"))["value"]
    assert [each["displayName"] for each in found] == ["Liv Sørby"], found

with step("log"):
    entries = graph(source, "GET", "/auditLogs/provisioning?$filter=jobid eq '%s' and sourceIdentity/id eq '%s'" % (job, user))["value"]
    assert entries and {each["sourceIdentity"]["id"] for each in entries} == {user}, entries

with step("page"):
    page, names = graph(source, "GET", "/users?$select=id,userPrincipalName&$top=100"), []
    names += page["value"]
    while "@odata.nextLink" in page:
        page = graph(source, "GET", page["@odata.nextLink"])
        names += page["value"]
    assert len(names) == 252 == len({each["id"] for each in names}), len(names)

with step("search"):
    found = graph(source, "GET", '/users?$search="displayName:Liv"&$count=true&$orderby=displayName', ConsistencyLevel="eventual")
    assert found["@odata.count"] == len(found["value"]) > 0 and given("USER_NAME") in [each["userPrincipalName"] for each in found["value"]], found

with step("batch"):
    parts = [{"id": "1", "method": "GET", "url": "/users/" + given("USER_NAME")}, {"id": "2", "method": "GET", "url": "/groups?$top=2"}, {"id": "3", "method": "GET", "url": "/users/nobody@lindow.example"}]
    answers = {each["id"]: each["status"] for each in graph(source, "POST", "/$batch", {"requests": parts})["responses"]}
    assert answers == {"1": 200, "2": 200, "3": 404}, answers

with step("404"):
    answer = session.get(GRAPH + "/users/nobody@lindow.example", headers={"Authorization": "Bearer " + source})
    assert answer.status_code == 404 and answer.json()["error"]["code"] == "Request_ResourceNotFound", answer.text

with step("throttle"):
    assert graph(source, "GET", "/organization")["value"][0]["id"] == given("SOURCE_TENANT")

end()
