"""Runs one listing after another in one interpreter, each as a program of its own."""
import builtins
import gc
import json
import linecache
import os
import shutil
import sys
import traceback
import types

FOLDER = "/home/listing"
NETWORK = ("socket.", "urllib.", "http.client.", "ftplib.", "smtplib.")
PROCESSES = ("subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn")

# An event loop makes a pair of sockets for itself, which reaches nobody.
HARMLESS = ("socket.__new__",)


def _refuse(event: str, _arguments: tuple) -> None:
    if event.startswith(NETWORK) and event not in HARMLESS:
        raise OSError("no network: a listing on this page cannot reach other computers")
    if event.startswith(PROCESSES):
        raise OSError("no other programs: a listing on this page cannot start one")


def _no_input(_prompt: object = "", /) -> str:
    raise EOFError("input() has nobody to ask: write the value into the code instead")


sys.addaudithook(_refuse)
builtins.input = _no_input
sys.stdout.reconfigure(line_buffering=True)
sys.stderr.reconfigure(line_buffering=True)

_streams = sys.stdout, sys.stderr
_builtins = dict(vars(builtins))
_path = list(sys.path)
_recursion_limit = sys.getrecursionlimit()


def _stays(module: types.ModuleType | None) -> bool:
    """Whether a module outlives the run: compiled packages can be loaded only once."""
    return "site-packages" in (getattr(module, "__file__", None) or "")


def _clean(before: set[str]) -> None:
    """Leaves the interpreter as the next program expects to find it."""
    sys.stdout, sys.stderr = _streams
    sys.path[:] = _path
    sys.setrecursionlimit(_recursion_limit)
    names = vars(builtins)
    for name in [name for name in names if name not in _builtins]:
        del names[name]
    names.update(_builtins)
    for name in set(sys.modules) - before:
        if not _stays(sys.modules[name]):
            del sys.modules[name]
    if numpy := sys.modules.get("numpy"):
        numpy.set_printoptions(**_print_options(numpy))
        numpy.seterr(divide="warn", over="warn", under="ignore", invalid="warn")
        numpy.random.seed()
    gc.collect()


_saved: dict = {}


def _print_options(numpy: types.ModuleType) -> dict:
    return _saved.setdefault("numpy", numpy.get_printoptions())


def _line(error: BaseException, file: str) -> int | None:
    if isinstance(error, SyntaxError) and error.filename == file:
        return error.lineno
    lines = [line for frame, line in traceback.walk_tb(error.__traceback__) if frame.f_code.co_filename == file]
    return lines[-1] if lines else None


def _hint(error: BaseException) -> str | None:
    """Which limit of a browser's Python the program ran into."""
    if isinstance(error, ModuleNotFoundError):
        return "module"
    if isinstance(error, RuntimeError) and "start new thread" in str(error):
        return "thread"
    if isinstance(error, OSError) and "does not support processes" in str(error):
        return "process"
    return None


def _report(error: BaseException, file: str) -> dict:
    """Prints the traceback from the listing's own frames on, and returns what the page says about it."""
    if isinstance(error, ModuleNotFoundError) and error.name:
        error.args = (f"No module named {error.name!r}",)
    report = traceback.TracebackException.from_exception(error)
    while report.stack and report.stack[0].filename != file:
        del report.stack[0]
    print("".join(report.format()), end="", file=sys.stderr)
    return {
        "type": type(error).__name__,
        "message": str(error.msg if isinstance(error, SyntaxError) else error),
        "line": _line(error, file),
        "hint": _hint(error),
    }


def run(source: str, file: str) -> str:
    """Runs the program; returns its error as JSON, or `null`. What it prints goes out as it comes."""
    before = set(sys.modules)
    os.chdir("/")
    shutil.rmtree(FOLDER, ignore_errors=True)
    os.makedirs(FOLDER)
    os.chdir(FOLDER)
    main = types.ModuleType("__main__")
    main.__file__ = file
    kept = sys.modules["__main__"]
    sys.modules["__main__"] = main
    sys.argv = [file]
    linecache.cache[file] = len(source), None, source.splitlines(keepends=True), file
    error = None
    try:
        exec(compile(source, file, "exec", dont_inherit=True), vars(main))
    except SystemExit as stop:
        if stop.code not in (None, 0):
            error = {"type": "SystemExit", "message": str(stop.code), "line": _line(stop, file), "hint": None}
    except BaseException as raised:
        sys.stdout, sys.stderr = _streams
        error = _report(raised, file)
    finally:
        sys.stdout.flush()
        sys.modules["__main__"] = kept
        _clean(before)
    return json.dumps(error)
