// The helper as a test of Node uses it.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { start } from './tenantry.mjs';

const liv = '/v1.0/users/liv.aasen@fernholm.example';
let server;
before(async () => { server = await start(); });
beforeEach(() => server.reset());
after(() => server.end());

for (const round of [1, 2]) {
  test(`nothing is left of other tests, ${round}`, async () => {
    const source = await server.graph('source');
    assert.equal((await source('GET', liv)).json.displayName, 'Liv Åsen');
    assert.equal((await source('PATCH', liv, { displayName: 'Somebody else' })).status, 204);
  });
}

test('pages', async () => {
  const source = await server.graph('source');
  const seen = new Set();
  for (let page = '/v1.0/users?$top=20&$select=id'; page;) {
    const { json } = await source('GET', page);
    json.value.forEach((user) => seen.add(user.id));
    page = json['@odata.nextLink'];
  }
  assert.ok(seen.size > 40);
});

test('who asks', async () => {
  const asked = await server.graph('source', { type: 'delegated', user: 'liv.aasen@fernholm.example', scopes: ['User.Read'] });
  assert.equal((await asked('GET', '/v1.0/me')).json.displayName, 'Liv Åsen');
  const refused = await asked('GET', '/v1.0/groups');
  assert.deepEqual([refused.status, refused.json.error.code], [403, 'Authorization_RequestDenied']);
});

test('time', async () => {
  const { now } = await server.control('GET', '/clock');
  assert.ok(await server.advance('P1D') > now);
});
