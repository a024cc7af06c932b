#!/usr/bin/env bash
# A script as it runs against Microsoft Graph.
set -eu
TENANT=5eed0001-fe12-4000-8000-0000fe120001
value() { sed "s/.*\"$1\":\"\([^\"]*\)\".*/\1/"; }
token=$(curl -fsS "https://login.microsoftonline.com/$TENANT/oauth2/v2.0/token" -d grant_type=client_credentials \
  -d client_id=c11e0001-fe12-4000-8000-0000fe12ad01 -d client_secret=fernholm-admin-secret \
  -d scope=https://graph.microsoft.com/.default | value access_token)
page=$(curl -fsS -H "Authorization: Bearer $token" 'https://graph.microsoft.com/v1.0/users?$top=2&$select=id')
next=$(curl -fsS -H "Authorization: Bearer $token" "$(printf '%s' "$page" | value @odata.nextLink)")
count() { printf '%s' "$1" | grep -o '"id"' | wc -l | tr -d ' '; }
echo "$(count "$page") users, then $(count "$next") more"
