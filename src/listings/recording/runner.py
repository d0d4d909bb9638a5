"""Runs one listing alone: `runner.py <listing.py> <report.json> <seconds>`, or prints imports: `runner.py --imports <listing.py>…`.

It stops what a reader's machine would not reproduce, before it can happen: packages beside the allowed ones, the network, other
programs, more memory or time than a page may ask for. It guards against accidents, not against malice. What the listing
prints goes to stdout as it is; on success, the report says on what it ran; on failure, stderr says why, with the
listing's own line, and the process ends with 1.
"""
import ast
import importlib.metadata
import json
import os
import platform
import re
import sys
import time
import traceback
import types
from contextlib import suppress

REQUIREMENTS = os.path.join(os.path.dirname(os.path.dirname(__file__)), "requirements.txt")
MEMORY = 4 * 2**30  # bytes of address space
WAITING = 2  # seconds that it may sleep: a reader who runs it waits as long
FORBIDDEN = {
    "a socket": ("socket.", "urllib.Request"),
    "another process": ("subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn",
                        "os.startfile", "pty.spawn", "webbrowser."),
}


class Refused(PermissionError):
    """What the listing tried is not allowed."""


class TimeUp(BaseException):
    """Not an Exception: no listing should catch it by mistake."""


def allowed() -> dict[str, str]:
    """What a listing may import beside the standard library, and the package that brings it, as requirements.txt says."""
    with open(REQUIREMENTS, encoding="utf-8") as file:
        lines = re.findall(r"^([\w.-]+)==.*# *(\w+):", file.read(), re.MULTILINE)
    return {module: package for package, module in lines}


def imports_of(source: str, name: str) -> dict[str, int]:
    """Top-level modules that a listing imports, each with the line where it first does so."""
    found: dict[str, int] = {}
    for node in ast.walk(ast.parse(source, name)):
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            modules = ["." if node.level else node.module or ""]
        else:
            continue
        for module in modules:
            found.setdefault(module.split(".")[0] or ".", node.lineno)
    return found


def packages_of(source: str, name: str) -> list[str]:
    """The third-party packages that a listing imports, sorted. Raises Refused for one that is not allowed."""
    outside = {module: line for module, line in imports_of(source, name).items()
               if module not in sys.stdlib_module_names}
    packages = allowed()
    for module, line in outside.items():
        if module not in packages:
            what = "a module of its own folder" if module == "." else module
            raise Refused(f"line {line} imports {what}; allowed are the standard library, {', '.join(packages)}. "
                          "Another package needs a line in src/listings/requirements.txt")
    return sorted(outside)


def refuse_waiting(refusals: list[str]) -> None:
    """From here on, sleeping counts: processor time would never end it."""
    sleep, slept = time.sleep, 0.0

    def counted(seconds: float) -> None:
        nonlocal slept
        slept += seconds
        if slept > WAITING:
            refusals.append(f"A listing may wait for {WAITING} s in all; with time.sleep it waits for {slept:g} s or more.")
            raise Refused(refusals[-1])
        sleep(seconds)

    time.sleep = counted


def refuse_outside_world(refusals: list[str]) -> None:
    """From here on, nothing leaves the process. A refusal that the listing catches still counts: it stays in `refusals`."""

    def hook(event: str, _: object) -> None:
        for what, beginnings in FORBIDDEN.items():
            if event.startswith(beginnings):
                refusals.append(f"A listing must not open {what} ({event}).")
                raise Refused(refusals[-1])

    sys.addaudithook(hook)


def limit_resources(seconds: int) -> None:
    """Seconds count processor time."""
    with suppress(ImportError):  # Not on Windows; there, only the caller's clock stops a listing.
        import resource
        import signal

        def stop(*_: object) -> None:
            raise TimeUp(f"A listing may compute for {seconds} s.")

        signal.signal(signal.SIGXCPU, stop)
        for kind, soft, hard in ((resource.RLIMIT_CPU, seconds, seconds + 2), (resource.RLIMIT_AS, MEMORY, MEMORY)):
            with suppress(ValueError, OSError):  # macOS has the constant, but no such limit.
                resource.setrlimit(kind, (soft, hard))


def explain(error: BaseException, path: str) -> str:
    """The listing's own lines on the way to the error, then the error; libraries' lines would say nothing to its author."""
    told = traceback.TracebackException.from_exception(error)
    own = [frame for frame in told.stack if frame.filename == path]
    lines = [f"line {frame.lineno}, in {frame.name}\n    {frame.line}\n" for frame in own]
    lines += [line.replace(path, os.path.basename(path)) for line in told.format_exception_only()]
    if isinstance(error, MemoryError):
        lines.append(f"A listing may use {MEMORY // 2**30} GB of memory.\n")
    return "".join(lines)


def run(path: str, report: str, seconds: int) -> int:
    with open(path, encoding="utf-8") as file:
        source = file.read()
    refusals: list[str] = []
    try:
        packages = packages_of(source, path)
        code = compile(source, path, "exec")
        main = types.ModuleType("__main__")
        main.__file__ = path
        sys.modules["__main__"] = main
        sys.argv = [os.path.basename(path)]
        limit_resources(seconds)
        refuse_outside_world(refusals)
        refuse_waiting(refusals)
        exec(code, main.__dict__)
        sys.stdout.flush()
    except SystemExit as error:
        if error.code:
            print(f"The listing ended itself with {error.code}.", file=sys.stderr)
            return 1
    except BaseException as error:
        sys.stdout.flush()
        print(explain(error, path), end="", file=sys.stderr)
        return 1
    if refusals:
        print(f"{refusals[0]} It caught the refusal, and went on.", file=sys.stderr)
        return 1
    names = allowed()
    versions = {module: importlib.metadata.version(names[module]).split("+")[0] for module in packages}
    with open(report, "w", encoding="utf-8") as file:
        json.dump({"python": platform.python_version(), "packages": versions}, file)
    return 0


def print_imports(paths: list[str]) -> int:
    """Prints the packages of each listing; one that cannot be told has none here, and fails with its reason when it runs."""
    found = {}
    for path in paths:
        with open(path, encoding="utf-8") as file, suppress(Refused, SyntaxError, ValueError):
            found[path] = packages_of(file.read(), path)
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    _, first, *rest = sys.argv
    sys.exit(print_imports(rest) if first == "--imports" else run(first, rest[0], int(rest[1])))
