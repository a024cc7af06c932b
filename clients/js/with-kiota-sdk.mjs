// Azure Identity signs in; the SDK made by Kiota calls Graph. Of its fluent packages only that of users is published: the rest goes through request information.
import assert from 'node:assert/strict';
import { ClientSecretCredential } from '@azure/identity';
import { HttpMethod, RequestInformation } from '@microsoft/kiota-abstractions';
import { AzureIdentityAuthenticationProvider } from '@microsoft/kiota-authentication-azure';
import { createGraphServiceClient, GraphRequestAdapter } from '@microsoft/msgraph-sdk';
import {
  createCrossTenantAccessPolicyConfigurationPartnerFromDiscriminatorValue as createPartner,
  createOrganizationCollectionResponseFromDiscriminatorValue as createOrganizations,
  createSynchronizationJobFromDiscriminatorValue as createJob,
  createUserCollectionResponseFromDiscriminatorValue as createUsers,
  serializeCrossTenantAccessPolicyConfigurationPartner as serializePartner,
  serializeCrossTenantIdentitySyncPolicyPartner as serializeSync,
  serializeSynchronizationJob as serializeJob,
} from '@microsoft/msgraph-sdk/models/index.js';
import { createODataErrorFromDiscriminatorValue as createError } from '@microsoft/msgraph-sdk/models/oDataErrors/index.js';
import { BatchRequestBuilder, BatchRequestContent, PageIterator } from '@microsoft/msgraph-sdk-core';
import '@microsoft/msgraph-sdk-users';
import { end, given, step } from './steps.mjs';

const errors = { XXX: createError };
const partners = '/policies/crossTenantAccessPolicy/partners';

class Tenant {
  constructor(tenant, client, secret) {
    const credential = new ClientSecretCredential(tenant, client, secret);
    this.adapter = new GraphRequestAdapter(new AzureIdentityAuthenticationProvider(credential, ['https://graph.microsoft.com/.default']));
    this.client = createGraphServiceClient(this.adapter);
  }

  information(method, path, body, serialize) {
    const information = new RequestInformation(method, `{+baseurl}${path}`, { baseurl: this.adapter.baseUrl });
    information.headers.add('Accept', 'application/json');
    if (body) {
      information.setContentFromParsable(this.adapter, 'application/json', body, serialize);
    }
    return information;
  }

  read(path, create) {
    return this.adapter.send(this.information(HttpMethod.GET, path), create, errors);
  }

  send(method, path, body, serialize, create) {
    return this.adapter.send(this.information(method, path, body, serialize), create, errors);
  }

  // The application's roles and object ids are open types to this SDK.
  async plain(method, path, body) {
    const information = this.information(method, path);
    if (body) {
      information.setStreamContent(new TextEncoder().encode(JSON.stringify(body)).buffer, 'application/json');
    }
    const answer = await this.adapter.sendPrimitive(information, 'ArrayBuffer', errors);
    return answer?.byteLength ? JSON.parse(new TextDecoder().decode(answer)) : undefined;
  }
}

const source = new Tenant(given.SOURCE_TENANT, given.CLIENT_ID, given.CLIENT_SECRET);
const target = new Tenant(given.TARGET_TENANT, given.TARGET_CLIENT_ID, given.TARGET_CLIENT_SECRET);

await step('secret', async () => {
  const user = await source.client.users.byUserId(given.USER_NAME).get();
  assert.equal(user.displayName, 'Liv Sørby');
});
await step('policy', async () => {
  const made = await target.send(HttpMethod.POST, partners, { tenantId: given.SOURCE_TENANT }, serializePartner, createPartner);
  assert.equal(made.tenantId, given.SOURCE_TENANT);
  const inTarget = `${partners}/${given.SOURCE_TENANT}`;
  await target.send(HttpMethod.PUT, `${inTarget}/identitySynchronization`, { displayName: 'Lindow', userSyncInbound: { isSyncAllowed: true } }, serializeSync, createPartner);
  await target.send(HttpMethod.PATCH, inTarget, { automaticUserConsentSettings: { inboundAllowed: true } }, serializePartner, createPartner);
  await source.send(HttpMethod.POST, partners, { tenantId: given.TARGET_TENANT }, serializePartner, createPartner);
  await source.send(HttpMethod.PATCH, `${partners}/${given.TARGET_TENANT}`, { automaticUserConsentSettings: { outboundAllowed: true } }, serializePartner, createPartner);
  assert.equal((await target.read(inTarget, createPartner)).automaticUserConsentSettings.inboundAllowed, true);
});
await step('configure', async () => {
  const { servicePrincipal } = await source.plain(HttpMethod.POST, '/applicationTemplates/518e5f48-1fc8-4c48-9387-9fdf28b0dfe7/instantiate', { displayName: 'Marsk' });
  const job = await source.send(HttpMethod.POST, `/servicePrincipals/${servicePrincipal.id}/synchronization/jobs`, { templateId: 'Azure2Azure' }, serializeJob, createJob);
  assert.equal(job.status.code, 'Paused');
  await source.plain(HttpMethod.PUT, `/servicePrincipals/${servicePrincipal.id}/synchronization/secrets`, {
    value: [{ key: 'CompanyId', value: given.TARGET_TENANT }, { key: 'AuthenticationType', value: 'SyncPolicy' }],
  });
});
await step('page', async () => {
  const ids = new Set();
  const first = await source.client.users.get({ queryParameters: { select: ['id', 'userPrincipalName'], top: 100 } });
  await new PageIterator(source.adapter, first, (each) => Boolean(ids.add(each.id)), createUsers, errors).iterate();
  assert.equal(ids.size, 252);
});
await step('search', async () => {
  const found = await source.client.users.get({
    headers: { ConsistencyLevel: 'eventual' },
    queryParameters: { search: '"displayName:Liv"', count: true, orderby: ['displayName'] },
  });
  assert.equal(found.odataCount, found.value.length);
  assert.ok(found.value.some((each) => each.userPrincipalName === given.USER_NAME));
});
await step('batch', async () => {
  const batch = new BatchRequestContent(source.adapter, errors);
  ['/users/' + given.USER_NAME, '/groups?$top=2', '/users/nobody@lindow.example'].forEach((path, i) => {
    const information = new RequestInformation();
    information.httpMethod = HttpMethod.GET;
    information.URL = `https://graph.microsoft.com/v1.0${path}`;
    batch.addBatchRequest(information, String(i + 1));
  });
  const answer = await new BatchRequestBuilder(source.adapter, errors).postBatchResponseContentAsync(batch);
  assert.deepEqual(Object.fromEntries(await answer.getResponsesStatusCodes()), { 1: 200, 2: 200, 3: 404 });
});
await step('404', () =>
  assert.rejects(source.client.users.byUserId('nobody@lindow.example').get(), (error) => error.responseStatusCode === 404 && error.errorEscaped.code === 'Request_ResourceNotFound'));
await step('throttle', async () => assert.equal((await source.read('/organization', createOrganizations)).value[0].id, given.SOURCE_TENANT));
end();
