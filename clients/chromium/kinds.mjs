// Each page that the token service has for people, and the way to it.
import { ask, fresh, MARKUP, PASSWORD, root } from './vendel.mjs';

export async function signIn(page, name, password = PASSWORD) {
  await page.getByLabel('User name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function enter(page, code) {
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Next' }).click();
}

const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

/** heading: by which a person knows it. shows: whether names stand on it. open: leads there. */
export const kinds = (vendel) => [
  { name: 'sign-in', heading: 'Sign in', shows: true, open: (page) => page.goto(vendel.authorize({ login_hint: MARKUP })) },
  { name: 'sign-in, refused', heading: 'Sign in', shows: true, open: async (page) => {
    await page.goto(vendel.authorize());
    await signIn(page, ask, MARKUP);
  } },
  { name: 'new password', heading: 'Update your password', open: async (page) => {
    await page.goto(vendel.authorize());
    await signIn(page, fresh);
  } },
  { name: 'new password, refused', heading: 'Update your password', open: async (page) => {
    await page.goto(vendel.authorize());
    await signIn(page, fresh);
    await page.getByLabel('New password').fill('Moor-8-Heron!');
    await page.getByLabel('Confirm password').fill(MARKUP);
    await press(page, 'Sign in');
  } },
  { name: 'consent', heading: 'Permissions requested', shows: true, open: async (page) => {
    await page.goto(vendel.authorize({ prompt: 'consent' }));
    await signIn(page, ask);
  } },
  { name: 'consent of an administrator', heading: 'Permissions requested', shows: true, open: async (page) => {
    await page.goto(vendel.authorize({ prompt: 'consent' }));
    await signIn(page, root);
  } },
  { name: 'consent for the organization', heading: 'Permissions requested', shows: true, open: async (page) => {
    await page.goto(vendel.adminConsent);
    await signIn(page, root);
  } },
  { name: 'accounts', heading: 'Pick an account', shows: true, open: async (page) => {
    for (const name of [ask, root]) {
      await page.goto(vendel.authorize({ prompt: 'login' }));
      await signIn(page, name);
      await page.getByText(/^(Permissions requested|You may close this window\.)$/).waitFor();
    }
    await page.goto(vendel.authorize({ prompt: 'select_account' }));
  } },
  { name: 'code', heading: 'Enter code', open: (page) => page.goto(vendel.device) },
  { name: 'code, refused', heading: 'Enter code', open: async (page) => {
    await page.goto(vendel.device);
    await enter(page, '<b class=bad>"\'>');
  } },
  { name: 'confirmation', heading: 'Are you trying to sign in to', shows: true, open: async (page) => {
    await page.goto(vendel.device);
    await enter(page, await vendel.code());
    await signIn(page, ask);
  } },
  { name: 'device signed in', heading: 'You are signed in', shows: true, open: async (page) => {
    await page.goto(vendel.device);
    await enter(page, await vendel.code());
    await signIn(page, ask);
    await press(page, 'Continue');
    await page.getByRole('heading', { name: /Permissions requested|You are signed in/ }).waitFor();
    if (await page.getByRole('button', { name: 'Accept' }).isVisible()) {
      await press(page, 'Accept');
    }
  } },
  { name: 'error', heading: 'trouble signing you in', shows: true, open: (page) => page.goto(vendel.authorize({ redirect_uri: `https://elsewhere.example/${MARKUP}` })) },
  { name: 'signed out', heading: 'You signed out', open: (page) => page.goto(vendel.signOut) },
  { name: 'form for the client', heading: 'You are signed in', open: async (page) => {
    await page.goto(vendel.authorize({ redirect_uri: vendel.stay, response_mode: 'form_post', prompt: 'consent' }));
    await signIn(page, ask);
    await press(page, 'Accept');
  } },
];
