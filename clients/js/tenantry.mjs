// A server for tests in Node: `const server = await start()` once, `await server.reset()` before each test, `await server.end()` at the end; it ends with the
// process in any case. Each test begins with the scenario: the demo, or the file given to start. TENANTRY_JAR says where tenantry.jar is, when that
// is not the build of the project around this file.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

function jar() {
  if (process.env.TENANTRY_JAR) return process.env.TENANTRY_JAR;
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'target/tenantry.jar'))) return join(folder, 'target/tenantry.jar');
  }
  throw new Error('there is no server: TENANTRY_JAR has to say where tenantry.jar is');
}

export async function start({ scenario } = {}) {
  const options = ['start', '--ephemeral', '--for', String(process.pid), ...(scenario ? ['--scenario', scenario] : [])];
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TENANTRY_')));
  const java = spawn('java', ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-jar', jar(), ...options], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const base = await new Promise((found, failed) => {
    const said = [];
    java.once('error', failed);
    java.once('exit', () => failed(new Error(`the server does not start:\n${said.join('\n')}`)));
    createInterface(java.stdout).on('line', (line) => {
      const address = line.match(/^\s*Control\s+(http:\S+)\/_tenantry/);
      if (address) found(address[1]);
      if (said.length < 50) said.push(line);
    });
  });
  // A test runner that is done does not wait for it.
  java.unref();
  java.stdout.unref();

  // { status, json }; path is one of the server, or a whole address as next links are.
  async function call(method, path, body, token) {
    const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) };
    const address = (path.startsWith('http') ? path : base + path).replaceAll('#', '%23');
    const answer = await fetch(address, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    const text = await answer.text();
    return { status: answer.status, json: text ? JSON.parse(text) : undefined };
  }

  // What the control API answers: control('POST', '/clock/advance', { by: 'PT40M' }).
  async function control(method, path, body) {
    const { status, json } = await call(method, `/_tenantry${path}`, body);
    if (status > 299) throw new Error(`${method} ${path} answered ${status} ${JSON.stringify(json)}`);
    return json;
  }

  // For an application that may do everything, or as the control API is told: type, scopes, directoryRoles, user.
  const token = async (tenant, wanted = {}) => (await control('POST', `/tenants/${tenant}/tokens`, wanted)).access_token;

  return {
    base,
    call,
    control,
    token,
    // Graph as one caller sees it: (await server.graph('source'))('GET', '/v1.0/users').
    async graph(tenant, wanted) {
      const own = await token(tenant, wanted);
      return (method, path, body) => call(method, path, body, own);
    },
    reset: () => control('POST', '/reset'),
    advance: async (by) => (await control('POST', '/clock/advance', { by })).now,
    end: () => new Promise((ended) => { java.ref(); java.removeAllListeners('exit').once('exit', ended); java.kill(); }),
  };
}
