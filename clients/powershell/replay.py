"""What Microsoft Graph PowerShell and MSAL.NET send, request for request, where neither is at hand: headers, spelling and order as theirs."""
import base64
import gzip
import hashlib
import http.server
import json
import os
import secrets
import subprocess
import sys
import threading
import time
import traceback
import urllib.error
import urllib.parse
import urllib.request
import uuid

LOGIN = "https://login.microsoftonline.com"
GRAPH = "https://graph.microsoft.com"
POWERSHELL = "14d82eec-204b-4c2f-b7e8-296a70dab67e"
MSAL = {
    "x-client-SKU": "MSAL.NetCore", "x-client-Ver": "4.78.0.0", "x-client-OS": "Microsoft Windows 10.0.26100", "x-ms-lib-capability": "retry-after, h429",
    "x-client-current-telemetry": "5|1004,2,,|,1,1,,,0", "x-client-last-telemetry": "5|0|||", "Accept": "application/json",
}
MODULE = {
    "User-Agent": "Mozilla/5.0,(Windows NT 10.0; Microsoft Windows 10.0.26100;de-DE),PowerShell/7.5.4", "SdkVersion": "graph-powershell/2.32.0", "FeatureFlag": "00000003",
    "Cache-Control": "no-store, no-cache", "Accept-Encoding": "gzip",
}
failed = []


def given(name):
    return os.environ[name]


def step(name, act):
    try:
        act()
        print("passed", name, flush=True)
    except Exception as e:  # what follows is still worth knowing
        failed.append(name)
        traceback.print_exc()
        print("failed %s: %s: %s" % (name, type(e).__name__, " ".join(str(e).split())[:300]), flush=True)


def send(method, url, headers, data=None):
    """Status, body as JSON, headers."""
    request = urllib.request.Request(url, data, {"client-request-id": str(uuid.uuid4()), **headers}, method=method)
    try:
        answer = urllib.request.urlopen(request, timeout=60)
    except urllib.error.HTTPError as e:
        answer = e
    with answer:
        body = answer.read()
        if answer.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        return answer.status, json.loads(body) if body else None, answer.headers


# ---- Connect-MgGraph: MSAL.NET asks for the authorities it does not know from others, then for a token
def discover(tenant):
    authorize = urllib.parse.quote("%s/%s/oauth2/v2.0/authorize" % (LOGIN, tenant), safe="")
    status, body, _ = send("GET", LOGIN + "/common/discovery/instance?api-version=1.1&authorization_endpoint=" + authorize, MSAL)
    assert status == 200 and body["metadata"], body


def post(tenant, path, fields):
    headers = {**MSAL, "Content-Type": "application/x-www-form-urlencoded", "return-client-request-id": "true"}
    return send("POST", "%s/%s/oauth2/v2.0/%s" % (LOGIN, tenant, path), headers, urllib.parse.urlencode(fields).encode())


def token(tenant, fields):
    status, body, _ = post(tenant, "token", {"client_info": "1", "claims": '{"access_token":{"xms_cc":{"values":["CP1"]}}}', **fields})
    assert status == 200, body
    return body["access_token"]


def claims(bearer):
    part = bearer.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


tokens = {}


def secret():
    for tenant, prefix in (("SOURCE", ""), ("TARGET", "TARGET_")):
        discover(given(tenant + "_TENANT"))
        fields = {"client_id": given(prefix + "CLIENT_ID"), "client_secret": given(prefix + "CLIENT_SECRET"), "scope": GRAPH + "/.default", "grant_type": "client_credentials"}
        tokens[tenant] = token(given(tenant + "_TENANT"), fields)
    said = claims(tokens["SOURCE"])
    # Get-MgContext reads these
    assert said["exp"] > time.time() + 300 and said["appid"] == given("CLIENT_ID") and said["app_displayname"] and isinstance(said["roles"], list), said


def certificate():
    pem = open(given("CERTIFICATE")).read()
    der = base64.b64decode(pem.split("-----BEGIN CERTIFICATE-----")[1].split("-----END")[0])
    now, tenant = int(time.time()), given("SOURCE_TENANT")
    head = {"alg": "PS256", "typ": "JWT", "x5t#S256": encoded(hashlib.sha256(der).digest()), "x5c": [base64.b64encode(der).decode()]}
    body = {"aud": "%s/%s/oauth2/v2.0/token" % (LOGIN, tenant), "iss": given("CLIENT_ID"), "sub": given("CLIENT_ID"), "nbf": now, "exp": now + 600, "jti": str(uuid.uuid4())}
    signed = "%s.%s" % tuple(encoded(json.dumps(each).encode()) for each in (head, body))
    signature = subprocess.run(["openssl", "dgst", "-sha256", "-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:-1", "-sign", given("CERTIFICATE")],
                               input=signed.encode(), capture_output=True, check=True).stdout
    token(tenant, {"client_id": given("CLIENT_ID"), "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                   "client_assertion": signed + "." + encoded(signature), "scope": GRAPH + "/.default", "grant_type": "client_credentials"})


def encoded(octets):
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


def device():
    status, body, _ = post(given("SOURCE_TENANT"), "devicecode", {"client_id": POWERSHELL, "scope": "User.Read openid profile offline_access", "claims": '{"access_token":{"xms_cc":{"values":["CP1"]}}}'})
    assert status == 200, body
    subprocess.run([given("BROWSE"), body["verification_uri"], body["user_code"]], check=True)
    signed_in(token(given("SOURCE_TENANT"), {"client_id": POWERSHELL, "scope": "User.Read openid profile offline_access", "grant_type": "device_code", "device_code": body["device_code"]}))


def code():
    landed = {}

    class Landing(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            landed.update(urllib.parse.parse_qsl(urllib.parse.urlsplit(self.path).query))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"Authentication complete. You can return to the application.")

        def log_message(self, *_):
            pass

    verifier = secrets.token_urlsafe(48)
    with http.server.HTTPServer(("127.0.0.1", 0), Landing) as server:
        redirect = "http://localhost:%d" % server.server_port
        threading.Thread(target=server.handle_request).start()
        query = {"scope": "User.Read openid profile offline_access", "response_type": "code", "client_id": POWERSHELL, "redirect_uri": redirect, "client_info": "1",
                 "code_challenge": encoded(hashlib.sha256(verifier.encode()).digest()), "code_challenge_method": "S256", "state": secrets.token_hex(16), "prompt": "select_account"}
        subprocess.run([given("BROWSE"), "%s/%s/oauth2/v2.0/authorize?%s" % (LOGIN, given("SOURCE_TENANT"), urllib.parse.urlencode(query))], check=True)
    assert landed.get("state") == query["state"], landed
    signed_in(token(given("SOURCE_TENANT"), {"client_id": POWERSHELL, "scope": query["scope"], "grant_type": "authorization_code", "code": landed["code"], "redirect_uri": redirect, "code_verifier": verifier}))


def signed_in(bearer):
    said = claims(bearer)
    assert said["upn"] == given("USER_NAME") and "User.Read" in said["scp"].split(), said
    status, body, _ = send("GET", GRAPH + "/v1.0/me", {**MODULE, "Authorization": "Bearer " + bearer})
    assert status == 200 and body["userPrincipalName"] == given("USER_NAME"), body


# ---- cmdlets
def cmdlet(tenant, method, path, body=None, status=None, **headers):
    """As a cmdlet does: asks again after what Retry-After says, three times at most."""
    data = None if body is None else json.dumps(body, separators=(",", ":")).encode()
    headers = {**MODULE, "Authorization": "Bearer " + tokens[tenant], **({"Content-Type": "application/json"} if data else {"Content-Length": "0"} if method == "POST" else {}), **headers}
    url = path if path.startswith("https:") else GRAPH + path
    for attempt in range(4):
        found, answer, received = send(method, url, headers, data if data or method != "POST" else b"")
        if found not in (429, 503, 504) or attempt == 3:
            break
        time.sleep(float(received.get("Retry-After", 3)))
        headers["Retry-Attempt"] = str(attempt + 1)
    assert found in ((status,) if status else (200, 201, 202, 204)), (method, path, found, answer)
    return answer


def policy():
    partners = "/policies/crossTenantAccessPolicy/partners"
    source, target = given("SOURCE_TENANT"), given("TARGET_TENANT")
    cmdlet("TARGET", "POST", "/v1.0" + partners, {"tenantId": source})  # New-MgPolicyCrossTenantAccessPolicyPartner
    cmdlet("TARGET", "PUT", "/v1.0%s/%s/identitySynchronization" % (partners, source), {"displayName": "Lindow", "userSyncInbound": {"isSyncAllowed": True}})  # Set-…IdentitySynchronization
    cmdlet("TARGET", "PATCH", "/v1.0%s/%s" % (partners, source), {"automaticUserConsentSettings": {"inboundAllowed": True}})  # Update-…Partner
    cmdlet("SOURCE", "POST", "/beta" + partners, {"tenantId": target})  # New-MgBetaPolicy…Partner
    cmdlet("SOURCE", "PATCH", "/beta%s/%s" % (partners, target), {"automaticUserConsentSettings": {"outboundAllowed": True}})
    assert cmdlet("TARGET", "GET", "/v1.0%s/%s/identitySynchronization" % (partners, source))["userSyncInbound"]["isSyncAllowed"]
    assert cmdlet("SOURCE", "GET", "/v1.0%s?$top=100" % partners)["value"]  # Get-…Partner -All
    found = cmdlet("SOURCE", "GET", "/v1.0/tenantRelationships/microsoft.graph.findTenantInformationByTenantId(tenantId='%s')" % target)
    assert found["displayName"] == "Marsk Freight", found


made = {}


def configure():
    app = cmdlet("SOURCE", "POST", "/v1.0/applicationTemplates/518e5f48-1fc8-4c48-9387-9fdf28b0dfe7/microsoft.graph.instantiate", {"displayName": "Marsk"})
    principal = cmdlet("SOURCE", "GET", "/v1.0/servicePrincipals?$filter=" + urllib.parse.quote("DisplayName eq 'Marsk'"))["value"][0]
    assert principal["id"] == app["servicePrincipal"]["id"]
    made["jobs"] = "/v1.0/servicePrincipals/%s/synchronization/jobs" % principal["id"]
    pairs = [{"key": "CompanyId", "value": given("TARGET_TENANT")}, {"key": "AuthenticationType", "value": "SyncPolicy"}]
    assert cmdlet("SOURCE", "GET", "/v1.0/servicePrincipals/%s/synchronization/templates" % principal["id"])["value"]
    made["id"] = cmdlet("SOURCE", "POST", made["jobs"], {"templateId": "Azure2Azure"})["id"]
    made["job"] = made["jobs"] + "/" + made["id"]
    cmdlet("SOURCE", "POST", made["job"] + "/microsoft.graph.validateCredentials", {"useSavedCredentials": False, "templateId": "Azure2Azure", "credentials": pairs})
    cmdlet("SOURCE", "PUT", "/v1.0/servicePrincipals/%s/synchronization/secrets" % principal["id"], {"value": pairs + [{"key": "SyncAll", "value": "false"}]})
    made["user"] = cmdlet("SOURCE", "GET", "/v1.0/users/" + urllib.parse.quote(given("USER_NAME"), safe=""))["id"]
    cmdlet("SOURCE", "POST", "/v1.0/servicePrincipals/%s/appRoleAssignedTo" % principal["id"],
           {"appRoleId": principal["appRoles"][0]["id"], "principalId": made["user"], "resourceId": principal["id"]})


def on_demand():
    rule = cmdlet("SOURCE", "GET", made["job"] + "/schema")["synchronizationRules"][0]["id"]
    asked = {"parameters": [{"ruleId": rule, "subjects": [{"objectId": made["user"], "objectTypeName": "User"}]}]}
    assert cmdlet("SOURCE", "POST", made["job"] + "/microsoft.graph.provisionOnDemand", asked)["value"]


def cycle():
    cmdlet("SOURCE", "POST", made["job"] + "/microsoft.graph.start")
    ran = None
    for _ in range(60):
        ran = cmdlet("SOURCE", "GET", made["job"])["status"]["lastSuccessfulExecution"]
        if ran:
            break
        time.sleep(0.5)
    assert ran and ran["state"] == "Succeeded", ran
    cmdlet("SOURCE", "POST", made["job"] + "/microsoft.graph.pause")


def log():
    query = urllib.parse.quote("jobId eq '%s' and sourceIdentity/id eq '%s'" % (made["id"], made["user"]))
    assert cmdlet("SOURCE", "GET", "/v1.0/auditLogs/provisioning?$filter=" + query)["value"]
    assert cmdlet("TARGET", "GET", "/beta/auditLogs/directoryAudits?top=5")["value"]  # on beta names go out without $


def page():
    """Get-MgUser -All, and -Top 250: pages of 100, what is left written into the last link."""
    for top in None, 250:
        ids, link = [], "/v1.0/users?$select=id,userPrincipalName&$top=100"
        while link:
            answer = cmdlet("SOURCE", "GET", link)
            ids += answer["value"]
            link = answer.get("@odata.nextLink")
            if top and link and top - len(ids) < 100:
                link = link.replace("top=100", "top=%d" % (top - len(ids)))
            if top and len(ids) >= top:
                link = None
        assert len({each["id"] for each in ids}) == (top or 252), len(ids)


def search():
    found = cmdlet("SOURCE", "GET", "/v1.0/users?$search=%22displayName%3ALiv%22&$count=true&$orderby=displayName", ConsistencyLevel="eventual")
    assert found["@odata.count"] == len(found["value"]) > 0, found


def batch():
    parts = {"requests": [{"id": 1, "method": "GET", "url": "/users/" + given("USER_NAME")}, {"id": 2, "method": "GET", "url": "/users/nobody@lindow.example"}]}
    answers = cmdlet("SOURCE", "POST", "/v1.0/$batch", parts)["responses"]
    assert {str(each["id"]): each["status"] for each in answers} == {"1": 200, "2": 404}, answers


def absent():
    assert cmdlet("SOURCE", "GET", "/v1.0/users/nobody%40lindow.example", status=404)["error"]["code"] == "Request_ResourceNotFound"
    again = cmdlet("TARGET", "POST", "/v1.0/policies/crossTenantAccessPolicy/partners", {"tenantId": given("SOURCE_TENANT")}, status=409)
    assert "already exists" in again["error"]["message"], again  # what scripts look for


def throttle():
    assert cmdlet("SOURCE", "GET", "/v1.0/organization")["value"][0]["id"] == given("SOURCE_TENANT")


for name, act in (("secret", secret), ("certificate", certificate), ("device code", device), ("code", code), ("policy", policy), ("configure", configure), ("on demand", on_demand),
                  ("cycle", cycle), ("log", log), ("page", page), ("search", search), ("batch", batch), ("404", absent), ("throttle", throttle)):
    step(name, act)
sys.exit(1 if failed else 0)
