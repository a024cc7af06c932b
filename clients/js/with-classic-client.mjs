// Azure Identity signs in; the classic Graph client calls Graph.
import assert from 'node:assert/strict';
import { ClientCertificateCredential, ClientSecretCredential, DeviceCodeCredential, InteractiveBrowserCredential, OnBehalfOfCredential, UsernamePasswordCredential } from '@azure/identity';
import graphClient from '@microsoft/microsoft-graph-client';
import azureProvider from '@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials/index.js';
import { browse, end, given, pause, step } from './steps.mjs';

const { BatchRequestContent, Client, PageIterator } = graphClient;
const { TokenCredentialAuthenticationProvider } = azureProvider;
const APP = 'https://graph.microsoft.com/.default';
const USER = 'https://graph.microsoft.com/User.Read';
const partners = '/policies/crossTenantAccessPolicy/partners';

const client = (credential, scope = APP) =>
  Client.initWithMiddleware({ authProvider: new TokenCredentialAuthenticationProvider(credential, { scopes: [scope] }) });

async function me(credential) {
  assert.equal((await client(credential, USER).api('/me').get()).userPrincipalName, given.USER_NAME);
}

const source = client(new ClientSecretCredential(given.SOURCE_TENANT, given.CLIENT_ID, given.CLIENT_SECRET));
const target = client(new ClientSecretCredential(given.TARGET_TENANT, given.TARGET_CLIENT_ID, given.TARGET_CLIENT_SECRET));
const desk = { tenantId: given.SOURCE_TENANT, clientId: given.PUBLIC_CLIENT_ID };
const password = new UsernamePasswordCredential(given.SOURCE_TENANT, given.PUBLIC_CLIENT_ID, given.USER_NAME, given.USER_PASSWORD);

await step('secret', async () => {
  const found = await source.api(`/servicePrincipals(appId='${given.CLIENT_ID}')`).select('id,displayName').get();
  assert.equal(found.displayName, 'Administration');
});
await step('certificate', async () => {
  for (const sendCertificateChain of [false, true]) {
    const credential = new ClientCertificateCredential(given.SOURCE_TENANT, given.CLIENT_ID, { certificatePath: given.CERTIFICATE }, { sendCertificateChain });
    assert.ok((await credential.getToken(APP)).token);
  }
});
await step('password', () => me(password));
await step('device code', () =>
  me(new DeviceCodeCredential({ ...desk, userPromptCallback: ({ verificationUri, userCode }) => void browse(verificationUri, userCode).catch(console.error) })));
await step('code', () => me(new InteractiveBrowserCredential({ ...desk, redirectUri: 'http://localhost' })));
await step('on behalf', async () => {
  const { token } = await password.getToken(given.API_SCOPE);
  await me(new OnBehalfOfCredential({ tenantId: given.SOURCE_TENANT, clientId: given.API_ID, clientSecret: given.API_SECRET, userAssertionToken: token }));
});

await step('policy', async () => {
  const inTarget = `${partners}/${given.SOURCE_TENANT}`;
  await target.api(partners).post({ tenantId: given.SOURCE_TENANT });
  await target.api(`${inTarget}/identitySynchronization`).put({ displayName: 'Lindow', userSyncInbound: { isSyncAllowed: true } });
  await target.api(inTarget).patch({ automaticUserConsentSettings: { inboundAllowed: true } });
  await source.api(partners).post({ tenantId: given.TARGET_TENANT });
  await source.api(`${partners}/${given.TARGET_TENANT}`).update({ automaticUserConsentSettings: { outboundAllowed: true } });
  assert.equal((await target.api(`${inTarget}/identitySynchronization`).get()).userSyncInbound.isSyncAllowed, true);
});

let synchronization;
let job;
let user;
await step('configure', async () => {
  const { servicePrincipal } = await source.api('/applicationTemplates/518e5f48-1fc8-4c48-9387-9fdf28b0dfe7/instantiate').post({ displayName: 'Marsk' });
  const principal = `/servicePrincipals/${servicePrincipal.id}`;
  synchronization = `${principal}/synchronization`;
  const credentials = [{ key: 'CompanyId', value: given.TARGET_TENANT }, { key: 'AuthenticationType', value: 'SyncPolicy' }];
  await source.api(`${synchronization}/jobs/validateCredentials`).post({ useSavedCredentials: false, templateId: 'Azure2Azure', credentials });
  job = `${synchronization}/jobs/${(await source.api(`${synchronization}/jobs`).post({ templateId: 'Azure2Azure' })).id}`;
  await source.api(`${synchronization}/secrets`).put({ value: [...credentials, { key: 'SyncAll', value: 'false' }] });
  user = (await source.api(`/users/${given.USER_NAME}`).get()).id;
  await source.api(`${principal}/appRoleAssignedTo`).post({ principalId: user, resourceId: servicePrincipal.id, appRoleId: servicePrincipal.appRoles[0].id });
});
await step('on demand', async () => {
  const ruleId = (await source.api(`${job}/schema`).get()).synchronizationRules[0].id;
  const answer = await source.api(`${job}/provisionOnDemand`).post({ parameters: [{ ruleId, subjects: [{ objectId: user, objectTypeName: 'User' }] }] });
  assert.ok(answer.value);
});
await step('cycle', async () => {
  await source.api(`${job}/start`).post(null);
  let ran;
  for (let i = 0; i < 60 && !ran; i++) {
    await pause(500);
    ran = (await source.api(job).get()).status.lastSuccessfulExecution;
  }
  assert.equal(ran?.state, 'Succeeded');
  const found = await target.api('/users').filter(`mail eq '${given.USER_NAME}'`).get();
  assert.deepEqual(found.value.map((each) => each.displayName), ['Liv Sørby']);
});
await step('log', async () => {
  const entries = await source.api('/auditLogs/provisioning').filter(`jobid eq '${job.split('/').pop()}' and sourceIdentity/id eq '${user}'`).get();
  assert.ok(entries.value.length > 0 && entries.value.every((entry) => entry.sourceIdentity.id === user));
});

await step('page', async () => {
  const ids = new Set();
  const first = await source.api('/users').select('id,userPrincipalName').top(100).get();
  await new PageIterator(source, first, (each) => ids.add(each.id)).iterate();
  assert.equal(ids.size, 252);
});
await step('search', async () => {
  const found = await source.api('/users').header('ConsistencyLevel', 'eventual').search('"displayName:Liv"').count(true).orderby('displayName').get();
  assert.equal(found['@odata.count'], found.value.length);
  assert.ok(found.value.some((each) => each.userPrincipalName === given.USER_NAME));
});
await step('batch', async () => {
  const batch = new BatchRequestContent([
    { id: '1', request: new Request(`https://graph.microsoft.com/v1.0/users/${given.USER_NAME}`) },
    { id: '2', request: new Request('https://graph.microsoft.com/v1.0/groups?$top=2') },
    { id: '3', request: new Request('https://graph.microsoft.com/v1.0/users/nobody@lindow.example') },
  ]);
  const { responses } = await source.api('/$batch').post(await batch.getContent());
  assert.deepEqual(Object.fromEntries(responses.map((each) => [each.id, each.status])), { 1: 200, 2: 200, 3: 404 });
});
await step('404', () =>
  assert.rejects(source.api('/users/nobody@lindow.example').get(), (error) => error.statusCode === 404 && error.code === 'Request_ResourceNotFound'));
await step('throttle', async () => assert.equal((await source.api('/organization').get()).value[0].id, given.SOURCE_TENANT));
end();
