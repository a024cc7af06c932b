# The how-to of how-to.http, step by step, with the cmdlets of the Microsoft Graph module (Microsoft.Graph.Authentication, .Identity.SignIns,
# .Applications, .Users, .Reports). It knows Microsoft's addresses only; against a server that runs:
#   ./tenantry run -- pwsh http-samples/how-to.ps1
# What has no cmdlet, or a faulty one, goes through Invoke-MgGraphRequest. how-to-rest.ps1 needs no module.
$ErrorActionPreference = 'Stop'
$source = '5eed0001-fe12-4000-8000-0000fe120001'
$target = '5eed0002-9011-4000-8000-000090110002'

function Connect-Tenant($tenant, $client, $secret) {
    $credential = New-Object System.Management.Automation.PSCredential($client, (ConvertTo-SecureString $secret -AsPlainText -Force))
    Connect-MgGraph -TenantId $tenant -ClientSecretCredential $credential -NoWelcome
}

# Step 1: sign in to the target tenant
Connect-Tenant $target 'c11e0002-9011-4000-8000-000090110002' 'gullwick-howto-secret'

# Step 2: enable user synchronization in the target tenant
New-MgPolicyCrossTenantAccessPolicyPartner -TenantId $source
Set-MgPolicyCrossTenantAccessPolicyPartnerIdentitySynchronization -CrossTenantAccessPolicyConfigurationPartnerTenantId $source -BodyParameter @{
    displayName = 'Fernholm'; userSyncInbound = @{ isSyncAllowed = $true } }
(Get-MgPolicyCrossTenantAccessPolicyPartnerIdentitySynchronization -CrossTenantAccessPolicyConfigurationPartnerTenantId $source).UserSyncInbound

# Step 3: automatically redeem invitations in the target tenant
Update-MgPolicyCrossTenantAccessPolicyPartner -CrossTenantAccessPolicyConfigurationPartnerTenantId $source -BodyParameter @{
    automaticUserConsentSettings = @{ inboundAllowed = $true } }

# Step 4: sign in to the source tenant
Connect-Tenant $source 'c11e0002-fe12-4000-8000-0000fe120002' 'fernholm-howto-secret'

# Step 5: automatically redeem invitations in the source tenant
New-MgPolicyCrossTenantAccessPolicyPartner -TenantId $target
Update-MgPolicyCrossTenantAccessPolicyPartner -CrossTenantAccessPolicyConfigurationPartnerTenantId $target -BodyParameter @{
    automaticUserConsentSettings = @{ outboundAllowed = $true } }

# Step 6: create a configuration application in the source tenant
$app = Invoke-MgInstantiateApplicationTemplate -ApplicationTemplateId '518e5f48-1fc8-4c48-9387-9fdf28b0dfe7' -DisplayName 'Gullwick'
$principal = Get-MgServicePrincipal -ServicePrincipalId $app.ServicePrincipal.Id

# Step 7: test the connection to the target tenant
$jobs = "v1.0/servicePrincipals/$($principal.Id)/synchronization/jobs"
$to = @{ key = 'CompanyId'; value = $target }, @{ key = 'AuthenticationType'; value = 'SyncPolicy' }
Invoke-MgGraphRequest -Method Post -Uri "$jobs/validateCredentials" -Body @{ useSavedCredentials = $false; templateId = 'Azure2Azure'; credentials = $to }

# Step 8: create a provisioning job in the source tenant
$job = New-MgServicePrincipalSynchronizationJob -ServicePrincipalId $principal.Id -TemplateId 'Azure2Azure'

# Step 9: save your credentials
$settings = @{ key = 'SyncNotificationSettings'; value = '{"Enabled":false,"DeleteThresholdEnabled":false}' }, @{ key = 'SyncAll'; value = 'false' }
Set-MgServicePrincipalSynchronizationSecret -ServicePrincipalId $principal.Id -Value ($to + $settings)

# Step 10: assign a user to the configuration
$liv = Get-MgUser -UserId 'liv.aasen@fernholm.example'
New-MgServicePrincipalAppRoleAssignedTo -ServicePrincipalId $principal.Id -PrincipalId $liv.Id -ResourceId $principal.Id -AppRoleId $principal.AppRoles[0].Id

# Step 11: test provision on demand
$schema = Get-MgServicePrincipalSynchronizationJobSchema -ServicePrincipalId $principal.Id -SynchronizationJobId $job.Id
New-MgServicePrincipalSynchronizationJobOnDemand -ServicePrincipalId $principal.Id -SynchronizationJobId $job.Id -Parameters @(
    @{ ruleId = $schema.SynchronizationRules[0].Id; subjects = @(@{ objectId = $liv.Id; objectTypeName = 'User' }) })

# Step 12: start the provisioning job
Start-MgServicePrincipalSynchronizationJob -ServicePrincipalId $principal.Id -SynchronizationJobId $job.Id

# Step 13: monitor provisioning
do {
    Start-Sleep -Milliseconds 250
    $state = (Get-MgServicePrincipalSynchronizationJob -ServicePrincipalId $principal.Id -SynchronizationJobId $job.Id).Status
} until ($state.LastExecution.State -eq 'Succeeded')
$filter = "contains(tolower(servicePrincipal/id), '" + $principal.Id + "')"
$entries = Get-MgAuditLogProvisioning -Filter $filter -Top 500
$entries | Select-Object -Property ('ActivityDateTime', 'ProvisioningAction', 'Id')
Get-MgAuditLogDirectoryAudit -Top 10 | Select-Object -Property ('ActivityDateTime', 'Category', 'ActivityDisplayName')
