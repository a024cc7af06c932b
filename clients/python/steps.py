"""Says of each step of a program whether it passed."""
import contextlib
import os
import sys
import traceback

failed = []


@contextlib.contextmanager
def step(name):
    try:
        yield
        print("passed", name, flush=True)
    except Exception as e:  # the program goes on: what does not need this step is still worth knowing
        failed.append(name)
        traceback.print_exc()
        print("failed %s: %s: %s" % (name, type(e).__name__, " ".join(str(e).split())[:300]), flush=True)


def given(name):
    return os.environ[name]


def end():
    sys.exit(1 if failed else 0)
