"""A server for tests with pytest: `pytest_plugins = ["tenantry"]` in conftest.py, then the fixture `tenantry`.

Each test begins with the scenario: the demo, or the file that TENANTRY_SCENARIO names. The server starts once for a run (for each worker of
pytest-xdist) and ends with it. TENANTRY_JAR says where tenantry.jar is, when that is not the build of the project around this file.
"""
import collections
import json
import os
import pathlib
import re
import subprocess
import threading
import urllib.error
import urllib.parse
import urllib.request

import pytest

DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))
Answer = collections.namedtuple("Answer", "status json")


class Server:
    def __init__(self):
        jar = os.environ.get("TENANTRY_JAR") or next((p / "target/tenantry.jar" for p in pathlib.Path(__file__).resolve().parents if (p / "target/tenantry.jar").exists()), None)
        if not jar:
            raise RuntimeError("there is no server: TENANTRY_JAR has to say where tenantry.jar is")
        scenario = ["--scenario", os.environ["TENANTRY_SCENARIO"]] if "TENANTRY_SCENARIO" in os.environ else []
        command = ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", str(jar), "start", "--ephemeral", "--for", str(os.getpid()), *scenario]
        clean = {name: value for name, value in os.environ.items() if not name.startswith("TENANTRY_")}
        self.process = subprocess.Popen(command, env=clean, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace")
        said = collections.deque(maxlen=50)
        for line in self.process.stdout:
            said.append(line)
            address = re.match(r"\s*Control\s+(http://\S+)/_tenantry", line)
            if address:
                self.base = address.group(1)
                # What it says from now on has to go somewhere.
                threading.Thread(target=collections.deque, args=(self.process.stdout, 0), daemon=True).start()
                return
        raise RuntimeError("the server does not start:\n" + "".join(said))

    def end(self):
        self.process.terminate()
        self.process.wait(30)

    def call(self, method, path, body=None, token=None):
        """Answer(status, json); path is one of the server, or a whole address as next links are."""
        address = urllib.parse.quote(path if path.startswith("http") else self.base + path, safe="-._~:/?[]@!$&'()*+,;=%")
        request = urllib.request.Request(address, None if body is None else json.dumps(body).encode(), {"Content-Type": "application/json"}, method=method)
        if token:
            request.add_header("Authorization", "Bearer " + token)
        try:
            answer = DIRECT.open(request, timeout=300)
        except urllib.error.HTTPError as refused:
            answer = refused
        with answer:
            text = answer.read()
        return Answer(answer.status, json.loads(text) if text else None)

    def control(self, method, path, body=None):
        """What the control API answers: control("POST", "/clock/advance", {"by": "PT40M"})."""
        status, answer = self.call(method, "/_tenantry" + path, body)
        assert status < 300, "%s %s answered %d %s" % (method, path, status, answer)
        return answer

    def token(self, tenant, **wanted):
        """For an application that may do everything, or as the control API is told: type, scopes, directoryRoles, user."""
        return self.control("POST", "/tenants/%s/tokens" % tenant, wanted)["access_token"]

    def graph(self, tenant, **wanted):
        """Graph as one caller sees it: graph("source")("GET", "/v1.0/users")."""
        token = self.token(tenant, **wanted)
        return lambda method, path, body=None: self.call(method, path, body, token)

    def advance(self, by):
        return self.control("POST", "/clock/advance", {"by": by})["now"]


@pytest.fixture(scope="session")
def tenantry_server():
    server = Server()
    yield server
    server.end()


@pytest.fixture
def tenantry(tenantry_server):
    tenantry_server.control("POST", "/reset")
    return tenantry_server
