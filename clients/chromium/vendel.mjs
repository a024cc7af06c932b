// The tenant whose names are markup, and addresses that lead to each page that the token service has for people.
import { createServer } from 'node:http';

const TENANT = '0c1e0003-0517-4000-8000-00000c1e0003';
const ADMINISTRATION = '0c1e0003-ad00-4000-8000-00000c1e0003';
const GRAPH = '00000003-0000-0000-c000-000000000000';
const USER_READ = 'e1fe6dd8-ba31-4d61-89e7-88639da4683d';
const LOGIN = 'https://login.microsoftonline.com';
export const PASSWORD = 'Moor-7-Heron!';
export const MARKUP = `<b class=bad>Vendel</b>"'><img class=bad src=x onerror=alert(1)>&amp;{page.client}`;

export const ask = 'ask@vendel.onmicrosoft.com';
export const fresh = 'new@vendel.onmicrosoft.com';
export const root = 'root@vendel.onmicrosoft.com';

async function called(url, options) {
  const answer = await fetch(url, options);
  if (!answer.ok) {
    throw new Error(`${url} answered ${answer.status} ${await answer.text()}`);
  }
  const text = await answer.text();
  return text && JSON.parse(text);
}

const posted = (url, form) => called(url, { method: 'POST', body: new URLSearchParams(form) });

// Where clients take their answer. Who is sent to /stay stays where he is.
function listening() {
  const server = createServer((request, response) => {
    if (request.url.startsWith('/stay')) {
      response.writeHead(204).end();
      return;
    }
    response.setHeader('Content-Type', 'text/html');
    response.end(`<!DOCTYPE html><html lang="en"><link rel="icon" href="data:,"><title>${request.method} back</title><p>You may close this window.`);
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

export async function prepared() {
  const { access_token: token } = await posted(`${LOGIN}/${TENANT}/oauth2/v2.0/token`, {
    grant_type: 'client_credentials', client_id: ADMINISTRATION, client_secret: 'vendel-secret', scope: 'https://graph.microsoft.com/.default',
  });
  const graph = (path, method, body) => called(`https://graph.microsoft.com/v1.0${path}`, { method, headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const server = await listening();
  const at = `http://localhost:${server.address().port}`;
  const { appId } = await graph('/applications', 'POST', { displayName: MARKUP, isFallbackPublicClient: true, publicClient: { redirectUris: [`${at}/back`, `${at}/stay`] } });
  return new Vendel(appId, at, graph, () => server.close());
}

class Vendel {
  constructor(client, at, graph, close) {
    Object.assign(this, { client, back: `${at}/back`, stay: `${at}/stay`, graph, close });
  }

  authorize(more) {
    return `${LOGIN}/${TENANT}/oauth2/v2.0/authorize?${new URLSearchParams({
      client_id: this.client, response_type: 'code', redirect_uri: this.back, scope: 'User.Read', state: MARKUP, code_challenge: 'a'.repeat(43), code_challenge_method: 'S256', ...more,
    })}`;
  }

  get adminConsent() {
    return `${LOGIN}/${TENANT}/v2.0/adminconsent?${new URLSearchParams({ client_id: this.client, redirect_uri: this.back, scope: 'https://graph.microsoft.com/User.Read', state: MARKUP })}`;
  }

  get device() {
    return `${LOGIN}/common/oauth2/deviceauth`;
  }

  get signOut() {
    return `${LOGIN}/common/oauth2/v2.0/logout`;
  }

  /** A password that has to be changed at the next sign-in. */
  expire(name) {
    return this.graph(`/users/${name}`, 'PATCH', { passwordProfile: { password: PASSWORD, forceChangePasswordNextSignIn: true } });
  }

  async code() {
    return (await posted(`${LOGIN}/${TENANT}/oauth2/v2.0/devicecode`, { client_id: this.client, scope: 'User.Read' })).user_code;
  }
}
