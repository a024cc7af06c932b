// Loaded before a program by NODE_OPTIONS=--import. Has fetch and https of Node before version 24 use the proxy of HTTPS_PROXY;
// from 24 on NODE_USE_ENV_PROXY does that.
import http from 'node:http';
import https from 'node:https';
import tls from 'node:tls';

const proxy = process.env.HTTPS_PROXY && new URL(process.env.HTTPS_PROXY);
const direct = (process.env.NO_PROXY ?? '').split(',').map((host) => host.trim().toLowerCase()).filter(Boolean);

function isDirect(host) {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  return direct.some((each) => name === each.replace(/^\[|\]$/g, '') || (each.startsWith('.') && name.endsWith(each)) || name.endsWith(`.${each}`));
}

// Calls back with a connection that leads through the proxy.
function tunnel(host, port, callback) {
  const target = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const request = http.request({ host: proxy.hostname, port: proxy.port, method: 'CONNECT', path: target, headers: { host: target }, agent: false });
  request.once('connect', (response, socket) => {
    if (response.statusCode === 200) {
      callback(null, socket);
    } else {
      socket.destroy();
      callback(new Error(`the proxy at ${proxy.host} refuses ${target}: ${response.statusCode}`));
    }
  });
  request.once('error', callback);
  request.end();
}

function secure(options, callback) {
  tunnel(options.host, options.port, (failure, socket) => {
    if (failure) {
      callback(failure);
      return;
    }
    const secured = tls.connect({ ...options, socket });
    const failed = (error) => callback(error);
    secured.once('error', failed);
    secured.once('secureConnect', () => {
      secured.off('error', failed);
      callback(null, secured);
    });
  });
}

class ProxyAgent extends https.Agent {
  createConnection(options, callback) {
    if (isDirect(options.host)) {
      return super.createConnection(options, callback);
    }
    const servername = options.servername || options.host;
    secure({ ...options, port: options.port || 443, servername, path: undefined }, callback);
    return undefined;
  }
}

async function install() {
  https.globalAgent = new ProxyAgent({ keepAlive: true, scheduling: 'lifo', timeout: 5000 });
  // fetch brings its dispatcher along when it is first used
  const key = Symbol.for('undici.globalDispatcher.1');
  await fetch('data:,');
  const Agent = globalThis[key]?.constructor;
  if (Agent) {
    globalThis[key] = new Agent({
      connect(options, callback) {
        const port = options.port || (options.protocol === 'https:' ? 443 : 80);
        if (options.protocol === 'https:' && !isDirect(options.hostname)) {
          const servername = options.servername || options.hostname;
          secure({ host: options.hostname, port, servername, ALPNProtocols: ['http/1.1'] }, callback);
          return;
        }
        plain(options, port, callback);
      },
    });
  }
}

// Past the proxy.
function plain(options, port, callback) {
  const host = options.hostname.replace(/^\[|\]$/g, '');
  const secured = options.protocol === 'https:';
  const socket = secured
    ? tls.connect({ host, port, servername: options.servername || host, ALPNProtocols: ['http/1.1'] })
    : http.globalAgent.createConnection({ host, port });
  const failed = (error) => callback(error);
  socket.once('error', failed);
  socket.once(secured ? 'secureConnect' : 'connect', () => {
    socket.off('error', failed);
    callback(null, socket);
  });
}

if (proxy && Number(process.versions.node.split('.')[0]) < 24) {
  await install();
}
