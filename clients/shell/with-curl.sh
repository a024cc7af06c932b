#!/usr/bin/env bash
# curl, as scripts use it; python3 reads the answers.
set -u
. "$STEPS"
LOGIN=https://login.microsoftonline.com
GRAPH=https://graph.microsoft.com/v1.0
PARTNERS=/policies/crossTenantAccessPolicy/partners

# get PATH: one value of a JSON answer
get() { python3 -c 'import functools, json, sys; print(functools.reduce(lambda d, k: d[int(k) if k.isdigit() else k], sys.argv[1].split("/"), json.load(sys.stdin)))' "$1"; }
# token TENANT FIELD=VALUE …
token() {
  local tenant=$1 fields=()
  shift
  for each in "$@"; do fields+=(--data-urlencode "$each"); done
  curl -fsS "$LOGIN/$tenant/oauth2/v2.0/token" "${fields[@]}"
}
# graph TOKEN METHOD PATH [BODY]
graph() { curl -fsS --retry 3 -X "$2" "$GRAPH$3" -H "Authorization: Bearer $1" ${4:+-H 'Content-Type: application/json' -d "$4"}; }
is() { [ "$1" = "$2" ] || { echo "it is $1, not $2"; return 1; }; }
me() { is "$(graph "$(get access_token)" GET /me | get userPrincipalName)" "$USER_NAME"; }
application=(grant_type=client_credentials scope=https://graph.microsoft.com/.default)
desk=(client_id="$PUBLIC_CLIENT_ID" scope="User.Read offline_access")

secret() {
  token "$SOURCE_TENANT" "${application[@]}" client_id="$CLIENT_ID" client_secret="$CLIENT_SECRET" | get access_token >source.token
  token "$TARGET_TENANT" "${application[@]}" client_id="$TARGET_CLIENT_ID" client_secret="$TARGET_CLIENT_SECRET" | get access_token >target.token
  curl -fsS -G -d grant_type=client_credentials -d scope=https://graph.microsoft.com/.default -X POST "$LOGIN/$TARGET_TENANT/oauth2/v2.0/token" >/dev/null && return 1
  curl -fsS -u "$TARGET_CLIENT_ID:$TARGET_CLIENT_SECRET" -d grant_type=client_credentials -d scope=https://graph.microsoft.com/.default "$LOGIN/$TARGET_TENANT/oauth2/v2.0/token" | get token_type
}
password() { token "$SOURCE_TENANT" grant_type=password "${desk[@]}" username="$USER_NAME" password="$USER_PASSWORD" | tee user.json | me; }
device() {
  curl -fsS "$LOGIN/$SOURCE_TENANT/oauth2/v2.0/devicecode" --data-urlencode "client_id=$PUBLIC_CLIENT_ID" --data-urlencode 'scope=User.Read' >device.json
  "$BROWSE" "$(get verification_uri <device.json)" "$(get user_code <device.json)"
  token "$SOURCE_TENANT" grant_type=urn:ietf:params:oauth:grant-type:device_code client_id="$PUBLIC_CLIENT_ID" device_code="$(get device_code <device.json)" | me
}
code() {
  local landed
  landed=$("$BROWSE" "$LOGIN/$SOURCE_TENANT/oauth2/v2.0/authorize?client_id=$API_ID&response_type=code&scope=User.Read&redirect_uri=$WEB_REDIRECT")
  landed=${landed#*code=}
  token "$SOURCE_TENANT" grant_type=authorization_code client_id="$API_ID" client_secret="$API_SECRET" redirect_uri="$WEB_REDIRECT" code="${landed%%&*}" | me
}
behalf() {
  local front
  front=$(token "$SOURCE_TENANT" grant_type=password client_id="$PUBLIC_CLIENT_ID" scope="$API_SCOPE" username="$USER_NAME" password="$USER_PASSWORD" | get access_token)
  token "$SOURCE_TENANT" grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer requested_token_use=on_behalf_of client_id="$API_ID" client_secret="$API_SECRET" scope=User.Read assertion="$front" | me
}
step secret secret
step password password
step 'device code' device
step code code
step 'on behalf' behalf
S=$(<source.token) T=$(<target.token)

policy() {
  graph "$T" POST "$PARTNERS" "{\"tenantId\": \"$SOURCE_TENANT\"}"
  graph "$T" PUT "$PARTNERS/$SOURCE_TENANT/identitySynchronization" '{"displayName": "Lindow", "userSyncInbound": {"isSyncAllowed": true}}'
  graph "$T" PATCH "$PARTNERS/$SOURCE_TENANT" '{"automaticUserConsentSettings": {"inboundAllowed": true}}'
  graph "$S" POST "$PARTNERS" "{\"tenantId\": \"$TARGET_TENANT\"}"
  graph "$S" PATCH "$PARTNERS/$TARGET_TENANT" '{"automaticUserConsentSettings": {"outboundAllowed": true}}'
}
configure() {
  graph "$S" POST /applicationTemplates/518e5f48-1fc8-4c48-9387-9fdf28b0dfe7/instantiate '{"displayName": "Marsk"}' >made.json
  P=/servicePrincipals/$(get servicePrincipal/id <made.json)
  local pairs="{\"key\": \"CompanyId\", \"value\": \"$TARGET_TENANT\"}, {\"key\": \"AuthenticationType\", \"value\": \"SyncPolicy\"}"
  graph "$S" POST "$P/synchronization/jobs/validateCredentials" "{\"useSavedCredentials\": \"false\", \"templateId\": \"Azure2Azure\", \"credentials\": [$pairs]}"
  graph "$S" POST "$P/synchronization/jobs" '{"templateId": "Azure2Azure"}' | get id >job
  graph "$S" PUT "$P/synchronization/secrets" "{\"value\": [$pairs]}"
  graph "$S" GET "/users/$USER_NAME" | get id >user
  graph "$S" POST "$P/appRoleAssignedTo" "{\"principalId\": \"$(<user)\", \"resourceId\": \"${P#/*/}\", \"appRoleId\": \"$(get servicePrincipal/appRoles/0/id <made.json)\"}"
}
job() { graph "$S" "$1" "/servicePrincipals/$(get servicePrincipal/id <made.json)/synchronization/jobs/$(<job)$2" ${3:+"$3"}; }
on_demand() {
  local rule
  rule=$(job GET /schema | get synchronizationRules/0/id)
  job POST /provisionOnDemand "{\"parameters\": [{\"ruleId\": \"$rule\", \"subjects\": [{\"objectId\": \"$(<user)\", \"objectTypeName\": \"User\"}]}]}" | get value
}
cycle() {
  job POST /start
  for _ in $(seq 60); do
    [ "$(job GET / | get status/lastSuccessfulExecution)" = None ] || break
    sleep 0.5
  done
  is "$(job GET '' | get status/lastSuccessfulExecution/state)" Succeeded
  is "$(graph "$T" GET "/users?\$filter=mail%20eq%20'$USER_NAME'" | get value/0/displayName)" 'Liv Sørby'
}
log() { is "$(graph "$S" GET "/auditLogs/provisioning?\$filter=jobid+eq+'$(<job)'+and+sourceIdentity/id+eq+'$(<user)'" | get value/0/sourceIdentity/id)" "$(<user)"; }
step policy policy
step configure configure
step 'on demand' on_demand
step cycle cycle
step log log

page() {
  local next='https://graph.microsoft.com/v1.0/users?$select=id&$top=100' ids=0
  while [ -n "$next" ]; do
    curl -fsS --compressed -H "Authorization: Bearer $S" "$next" >page.json
    ids=$((ids + $(python3 -c 'import json; print(len(json.load(open("page.json"))["value"]))')))
    next=$(get @odata.nextLink <page.json 2>/dev/null || true)
  done
  is "$ids" 252
}
search() { curl -fsS -G -H "Authorization: Bearer $S" -H 'ConsistencyLevel: eventual' "$GRAPH/users" --data-urlencode '$search="displayName:Liv"' -d '$count=true' | get @odata.count; }
batch() {
  graph "$S" POST '/$batch' "{\"requests\": [{\"id\": 1, \"method\": \"GET\", \"url\": \"users/$USER_NAME\"}, {\"id\": \"2\", \"method\": \"GET\", \"url\": \"/users/nobody@lindow.example\"}]}" >batch.json
  python3 -c 'import json; assert {r["id"]: r["status"] for r in json.load(open("batch.json"))["responses"]} == {"1": 200, "2": 404}'
}
absent() {
  is "$(curl -sS -o absent.json -w '%{http_code}' -H "Authorization: Bearer $S" "$GRAPH/users/nobody@lindow.example")" 404
  is "$(get error/code <absent.json)" Request_ResourceNotFound
}
throttle() { is "$(graph "$S" GET /organization | get value/0/id)" "$SOURCE_TENANT"; }
step page page
step search search
step batch batch
step 404 absent
step throttle throttle
end_steps
