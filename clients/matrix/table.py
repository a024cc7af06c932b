"""What a run showed, as a table of clients and steps."""
import datetime

from matrix.columns import BROWSER, EVERYTHING, HOW_TO, QUERIES, SIGN_IN, TOOLS

MARKS = {"passed": "✓", "failed": "✗", None: "·"}


def versions(column):
    return ", ".join("%s %s" % (package, TOOLS[column.tool].version(package)) for package in column.packages) or "·"


def shown(results):
    """For the terminal."""
    width = max(len(named(column)) for column, _ in results)
    known = [step for step in EVERYTHING if any(step in steps for _, steps in results)]
    lines = ["%-*s  %s" % (width, "", "  ".join(known))]
    for column, steps in results:
        lines.append("%-*s  %s" % (width, named(column), "  ".join(MARKS[steps.get(step)].center(len(step)) for step in known)))
    return "\n".join(["", *lines, "", "lines changed in any of them: 0"])


def named(column):
    return "%s: %s" % (column.tool, column.name)


def program(column):
    """The file among the words of its command."""
    name = next((word for word in column.program if word.endswith((".py", ".mjs", ".sh", ".go"))), None)
    return name or "src/main/java/%s.java" % column.program[0].replace(".beta", "").replace(".", "/")


HEAD = """# Clients that run against Tenantry as they are

Made by `clients/run --write` on {day}; each mark is what a program of `clients/` did in that run. The programs know `https://graph.microsoft.com` and
`https://login.microsoftonline.com` only; what leads them to the server is the environment of `./tenantry run`. **Lines changed in any client: 0.**

✓ done, ✗ failed, · not tried: the client has no such thing, or leaves it to its caller, who would do it as with curl.
"""

NOT_RUN = """## Not run
| client | why |
|---|---|
| Terraform, provider azuread | the provider comes from HashiCorp's registry alone, which the machines of these runs do not reach; it asks what Go's MSAL and the Azure CLI ask here |
| PowerShell, .NET | not on the machines of these runs; their requests are replayed |
"""

MEANING = {
    "secret": "token for the application, proved by a secret", "certificate": "the same with a certificate", "password": "user name and password (ROPC)",
    "device code": "code shown, entered and approved in a browser", "code": "authorization code in a browser (PKCE), the answer on a loopback port or at the redirect address",
    "on behalf": "an API passes its caller on", "policy": "both tenants: partner, identity synchronization, consent", "configure": "instantiate, test of the connection, job, secrets, assignment",
    "on demand": "schema read, one user provisioned on demand", "cycle": "job started, and waited for until it has run", "log": "provisioning log of the job",
    "page": "all users, page after page", "search": "`$search` with `$count`, advanced", "batch": "`$batch` with a part that fails", "404": "what is not there, in the client's own form of an error",
    "throttle": "429 with `Retry-After` twice, asked again by the client itself",
    "renewal": "in silence: out of the cache, by a refresh token, in a hidden frame", "popup": "sign-in in a window of its own", "sign out": "and nothing goes in silence any more",
    "focus": "the keyboard begins where something is to be entered, reaches all in the order of reading, visibly", "keyboard": "every way through the pages without a mouse",
    "no script": "the same where no script runs", "labels": "WCAG 2.2 AA by axe, light and dark", "zoom": "read at 200 % and 400 %, in a narrow window, with letters of twice the size",
    "markup": "names of tenant, application and user that are markup show as text", "console": "nothing amiss is said, nothing loaded from elsewhere, the content security policy holds",
}


def page(results):
    parts = [HEAD.format(day=datetime.date.today().isoformat())]
    for title, steps in (("Signing in", SIGN_IN), ("The how-to", HOW_TO), ("Queries and errors", QUERIES), ("In a browser", BROWSER)):
        parts.append("## %s\n| client | %s |\n|---|%s" % (title, " | ".join(steps), ":-:|" * len(steps)))
        for column, marks in results:
            if not any(step in marks for step in steps):
                continue
            parts[-1] += "\n| %s | %s |" % (named(column), " | ".join(MARKS[marks.get(step)] for step in steps))
        parts[-1] += "\n"
    parts.append("## Steps\n| step | |\n|---|---|" + "".join("\n| %s | %s |" % (step, MEANING[step]) for step in EVERYTHING) + "\n")
    parts.append("## Versions and programs\n| client | versions | program |\n|---|---|---|" + "".join(
        "\n| %s | %s | `clients/%s/%s` |" % (named(column), versions(column), column.tool, program(column)) for column, _ in results) + "\n")
    return "\n".join([*parts, NOT_RUN])
