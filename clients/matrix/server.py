"""A packaged server of its own for one run: on free ports, with a scenario, ended by its own number."""
import json
import os
import pathlib
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Server:
    def __init__(self, folder):
        self.folder = folder
        self.port = free_port()
        self.base = "http://127.0.0.1:%d" % self.port
        self.process = None

    def __enter__(self):
        command = [str(ROOT / "tenantry"), "start", "--port", str(self.port), "--data", str(self.folder / "data"), "--scenario", str(ROOT / "clients/scenario.yaml")]
        with open(self.folder / "server.log", "w") as log:
            self.process = subprocess.Popen(command, env={**os.environ, "TENANTRY_NO_CACHE": "1"}, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        deadline = time.monotonic() + 600
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.end()
                raise SystemExit("clients: no server: see %s" % (self.folder / "server.log"))
            time.sleep(0.3)
        return self

    def __exit__(self, *_):
        self.end()

    def end(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()

    def answers(self):
        try:
            return DIRECT.open(self.base + "/_tenantry/health", timeout=5).status == 200
        except (urllib.error.URLError, OSError):
            return False

    def control(self, method, path, body=None):
        return call(method, self.base + "/_tenantry" + path, body)

    def environment(self):
        """What `./tenantry run` gives to a program."""
        return [str(ROOT / "tenantry"), "run", "--port", str(self.port), "--data", str(self.folder / "data"), "--"]


def call(method, url, body=None, token=None):
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = "Bearer " + token
    data = None if body is None else json.dumps(body).encode()
    try:
        with DIRECT.open(urllib.request.Request(url, data, headers, method=method), timeout=60) as answer:
            text = answer.read()
            return json.loads(text) if text else None
    except urllib.error.HTTPError as e:
        raise SystemExit("clients: %s %s answered %d %s" % (method, url, e.code, e.read().decode()))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
