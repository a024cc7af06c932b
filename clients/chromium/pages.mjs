// The pages of the token service in Chromium.
import assert from 'node:assert/strict';
import { accessible, escaped, fits, reachable } from './checks.mjs';
import { launched } from './chromium.mjs';
import { journeys } from './journeys.mjs';
import { kinds } from './kinds.mjs';
import { end, step } from './steps.mjs';
import { MARKUP, prepared } from './vendel.mjs';

const vendel = await prepared();
const browser = await launched();
const own = ['https://login.microsoftonline.com', new URL(vendel.back).origin];
/** What the browser says that is wrong, whatever was being done. */
const said = [];

/** In a browser that knows nobody yet. */
async function visit(what, act, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const say = (text) => said.push(`${what}: ${text}`);
  page.setDefaultTimeout(30_000);
  // a page may well say by its status that something is wrong
  page.on('console', (message) => /^(error|warning)$/.test(message.type()) && !/ status of 400 /.test(message.text()) && say(message.text()));
  page.on('pageerror', say);
  page.on('dialog', (dialog) => say(`a dialog: ${dialog.message()}`) && dialog.dismiss());
  page.on('request', (request) => own.includes(new URL(request.url()).origin) || say(`asks ${request.url()}`));
  page.on('requestfailed', (request) => request.url() === vendel.stay || say(`${request.url()}: ${request.failure().errorText}`));
  try {
    await act(page);
  } finally {
    await context.close();
  }
}

const found = { focus: [], markup: [], labels: [], zoom: [] };
for (const kind of kinds(vendel)) {
  await visit(kind.name, async (page) => {
    await kind.open(page);
    await page.getByRole('heading', { name: kind.heading }).waitFor();
    const checks = { focus: await reachable(page), markup: await escaped(page, kind, MARKUP), labels: await accessible(page), zoom: await fits(page) };
    Object.entries(checks).forEach(([check, wrong]) => found[check].push(...wrong.map((text) => `${kind.name}: ${text}`)));
  });
}
for (const [check, wrong] of Object.entries(found)) {
  await step(check, () => assert.deepEqual(wrong, []));
}
for (const [name, options] of [['keyboard', {}], ['no script', { javaScriptEnabled: false }]]) {
  await step(name, async () => {
    for (const journey of journeys(vendel)) {
      await visit(`${name}: ${journey.name}`, journey, options).catch((error) => assert.fail(`${journey.name}: ${error.message}`));
    }
  });
}
await step('console', () => assert.deepEqual(said, []));
await browser.close();
vendel.close();
end();
