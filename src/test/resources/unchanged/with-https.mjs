// A program as it runs against Microsoft Graph.
import https from 'node:https';

function call(url, options = {}, body = '') {
  return new Promise((resolve, reject) => {
    const request = https.request(url, options, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part) => (text += part));
      answer.on('end', () => resolve(JSON.parse(text)));
    });
    request.on('error', reject);
    request.end(body);
  });
}

const form = new URLSearchParams({
  grant_type: 'client_credentials',
  client_id: 'c11e0001-fe12-4000-8000-0000fe12ad01',
  client_secret: 'fernholm-admin-secret',
  scope: 'https://graph.microsoft.com/.default',
}).toString();
const post = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': form.length } };
const token = await call('https://login.microsoftonline.com/5eed0001-fe12-4000-8000-0000fe120001/oauth2/v2.0/token', post, form);
const headers = { authorization: `Bearer ${token.access_token}` };
const page = await call('https://graph.microsoft.com/v1.0/users?$top=2&$select=id', { headers });
const next = await call(page['@odata.nextLink'], { headers });
console.log(`${page.value.length} users, then ${next.value.length} more`);
