#!/usr/bin/env bash
# Azure CLI: az login, az rest, az ad; what it remembers is kept in a folder of its own.
set -u
. "$STEPS"
AZURE_CONFIG_DIR=$PWD/home AZURE_CORE_COLLECT_TELEMETRY=false AZURE_CORE_LOGIN_EXPERIENCE_V2=false
export AZURE_CONFIG_DIR AZURE_CORE_COLLECT_TELEMETRY AZURE_CORE_LOGIN_EXPERIENCE_V2
rm -rf home
GRAPH=https://graph.microsoft.com/v1.0
PARTNERS=$GRAPH/policies/crossTenantAccessPolicy/partners

az() { venv/bin/python -m azure.cli "$@" --only-show-errors; }
is() { [ "$1" = "$2" ] || { echo "it is $1, not $2"; return 1; }; }
call() { az rest --method "$1" --url "$2" ${3:+--body "$3"}; }

secret() {
  az login --service-principal -u "$TARGET_CLIENT_ID" -p "$TARGET_CLIENT_SECRET" --tenant "$TARGET_TENANT" --allow-no-subscriptions
  call post "$PARTNERS" "{\"tenantId\": \"$SOURCE_TENANT\"}"
  call put "$PARTNERS/$SOURCE_TENANT/identitySynchronization" '{"displayName": "Lindow", "userSyncInbound": {"isSyncAllowed": true}}'
  call patch "$PARTNERS/$SOURCE_TENANT" '{"automaticUserConsentSettings": {"inboundAllowed": true}}'
}
certificate() { az login --service-principal -u "$CLIENT_ID" --certificate "$CERTIFICATE" --tenant "$SOURCE_TENANT" --allow-no-subscriptions; }
password() {
  az login -u "$USER_NAME" -p "$USER_PASSWORD" --tenant "$SOURCE_TENANT" --allow-no-subscriptions
  is "$(az ad signed-in-user show --query userPrincipalName -o tsv)" "$USER_NAME"
}
device() {
  az logout
  az login --use-device-code --tenant "$SOURCE_TENANT" --allow-no-subscriptions >device.txt 2>&1 &
  local login=$! code=
  for _ in $(seq 200); do
    code=$(sed -n 's/.*enter the code \([A-Z0-9]*\).*/\1/p' device.txt)
    [ -z "$code" ] || break
    sleep 0.3
  done
  "$BROWSE" "$(sed -n 's/.*open the page \(https:[^ ]*\).*/\1/p' device.txt)" "$code" || kill "$login"
  wait "$login"
  is "$(az ad signed-in-user show --query userPrincipalName -o tsv)" "$USER_NAME"
}
policy() {
  az login --service-principal -u "$CLIENT_ID" -p "$CLIENT_SECRET" --tenant "$SOURCE_TENANT" --allow-no-subscriptions
  call post "$PARTNERS" "{\"tenantId\": \"$TARGET_TENANT\"}"
  call patch "$PARTNERS/$TARGET_TENANT" '{"automaticUserConsentSettings": {"outboundAllowed": true}}'
}
configure() {
  local principal
  principal=$(az rest --method post --url "$GRAPH/applicationTemplates/518e5f48-1fc8-4c48-9387-9fdf28b0dfe7/instantiate" --body '{"displayName": "Marsk"}' --query servicePrincipal.id -o tsv)
  is "$(az ad sp show --id "$principal" --query displayName -o tsv)" Marsk
  call post "$GRAPH/servicePrincipals/$principal/synchronization/jobs" '{"templateId": "Azure2Azure"}'
}
page() { is "$(az ad user list --query 'length(@)' -o tsv)" 252; }
search() { is "$(az ad user list --display-name Liv --query "[?userPrincipalName=='$USER_NAME'] | length(@)" -o tsv)" 1; }
batch() {
  local parts="{\"requests\": [{\"id\": \"1\", \"method\": \"GET\", \"url\": \"/users/$USER_NAME\"}, {\"id\": \"2\", \"method\": \"GET\", \"url\": \"/users/nobody@lindow.example\"}]}"
  is "$(az rest --method post --url "$GRAPH/\$batch" --body "$parts" --query 'sort(responses[].status)' -o tsv | tr '\n' ' ')" '200 404 '
}
absent() { ! az ad user show --id nobody@lindow.example >absent.txt 2>&1 && grep -q 'nobody@lindow.example. does not exist' absent.txt; }
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
end_steps
