// Ways that a person goes through the pages, by the keyboard alone.
import assert from 'node:assert/strict';
import { ask, fresh, PASSWORD, root } from './vendel.mjs';

const KEYS = ['Tab', 'Enter', 'Space'];

/** When the page with a heading is there: keys, and what is typed between them. */
async function at(page, heading, ...words) {
  await page.getByRole('heading', { name: heading }).waitFor();
  await page.waitForLoadState();
  for (const word of words) {
    await (KEYS.includes(word) ? page.keyboard.press(word) : page.keyboard.type(word));
  }
}

const signIn = (page, name) => at(page, 'Sign in', name, 'Tab', PASSWORD, 'Enter');

/** What the client was told. */
async function told(page, vendel) {
  await page.waitForURL(`${vendel.back}*`);
  return Object.fromEntries(new URL(page.url()).searchParams);
}

export const journeys = (vendel) => [
  async function accepts(page) {
    await page.goto(vendel.authorize({ prompt: 'consent' }));
    await signIn(page, ask);
    await at(page, 'Permissions requested', 'Enter');
    assert.ok((await told(page, vendel)).code);
  },
  async function cancels(page) {
    await page.goto(vendel.authorize({ prompt: 'consent' }));
    await signIn(page, ask);
    await at(page, 'Permissions requested', 'Tab', 'Enter');
    assert.equal((await told(page, vendel)).error, 'access_denied');
  },
  async function mendsAPassword(page) {
    await page.goto(vendel.authorize({ prompt: 'consent' }));
    await at(page, 'Sign in', ask, 'Tab', 'wrong', 'Enter');
    await page.getByRole('alert').waitFor();
    await at(page, 'Sign in', PASSWORD, 'Enter');
    await at(page, 'Permissions requested');
  },
  async function picksAnAccount(page) {
    for (const name of [ask, root]) {
      await page.goto(vendel.authorize({ prompt: 'login' }));
      await signIn(page, name);
      await page.getByText(/^(Permissions requested|You may close this window\.)$/).waitFor();
    }
    await page.goto(vendel.authorize({ prompt: 'select_account' }));
    await at(page, 'Pick an account', 'Tab', 'Tab', 'Enter');
    await page.waitForURL(`${vendel.back}*`);
    await page.goto(vendel.authorize({ prompt: 'select_account' }));
    await at(page, 'Pick an account', 'Tab', 'Tab', 'Tab', 'Enter');
    await at(page, 'Sign in');
  },
  async function consentsForAll(page) {
    await page.goto(vendel.authorize({ prompt: 'consent' }));
    await signIn(page, root);
    // to the choice from behind, as it stands before the buttons
    await at(page, 'Permissions requested');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Space');
    assert.ok(await page.getByLabel('Consent on behalf of your organization').isChecked());
    await page.keyboard.press('Enter');
    assert.ok((await told(page, vendel)).code);
  },
  async function signsADeviceIn(page) {
    await page.goto(vendel.device);
    await at(page, 'Enter code', await vendel.code(), 'Enter');
    await signIn(page, ask);
    await at(page, 'Are you trying to sign in', 'Enter');
    await at(page, 'You are signed in');
  },
  async function givesANewPassword(page) {
    await vendel.expire(fresh);
    await page.goto(vendel.authorize());
    await signIn(page, fresh);
    await at(page, 'Update your password', 'Moor-9-Heron!', 'Tab', 'Moor-9-Heron!', 'Enter');
    assert.ok((await told(page, vendel)).code);
  },
  async function goesOnToTheClient(page) {
    await page.goto(vendel.authorize({ response_mode: 'form_post' }));
    await signIn(page, ask);
    // by itself where scripts run
    await page.getByRole('heading', { name: 'You are signed in' }).or(page.getByText('You may close this window.')).waitFor();
    if (!page.url().startsWith(vendel.back)) {
      await at(page, 'You are signed in', 'Tab', 'Enter');
    }
    await page.waitForURL(vendel.back);
    assert.equal(await page.title(), 'POST back');
  },
];
