// MSAL for browsers, in a page of an application on this machine: signs in, renews in silence, asks Graph who that is, signs out.
import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { opened } from './chromium.mjs';
import { end, given, step } from './steps.mjs';

const library = dirname(createRequire(import.meta.url).resolve('@azure/msal-browser'));
const FILES = {
  '/': ['app.html', 'text/html'],
  '/signed-in': ['signed-in.html', 'text/html'],
  '/msal-browser.min.js': [join(library, 'msal-browser.min.js'), 'text/javascript'],
  '/msal-redirect-bridge.min.js': [join(library, 'redirect-bridge/msal-redirect-bridge.min.js'), 'text/javascript'],
};

function served() {
  const server = createServer((request, response) => {
    const [file, type] = FILES[new URL(request.url, 'http://localhost').pathname] ?? [];
    response.writeHead(file ? 200 : 404, { 'Content-Type': type ?? 'text/plain' });
    file ? createReadStream(file).pipe(response) : response.end();
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

/** In the page: the application as it is after each load. */
async function begin({ clientId, authority }) {
  window.application = await msal.createStandardPublicClientApplication({ auth: { clientId, authority, redirectUri: '/signed-in', postLogoutRedirectUri: '/' } });
  window.signedIn = await application.handleRedirectPromise();
  window.me = async ({ accessToken }) => {
    const answer = await fetch('https://graph.microsoft.com/v1.0/me', { headers: { Authorization: `Bearer ${accessToken}` } });
    return (await answer.json()).userPrincipalName;
  };
  return signedIn && { name: await me(signedIn), state: signedIn.state, tenant: signedIn.idTokenClaims.tid };
}

const scopes = ['User.Read'];
const account = { clientId: given.SPA_CLIENT_ID, authority: `https://login.microsoftonline.com/${given.SOURCE_TENANT}` };

async function signIn(page) {
  await page.getByLabel('User name').fill(given.USER_NAME);
  await page.getByLabel('Password').fill(given.USER_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const server = await served();
const at = `http://localhost:${server.address().port}/`;
const browser = await opened();
const page = await browser.newPage();
page.setDefaultTimeout(30_000);
const said = [];
page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
page.on('pageerror', (error) => said.push(String(error)));

await step('code', async () => {
  await page.goto(at);
  assert.equal(await page.evaluate(begin, account), null);
  await page.evaluate((request) => void application.loginRedirect(request), { scopes, state: 'kept <&>', loginHint: given.USER_NAME });
  await page.getByLabel('Password').fill(given.USER_PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(at);
  assert.deepEqual(await page.evaluate(begin, account), { name: given.USER_NAME, state: 'kept <&>', tenant: given.SOURCE_TENANT });
});
await step('renewal', async () => {
  const silent = (request) => page.evaluate(async (wanted) => {
    const result = await application.acquireTokenSilent({ account: application.getAllAccounts()[0], ...wanted });
    return { name: await me(result), cached: result.fromCache, token: result.accessToken };
  }, { scopes, ...request });
  const kept = await silent({});
  const refreshed = await silent({ cacheLookupPolicy: 3 });
  const framed = await silent({ cacheLookupPolicy: 5 });
  assert.deepEqual([kept, refreshed, framed].map(({ name, cached }) => [name, cached]), [[given.USER_NAME, true], [given.USER_NAME, false], [given.USER_NAME, false]]);
  assert.equal(new Set([kept, refreshed, framed].map(({ token }) => token)).size, 3);
});
await step('popup', async () => {
  const popup = page.waitForEvent('popup');
  const result = page.evaluate(async (request) => me(await application.acquireTokenPopup(request)), { scopes, prompt: 'login' });
  await signIn(await popup);
  assert.equal(await result, given.USER_NAME);
});
await step('sign out', async () => {
  await page.evaluate(() => void application.logoutRedirect());
  await page.waitForFunction(() => !window.application);
  await page.evaluate(begin, account);
  assert.deepEqual(await page.evaluate(() => application.getAllAccounts()), []);
  await assert.rejects(page.evaluate((request) => application.ssoSilent(request), { scopes, loginHint: given.USER_NAME }), /login_required|interaction_required|AADSTS50058/);
});
await step('console', () => assert.deepEqual(said, []));
await browser.close();
server.close();
end();
