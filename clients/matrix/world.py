"""What the clients are given: applications registered as an administrator would, and the words they need in their environment."""
import base64
import shlex
import subprocess
import uuid

from matrix.server import ROOT, call

GRAPH = "00000003-0000-0000-c000-000000000000"
SOURCE = "0c1e0001-0517-4000-8000-00000c1e0001"
TARGET = "0c1e0002-0517-4000-8000-00000c1e0002"
WEB = "https://portal.lindow.example/signed-in"
# Twice 429, of which every caller may ask again after a second: what a program does with that, its step `throttle` tells.
THROTTLE = {"rules": [{"match": {"method": "GET", "path": "*/organization"}, "count": 2, "answer": {"status": 429, "retryAfter": 1}}]}


def prepare(server, folder):
    """Registers what signs in; the environment of the programs."""
    token = server.control("POST", "/tenants/source/tokens", {})["access_token"]

    def graph(method, path, body=None):
        return call(method, server.base + "/v1.0" + path, body, token)

    administration = graph("GET", "/applications(appId='0c1e0001-ad00-4000-8000-00000c1e0001')")
    certificate = make_certificate(folder)
    graph("PATCH", "/applications/" + administration["id"], {"keyCredentials": [
        {"type": "AsymmetricX509Cert", "usage": "Verify", "displayName": "CN=lindow", "key": base64.b64encode(certificate.der).decode()}]})
    desk = register(graph, displayName="Desk", isFallbackPublicClient=True, signInAudience="AzureADMultipleOrgs",
                    publicClient={"redirectUris": ["http://localhost", "https://login.microsoftonline.com/common/oauth2/nativeclient"]})
    page = register(graph, displayName="Page", spa={"redirectUris": ["http://localhost/signed-in", "http://localhost/"]})
    api = register(graph, displayName="Portal", web={"redirectUris": [WEB]}, api={"oauth2PermissionScopes": [
        {"id": str(uuid.uuid4()), "value": "Read", "type": "User", "isEnabled": True, "adminConsentDisplayName": "Read", "adminConsentDescription": "Read",
         "userConsentDisplayName": "Read", "userConsentDescription": "Read"}]})
    graph("PATCH", "/applications/" + api["id"], {"identifierUris": ["api://" + api["appId"]]})
    secret = graph("POST", "/applications/%s/addPassword" % api["id"], {"passwordCredential": {"displayName": "portal"}})["secretText"]
    service = graph("GET", "/servicePrincipals(appId='%s')" % GRAPH)["id"]
    for client, resource, scope in (desk, service, "User.Read User.Read.All openid profile offline_access"), (page, service, "User.Read openid profile offline_access"), (api, service, "User.Read openid profile offline_access"), (desk, api["principal"], "Read"):
        graph("POST", "/oauth2PermissionGrants", {"clientId": client["principal"], "consentType": "AllPrincipals", "resourceId": resource, "scope": scope})
    return {
        "SOURCE_TENANT": SOURCE, "TARGET_TENANT": TARGET,
        "CLIENT_ID": administration["appId"], "CLIENT_SECRET": "lindow+secret/1 &more=%25",
        "TARGET_CLIENT_ID": "0c1e0002-ad00-4000-8000-00000c1e0002", "TARGET_CLIENT_SECRET": "marsk-secret",
        "CERTIFICATE": str(certificate.pem), "CERTIFICATE_THUMBPRINT": certificate.thumbprint,
        "PUBLIC_CLIENT_ID": desk["appId"], "SPA_CLIENT_ID": page["appId"], "API_ID": api["appId"], "API_SECRET": secret, "API_SCOPE": "api://%s/Read" % api["appId"], "WEB_REDIRECT": WEB,
        "USER_NAME": "liv@lindow.example", "USER_PASSWORD": "Lens-4-Harbour!",
        "STEPS": str(ROOT / "clients/steps.sh"), "BROWSE": str(ROOT / "clients/browser"), "BROWSER": shlex.quote(str(ROOT / "clients/browser")) + " %s &",
    }


def register(graph, **properties):
    application = graph("POST", "/applications", properties)
    application["principal"] = graph("POST", "/servicePrincipals", {"appId": application["appId"]})["id"]
    return application


class Certificate:
    def __init__(self, pem, der):
        self.pem = pem
        self.der = der.read_bytes()
        self.thumbprint = openssl("x509", "-in", pem, "-noout", "-fingerprint", "-sha1").split("=")[1].replace(":", "").strip()


def make_certificate(folder):
    key, certificate, pem, der = (folder / name for name in ("key.pem", "certificate.pem", "client.pem", "client.der"))
    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=lindow", "-days", "30", "-keyout", key, "-out", certificate)
    openssl("x509", "-in", certificate, "-outform", "DER", "-out", der)
    pem.write_text(key.read_text() + certificate.read_text())
    return Certificate(pem, der)


def openssl(*arguments):
    return subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True, text=True).stdout
