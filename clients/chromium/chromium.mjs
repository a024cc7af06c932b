// Chromium as it is, led by its environment alone: a home of its own, where the authority of the server is trusted, and the proxy of `tenantry run`.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const home = mkdtempSync(join(tmpdir(), 'chromium-'));
process.on('exit', () => rmSync(home, { recursive: true, force: true }));

// As a person on Linux imports an authority.
function trust() {
  const store = join(home, '.pki/nssdb');
  mkdirSync(store, { recursive: true });
  const own = readFileSync(process.env.SSL_CERT_FILE, 'utf8').match(/-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----/g).pop();
  execFileSync('certutil', ['-d', `sql:${store}`, '-N', '--empty-password']);
  execFileSync('certutil', ['-d', `sql:${store}`, '-A', '-n', 'tenantry', '-t', 'C,,'], { input: own });
}

function options() {
  trust();
  const executablePath = process.env.CHROMIUM || execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim();
  // With bars, as people have them: what only fits without is too wide.
  return { executablePath, env: { ...process.env, HOME: home }, ignoreDefaultArgs: ['--hide-scrollbars'] };
}

/** For visits that know nothing of each other; in these, frames get no cookies of other sites. */
export const launched = () => chromium.launch(options());

/** With a profile, as a person has it. */
export function opened() {
  mkdirSync(join(home, 'profile/Default'), { recursive: true });
  writeFileSync(join(home, 'profile/Default/Preferences'), JSON.stringify({ profile: { block_third_party_cookies: false, cookie_controls_mode: 0 } }));
  return chromium.launchPersistentContext(join(home, 'profile'), options());
}
