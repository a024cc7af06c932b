package io.tenantry.packaged.console;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A page on a port of its own: the same machine, another origin, so that even cookies for this site alone go along. It tries what it can. */
final class Elsewhere implements AutoCloseable {
    private static final byte[] PAGE = "<!DOCTYPE html><html lang=en><title>Elsewhere</title><body></body></html>"
            .getBytes(StandardCharsets.UTF_8);

    /** Whatever it could read. */
    private static final String READ =
            """
            async base => {
              const read = [];
              for (const path of ['/_tenantry/console', '/_tenantry/console/clock/bar', '/_tenantry/clock', '/_tenantry/tenants', '/_tenantry/events']) {
                try {
                  const answer = await fetch(base + path, { credentials: 'include' });
                  read.push(path + ' ' + answer.status);
                } catch { /* as it should be */ }
              }
              const frame = document.createElement('iframe');
              frame.src = base + '/_tenantry/console';
              document.body.append(frame);
              await new Promise(done => { frame.onload = done; });
              if (frame.contentDocument) read.push('the frame');
              return read;
            }
            """;

    /** Everything that needs no permission of the other side. */
    private static final String ACT =
            """
            async base => {
              const call = new URLSearchParams({ method: 'POST', url: '/_tenantry/snapshots/stolen' });
              const tries = {
                '/_tenantry/snapshots/stolen': {},
                '/_tenantry/reset': {},
                '/_tenantry/clock/advance': { body: '{"by":"P1D"}' },
                '/_tenantry/console/call': { body: call },
                '/_tenantry/console/key/forget': {},
              };
              for (const [path, how] of Object.entries(tries)) {
                await fetch(base + path, { ...how, method: 'POST', mode: 'no-cors', credentials: 'include' }).catch(() => {});
              }
              navigator.sendBeacon(base + '/_tenantry/console/call', call);
              await new Promise(done => {
                const image = new Image();
                image.onload = image.onerror = done;
                image.src = base + '/_tenantry/console/call?' + call;
              });
              const frame = document.createElement('iframe');
              frame.name = 'sink';
              const form = document.createElement('form');
              Object.assign(form, { method: 'post', action: base + '/_tenantry/console/call', target: 'sink' });
              call.forEach((value, name) => {
                const field = document.createElement('input');
                Object.assign(field, { name, value });
                form.append(field);
              });
              document.body.append(frame, form);
              const sent = new Promise(done => { frame.onload = done; });
              form.submit();
              await sent;
            }
            """;

    private final HttpServer server;

    Elsewhere() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, PAGE.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(PAGE);
            }
        });
        server.start();
    }

    /** What it could read of the console. */
    List<?> reads(Console console) {
        return (List<?>) attempt(console, READ);
    }

    void acts(Console console) {
        attempt(console, ACT);
    }

    /** The browser tells of each attempt that it stopped. */
    private Object attempt(Console console, String script) {
        console.troubles().expect("");
        console.page().navigate("http://localhost:" + server.getAddress().getPort());
        return console.page().evaluate(script, console.base());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
