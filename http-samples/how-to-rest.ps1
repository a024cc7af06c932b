# The walk through of the README with Invoke-RestMethod: from nothing to a provisioned user. PowerShell 5.1 and 7, no module.
$ErrorActionPreference = 'Stop'
$base = if ($env:BASE) { $env:BASE } else { 'http://localhost:8365' }
$source = '5eed0001-fe12-4000-8000-0000fe120001'   # Fernholm
$target = '5eed0002-9011-4000-8000-000090110002'   # Gullwick

function Get-Token($tenant, $client, $secret) {
    $form = @{ grant_type = 'client_credentials'; client_id = $client; client_secret = $secret; scope = 'https://graph.microsoft.com/.default' }
    (Invoke-RestMethod -Method Post -Uri "$base/$tenant/oauth2/v2.0/token" -Body $form).access_token
}
function Invoke-Graph($token, $method, $path, $body) {
    $call = @{ Method = $method; Uri = "$base/v1.0$path"; Headers = @{ Authorization = "Bearer $token" } }
    if ($body) { $call.Body = ConvertTo-Json $body -Depth 10; $call.ContentType = 'application/json' }
    Invoke-RestMethod @call
}

Invoke-RestMethod -Method Post -Uri "$base/_tenantry/reset"
$sourceToken = Get-Token $source 'c11e0001-fe12-4000-8000-0000fe12ad01' 'fernholm-admin-secret'
$targetToken = Get-Token $target 'c11e0001-9011-4000-8000-00009011ad01' 'gullwick-admin-secret'

$partners = '/policies/crossTenantAccessPolicy/partners'
Invoke-Graph $targetToken Post $partners @{ tenantId = $source }
Invoke-Graph $targetToken Put "$partners/$source/identitySynchronization" @{ displayName = 'Fernholm'; userSyncInbound = @{ isSyncAllowed = $true } }
Invoke-Graph $targetToken Patch "$partners/$source" @{ automaticUserConsentSettings = @{ inboundAllowed = $true } }
Invoke-Graph $sourceToken Post $partners @{ tenantId = $target }
Invoke-Graph $sourceToken Patch "$partners/$target" @{ automaticUserConsentSettings = @{ outboundAllowed = $true } }

$app = Invoke-Graph $sourceToken Post '/applicationTemplates/518e5f48-1fc8-4c48-9387-9fdf28b0dfe7/instantiate' @{ displayName = 'Gullwick' }
$sp = $app.servicePrincipal.id
$job = (Invoke-Graph $sourceToken Post "/servicePrincipals/$sp/synchronization/jobs" @{ templateId = 'Azure2Azure' }).id
$secrets = @{ key = 'AuthenticationType'; value = 'SyncPolicy' }, @{ key = 'CompanyId'; value = $target }, @{ key = 'SyncAll'; value = 'false' }
Invoke-Graph $sourceToken Put "/servicePrincipals/$sp/synchronization/secrets" @{ value = $secrets }

$liv = (Invoke-Graph $sourceToken Get '/users/liv.aasen@fernholm.example').id
Invoke-Graph $sourceToken Post "/servicePrincipals/$sp/appRoleAssignedTo" @{ principalId = $liv; resourceId = $sp; appRoleId = $app.servicePrincipal.appRoles[0].id }
Invoke-Graph $sourceToken Post "/servicePrincipals/$sp/synchronization/jobs/$job/start"
Invoke-RestMethod -Method Post -Uri "$base/_tenantry/tenants/source/jobs/$job/run"
Invoke-Graph $targetToken Get '/users/liv.aasen_fernholm.example%23EXT%23@gullwick.onmicrosoft.com?$select=displayName,userPrincipalName,userType,mail'
