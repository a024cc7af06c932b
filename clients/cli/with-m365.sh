#!/usr/bin/env bash
# CLI for Microsoft 365; its connection is kept in a home of its own.
set -u
. "$STEPS"
HOME=$PWD/home
export HOME
rm -rf home
mkdir -p home
GRAPH=https://graph.microsoft.com/v1.0
PARTNERS=$GRAPH/policies/crossTenantAccessPolicy/partners

m365() { node_modules/.bin/m365 "$@"; }
get() { node -e 'console.log(process.argv[1].split("/").reduce((d, k) => d[k], JSON.parse(require("fs").readFileSync(0))))' "$1"; }
is() { [ "$1" = "$2" ] || { echo "it is $1, not $2"; return 1; }; }
call() { m365 request --method "$1" --url "$2" ${3:+--content-type application/json --body "$3"} --output json; }
source_tenant() { m365 login --authType secret --appId "$CLIENT_ID" --tenant "$SOURCE_TENANT" --secret "$CLIENT_SECRET"; }

secret() {
  m365 login --authType secret --appId "$TARGET_CLIENT_ID" --tenant "$TARGET_TENANT" --secret "$TARGET_CLIENT_SECRET"
  call post "$PARTNERS" "{\"tenantId\": \"$SOURCE_TENANT\"}"
  call put "$PARTNERS/$SOURCE_TENANT/identitySynchronization" '{"displayName": "Lindow", "userSyncInbound": {"isSyncAllowed": true}}'
  call patch "$PARTNERS/$SOURCE_TENANT" '{"automaticUserConsentSettings": {"inboundAllowed": true}}'
  m365 logout
}
certificate() {
  m365 login --authType certificate --appId "$CLIENT_ID" --tenant "$SOURCE_TENANT" --certificateFile "$CERTIFICATE" --thumbprint "$CERTIFICATE_THUMBPRINT"
  is "$(m365 status --output json | get connectedAs)" Administration
  m365 logout
}
password() {
  m365 login --authType password --appId "$PUBLIC_CLIENT_ID" --tenant "$SOURCE_TENANT" --userName "$USER_NAME" --password "$USER_PASSWORD"
  is "$(m365 status --output json | get connectedAs)" "$USER_NAME"
  m365 logout
}
device() {
  m365 login --authType deviceCode --appId "$PUBLIC_CLIENT_ID" --tenant "$SOURCE_TENANT" >device.txt 2>&1 &
  local login=$! code=
  for _ in $(seq 100); do
    code=$(sed -n 's/.*enter the code \([A-Z0-9]*\).*/\1/p' device.txt)
    [ -z "$code" ] || break
    sleep 0.3
  done
  "$BROWSE" "$(sed -n 's/.*open the page \(https:[^ ]*\).*/\1/p' device.txt)" "$code" || kill "$login"
  wait "$login"
  is "$(m365 status --output json | get connectedAs)" "$USER_NAME"
  m365 logout
}
policy() {
  source_tenant
  call post "$PARTNERS" "{\"tenantId\": \"$TARGET_TENANT\"}"
  call patch "$PARTNERS/$TARGET_TENANT" '{"automaticUserConsentSettings": {"outboundAllowed": true}}'
}
configure() {
  call post "$GRAPH/applicationTemplates/518e5f48-1fc8-4c48-9387-9fdf28b0dfe7/instantiate" '{"displayName": "Marsk"}' >made.json
  local jobs
  jobs=$GRAPH/servicePrincipals/$(get servicePrincipal/id <made.json)/synchronization/jobs
  call post "$jobs" '{"templateId": "Azure2Azure"}' | get id >job
}
page() { is "$(m365 entra user list --output json | node -e 'console.log(JSON.parse(require("fs").readFileSync(0)).length)')" 252; }
search() { is "$(m365 entra user get --userName "$USER_NAME" --output json | get displayName)" 'Liv Sørby'; }
batch() {
  m365 entra group add --displayName Night --description Shift --type security --memberUserNames "$USER_NAME"
  is "$(m365 entra group member list --groupName Night --role Member --output json | get 0/userPrincipalName)" "$USER_NAME"
}
absent() { ! m365 entra user get --userName nobody@lindow.example >absent.txt 2>&1 && grep -q nobody absent.txt; }
throttle() { is "$(call get "$GRAPH/organization" | get value/0/id)" "$SOURCE_TENANT"; }
step secret secret
step certificate certificate
step password password
step 'device code' device
step policy policy
step configure configure
step page page
step search search
step batch batch
step 404 absent
step throttle throttle
end_steps
