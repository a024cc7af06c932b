"""The clients: where each is, how it is fetched and run, and the steps that it knows."""
import collections
import json
import re
import shutil
import subprocess
import sys

from matrix.server import ROOT

PLACE = ROOT / "target/clients"

SIGN_IN = ("secret", "certificate", "password", "device code", "code", "on behalf")
HOW_TO = ("policy", "configure", "on demand", "cycle", "log")
QUERIES = ("page", "search", "batch", "404", "throttle")
BROWSER = ("renewal", "popup", "sign out", "focus", "keyboard", "no script", "labels", "zoom", "markup", "console")
STEPS = SIGN_IN + HOW_TO + QUERIES
EVERYTHING = STEPS + BROWSER

# packages: those of its tool that the column is about. knows: the steps that it has to report.
Column = collections.namedtuple("Column", "tool name program packages knows")


class Tool:
    """Something that fetches clients into target/clients/NAME and starts them there. Files of clients/NAME are copied, so that nothing is written beside the sources."""

    def __init__(self, name, needed):
        self.name = name
        self.needed = needed
        self.place = PLACE / name

    def prepare(self):
        missing = [each for each in self.needed if not shutil.which(each)]
        if missing:
            raise SystemExit("clients: %s is missing" % ", ".join(missing))
        self.place.mkdir(parents=True, exist_ok=True)
        before = self.lock()
        for file in (ROOT / "clients" / self.name).iterdir():
            copy = shutil.copytree if file.is_dir() else shutil.copy2
            copy(file, self.place / file.name, **({"dirs_exist_ok": True} if file.is_dir() else {}))
        done = self.place / ".fetched"
        if before != self.lock() or not done.exists():
            done.unlink(missing_ok=True)
            self.fetch()
            done.touch()

    def lock(self):
        file = self.place / self.pins
        return file.read_bytes() if file.exists() else None

    pins = ".fetched"

    def fetch(self):
        pass

    def run(self, *command):
        ended = subprocess.run(list(map(str, command)), cwd=self.place, capture_output=True, text=True)
        if ended.returncode:
            sys.exit("clients: %s\n%s%s" % (" ".join(map(str, command)), ended.stdout, ended.stderr))

    def command(self, program):
        return program

    def version(self, package):
        return subprocess.run([package, "--version"], capture_output=True, text=True).stdout.split("\n")[0].split()[1]


class Python(Tool):
    pins = "requirements.txt"

    def fetch(self):
        self.run(sys.executable, "-m", "venv", "venv")
        self.run("venv/bin/python", "-m", "pip", "install", "-q", "--no-compile", "-r", "requirements.txt")

    def command(self, program):
        return [str(self.place / "venv/bin/python"), *program] if program[0].endswith(".py") else program

    def version(self, package):
        return re.search(r"^%s==(\S+)" % re.escape(package), (self.place / self.pins).read_text(), re.M | re.I).group(1)


class Node(Tool):
    pins = "package-lock.json"

    def prepare(self):
        super().prepare()
        shutil.copy2(ROOT / "clients/steps.mjs", self.place)

    def fetch(self):
        self.run("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error")

    def command(self, program):
        return ["node", *program] if program[0].endswith("js") else program

    def version(self, package):
        fetched = json.loads((self.place / self.pins).read_text())["packages"].get("node_modules/" + package)
        return fetched["version"] if fetched else super().version(package)


class Compiled(Tool):
    """Sources count like the pins: what is run is made of them."""

    def prepare(self):
        stamp = b"".join(file.read_bytes() for file in sorted((ROOT / "clients" / self.name).rglob("*")) if file.is_file())
        known = self.place / ".sources"
        if not known.exists() or known.read_bytes() != stamp:
            (self.place / ".fetched").unlink(missing_ok=True)
        super().prepare()
        known.write_bytes(stamp)


class Java(Compiled):
    pins = "pom.xml"

    def fetch(self):
        # The program for beta is that for v1.0 with the packages of the SDK for beta.
        programs = self.place / "src/main/java/clients"
        (programs / "beta").mkdir(exist_ok=True)
        for name in ("HowTo.java", "WithGraphSdk.java"):
            text = re.sub(r"com\.microsoft\.graph\.(?!core\.)", "com.microsoft.graph.beta.", (programs / name).read_text())
            (programs / "beta" / name).write_text(text.replace("package clients;", "package clients.beta;\n\nimport clients.Steps;"))
        self.run("mvn", "-q", "-B", "compile", "dependency:copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory=target/lib")

    def publish(self):
        """What the build made for the tests of others, as a repository has it."""
        self.place.mkdir(parents=True, exist_ok=True)
        self.run(ROOT / "tenantry", "build")
        shutil.rmtree(PLACE / "repository", ignore_errors=True)
        for artifact, file in (("tenantry-server", "tenantry.jar"), ("tenantry-junit", "tenantry-junit.jar")):
            self.run("mvn", "-q", "-B", "org.apache.maven.plugins:maven-deploy-plugin:3.1.4:deploy-file", "-Dfile=%s" % (ROOT / "target" / file),
                     "-DpomFile=%s/target/published/%s.xml" % (ROOT, artifact), "-DrepositoryId=tenantry", "-Durl=file://%s/repository" % PLACE)

    def prepare(self):
        self.publish()
        super().prepare()

    def command(self, program):
        return ["java", "-XX:TieredStopAtLevel=1", "-cp", "target/classes:target/lib/*", *program]

    def version(self, package):
        return re.search(r"<artifactId>%s</artifactId>\s*<version>([^<]+)" % re.escape(package), (self.place / self.pins).read_text()).group(1)


class Go(Compiled):
    pins = "go.mod"

    def fetch(self):
        self.run("go", "build", "-o", "clients", ".")

    def command(self, program):
        return ["./clients", program[0].removesuffix(".go")]

    def version(self, package):
        return re.search(r"/%s v(\S+)" % re.escape(package), (self.place / self.pins).read_text()).group(1)


TOOLS = {tool.name: tool for tool in (
    Python("python", ["openssl"]),
    Node("js", ["node", "npm"]),
    Java("java", ["mvn", "java"]),
    Go("go", ["go"]),
    Node("cli", ["node", "npm"]),
    Python("az", []),
    Node("chromium", ["node", "npm", "chromium", "certutil"]),
    Tool("shell", ["bash", "curl"]),
    Tool("powershell", ["openssl"]),
)}

# Where tests of others get their server from: the tests beside each, run as those would be.
FIXTURES = {
    "python": ("fixture for pytest", ["venv/bin/python", "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_tenantry.py"]),
    "js": ("helper for tests", ["node", "--test", "tenantry.test.mjs"]),
    "java": ("@TenantryTest with the Graph SDK", ["mvn", "-q", "-B", "test"]),
}

COLUMNS = (
    Column("python", "MSAL, requests", ["with_msal.py"], ["msal", "requests"], STEPS),
    Column("python", "Graph SDK, Azure Identity", ["with_graph_sdk.py"], ["msgraph-sdk", "azure-identity"], STEPS),
    Column("python", "O365", ["with_o365.py"], ["o365"],
           ("secret", "certificate", "password", "code", "policy", "configure", "page", "search", "404", "throttle")),
    Column("js", "classic Graph client, Azure Identity", ["with-classic-client.mjs"], ["@microsoft/microsoft-graph-client", "@azure/identity"], STEPS),
    Column("js", "Graph SDK by Kiota", ["with-kiota-sdk.mjs"], ["@microsoft/msgraph-sdk", "@microsoft/msgraph-sdk-users"], ("secret", "policy", "configure", *QUERIES)),
    Column("js", "MSAL", ["with-msal-node.mjs"], ["@azure/msal-node"], SIGN_IN),
    Column("java", "Graph SDK, Azure Identity", ["clients.WithGraphSdk"], ["microsoft-graph", "azure-identity"], STEPS),
    Column("java", "Graph SDK for beta, Azure Identity", ["clients.beta.WithGraphSdk"], ["microsoft-graph-beta", "azure-identity"], STEPS),
    Column("java", "MSAL4J", ["clients.WithMsal4j"], ["msal4j"], SIGN_IN),
    Column("go", "core of the Graph SDK, Azure Identity", ["graph.go"], ["msgraph-sdk-go-core", "azidentity"],
           ("secret", "certificate", "password", "device code", "on behalf", *HOW_TO, *QUERIES)),
    Column("go", "MSAL", ["msal.go"], ["microsoft-authentication-library-for-go"], SIGN_IN),
    Column("chromium", "MSAL for browsers", ["with-msal-browser.mjs"], ["@azure/msal-browser", "chromium"], ("code", "renewal", "popup", "sign out", "console")),
    Column("chromium", "pages of the token service", ["pages.mjs"], ["chromium", "axe-core"], ("focus", "keyboard", "no script", "labels", "zoom", "markup", "console")),
    Column("shell", "curl", ["bash", "with-curl.sh"], ["curl"], tuple(step for step in STEPS if step != "certificate")),
    Column("cli", "CLI for Microsoft 365", ["bash", "with-m365.sh"], ["@pnp/cli-microsoft365"],
           ("secret", "certificate", "password", "device code", "policy", "configure", "page", "search", "batch", "404", "throttle")),
    Column("powershell", "requests of Graph PowerShell 2.32 and MSAL.NET 4.78, replayed", ["python3", "replay.py"], [], tuple(step for step in STEPS if step not in ("password", "on behalf"))),
    Column("cli", "httpyac", ["with-httpyac.mjs"], ["httpyac"],
           ("secret", "password", "policy", "configure", "on demand", "log", "page", "search", "batch", "404")),
    Column("cli", "newman", ["with-newman.mjs"], ["newman"],
           ("secret", "password", "policy", "configure", "on demand", "log", "page", "search", "batch", "404")),
    Column("az", "Azure CLI", ["bash", "with-az.sh"], ["azure-cli"],
           ("secret", "certificate", "password", "device code", "policy", "configure", "page", "search", "batch", "404")),
)
