# A program as it runs against Microsoft Graph.
import json
import urllib.parse
import urllib.request

form = {
    "grant_type": "client_credentials",
    "client_id": "c11e0001-fe12-4000-8000-0000fe12ad01",
    "client_secret": "fernholm-admin-secret",
    "scope": "https://graph.microsoft.com/.default",
}
url = "https://login.microsoftonline.com/5eed0001-fe12-4000-8000-0000fe120001/oauth2/v2.0/token"
with urllib.request.urlopen(url, data=urllib.parse.urlencode(form).encode()) as answer:
    token = json.load(answer)["access_token"]


def get(url):
    request = urllib.request.Request(url, headers={"Authorization": "Bearer " + token})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


page = get("https://graph.microsoft.com/v1.0/users?$top=2&$select=id")
following = get(page["@odata.nextLink"])
print(f"{len(page['value'])} users, then {len(following['value'])} more")
