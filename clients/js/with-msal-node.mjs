// MSAL for Node signs in; fetch asks Graph who that is.
import assert from 'node:assert/strict';
import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfidentialClientApplication, CryptoProvider, PublicClientApplication } from '@azure/msal-node';
import { browse, end, given, step } from './steps.mjs';

const scopes = ['User.Read'];
const authority = `https://login.microsoftonline.com/${given.SOURCE_TENANT}`;
const confidential = (clientId, proof) => new ConfidentialClientApplication({ auth: { clientId, authority, ...proof } });
const desk = () => new PublicClientApplication({ auth: { clientId: given.PUBLIC_CLIENT_ID, authority } });

async function me({ accessToken }) {
  const answer = await fetch('https://graph.microsoft.com/v1.0/me', { headers: { Authorization: `Bearer ${accessToken}` } });
  assert.equal((await answer.json()).userPrincipalName, given.USER_NAME);
}

async function asApplication(proof) {
  const { accessToken } = await confidential(given.CLIENT_ID, proof).acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] });
  const answer = await fetch('https://graph.microsoft.com/v1.0/users?$top=1', { headers: { Authorization: `Bearer ${accessToken}` } });
  assert.equal((await answer.json()).value.length, 1);
}

await step('secret', () => asApplication({ clientSecret: given.CLIENT_SECRET }));
await step('certificate', async () => {
  const pem = readFileSync(given.CERTIFICATE, 'utf8');
  const [privateKey, certificate] = pem.match(/-----BEGIN [A-Z ]+-----[^]*?-----END [A-Z ]+-----/g);
  const thumbprintSha256 = createHash('sha256').update(new X509Certificate(certificate).raw).digest('hex');
  await asApplication({ clientCertificate: { privateKey, thumbprintSha256 } });
  await asApplication({ clientCertificate: { privateKey, thumbprintSha256, x5c: certificate } });
});
await step('password', async () => {
  const application = desk();
  await me(await application.acquireTokenByUsernamePassword({ scopes, username: given.USER_NAME, password: given.USER_PASSWORD }));
  const [account] = await application.getTokenCache().getAllAccounts();
  assert.equal(account.username, given.USER_NAME);
  await me(await application.acquireTokenSilent({ scopes, account, forceRefresh: true }));
});
await step('device code', async () =>
  me(await desk().acquireTokenByDeviceCode({ scopes, deviceCodeCallback: ({ verificationUri, userCode }) => void browse(verificationUri, userCode).catch(console.error) })));
await step('code', async () => {
  await me(await desk().acquireTokenInteractive({ scopes, openBrowser: async (url) => void browse(url).catch(console.error) }));
  const portal = confidential(given.API_ID, { clientSecret: given.API_SECRET });
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
  const url = await portal.getAuthCodeUrl({ scopes, redirectUri: given.WEB_REDIRECT, codeChallenge: challenge, codeChallengeMethod: 'S256' });
  const code = new URL((await browse(url)).replace('#', '?')).searchParams.get('code');
  const result = await portal.acquireTokenByCode({ code, scopes, redirectUri: given.WEB_REDIRECT, codeVerifier: verifier });
  assert.equal(result.tenantId, given.SOURCE_TENANT);
  await me(result);
});
await step('on behalf', async () => {
  const front = await desk().acquireTokenByUsernamePassword({ scopes: [given.API_SCOPE], username: given.USER_NAME, password: given.USER_PASSWORD });
  await me(await confidential(given.API_ID, { clientSecret: given.API_SECRET }).acquireTokenOnBehalfOf({ oboAssertion: front.accessToken, scopes }));
});
end();
