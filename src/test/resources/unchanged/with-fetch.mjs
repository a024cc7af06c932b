// A program as it runs against Microsoft Graph.
const form = new URLSearchParams({
  grant_type: 'client_credentials',
  client_id: 'c11e0001-fe12-4000-8000-0000fe12ad01',
  client_secret: 'fernholm-admin-secret',
  scope: 'https://graph.microsoft.com/.default',
});
const answer = await fetch('https://login.microsoftonline.com/5eed0001-fe12-4000-8000-0000fe120001/oauth2/v2.0/token', { method: 'POST', body: form });
const headers = { authorization: `Bearer ${(await answer.json()).access_token}` };
const get = async (url) => (await fetch(url, { headers })).json();
const page = await get('https://graph.microsoft.com/v1.0/users?$top=2&$select=id');
const next = await get(page['@odata.nextLink']);
console.log(`${page.value.length} users, then ${next.value.length} more`);
