"""Runs one program after another in one interpreter, each as a program of its own."""
import ast
import asyncio
import atexit
import builtins
import contextvars
import gc
import json
import linecache
import os
import sys
import traceback
import types
from contextlib import suppress

from pyodide import webloop

from loop import Policy
from sweep import FOLDERS, Sweep

FOLDER = FOLDERS[0]
# Beside the folder in which the program runs, which is empty.
SOURCES = "/home/program"
NETWORK = ("socket.", "urllib.", "http.client.", "ftplib.", "smtplib.")
PROCESSES = ("subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn")
# What is only asked for, and reaches nobody.
HARMLESS = ("socket.__new__", "socket.gethostname")


def _refuse(event: str, _arguments: tuple) -> None:
    if event.startswith(NETWORK) and event not in HARMLESS:
        raise OSError("no network: a listing on this page cannot reach other computers")
    if event.startswith(PROCESSES):
        raise OSError("no other programs: a listing on this page cannot start one")


_stdin = sys.stdin
_ask = builtins.input


def _input(prompt: object = "", /) -> str:
    if sys.stdin is _stdin:
        raise EOFError("input() has nobody to ask: write the value into the code, or put a text in place of sys.stdin")
    return _ask(prompt)


def _exit(status: int) -> None:
    raise SystemExit(status)


def _stream(descriptor: int, errors: str):
    """A stream of the program's own, which it may close."""
    return open(descriptor, "w", 1, "utf-8", errors, closefd=False)


sys.addaudithook(_refuse)
builtins.input = _input
os._exit = _exit
# Pyodide's needs the browser to wait, which it does for no program.
asyncio.run = webloop._orig_run

_dumps = json.JSONEncoder().encode
_sweep: Sweep


def remember() -> None:
    """From here on, every program finds the interpreter as it is now."""
    global _sweep
    _sweep = Sweep()


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
    if isinstance(error, RecursionError) and "Stack overflow" in str(error):
        return "stack"
    return None


def _own_traceback(error: BaseException, file: str) -> types.TracebackType | None:
    """Its traceback from the program's own frames on."""
    place = error.__traceback__
    while place and place.tb_frame.f_code.co_filename != file:
        place = place.tb_next
    return place


def _report(error: BaseException, file: str) -> dict:
    """Prints the error as the program would have it, and returns what the page says about it."""
    if isinstance(error, ModuleNotFoundError) and error.name:
        error.args = (f"No module named {error.name!r}",)
    line = _line(error, file)
    error.__traceback__ = _own_traceback(error, file)
    hook = sys.excepthook
    try:
        if hook is sys.__excepthook__:
            traceback.print_exception(error, file=sys.stderr)
        else:
            hook(type(error), error, error.__traceback__)
    except BaseException:
        with suppress(BaseException):
            traceback.print_exc(file=sys.stderr)
    return {
        "type": type(error).__name__,
        "message": str(error.msg if isinstance(error, SyntaxError) else error),
        "line": line,
        "hint": _hint(error),
        "module": error.name if isinstance(error, ModuleNotFoundError) else None,
    }


def _execute(source: str, file: str) -> dict | None:
    """Runs the program to its end, exit functions and destructors included; returns its error."""
    main = types.ModuleType("__main__")
    main.__file__ = f"{SOURCES}/{file}"
    sys.modules["__main__"] = main
    sys.argv = [file]
    sys.stdout = sys.__stdout__ = out = _stream(1, "surrogateescape")
    sys.stderr = sys.__stderr__ = err = _stream(2, "backslashreplace")
    asyncio.events._set_event_loop_policy(Policy())
    asyncio._set_running_loop(None)
    # Lines end where the compiler ends them, and nowhere else.
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    linecache.cache[file] = len(source), None, [f"{line}\n" for line in lines], file
    error = None
    try:
        exec(compile(source, file, "exec", dont_inherit=True), vars(main))
    except SystemExit as stop:
        if stop.code not in (None, 0):
            error = {"type": "SystemExit", "message": str(stop.code), "line": _line(stop, file), "hint": None}
    except BaseException as raised:
        # What it prints now must be seen, wherever the program has led its streams.
        sys.stdout, sys.stderr = out, err if not err.closed else _stream(2, "backslashreplace")
        error = _report(raised, file)
    with suppress(BaseException):
        atexit._run_exitfuncs()
    atexit._clear()
    names = vars(main)
    for name in reversed([name for name in names if name[:2] != "__"]):
        names[name] = None
    gc.collect()
    for stream in (sys.stdout, sys.stderr, out, err):
        with suppress(Exception):
            stream.flush()
    return error


def run(source: str, file: str) -> str:
    """Runs the program; returns its error as JSON, or `null`. What it prints goes out as it comes."""
    os.makedirs(SOURCES, exist_ok=True)
    os.makedirs(FOLDER, exist_ok=True)
    with open(f"{SOURCES}/{file}", "w", encoding="utf-8", errors="surrogatepass", newline="") as copy:
        copy.write(source)
    os.chdir(FOLDER)
    running = asyncio._get_running_loop()
    try:
        # In a context of its own: what belongs to a context, such as the precision of decimals, ends with it.
        error = contextvars.Context().run(_execute, source, file)
    finally:
        _sweep.restore()
        asyncio._set_running_loop(running)
    return _dumps(error)


def imports(source: str) -> str:
    """The modules that a program imports anywhere in it, by their first name, as JSON."""
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return "[]"
    found: set[str] = set()
    for node in nodes:
        match node:
            case ast.Import():
                found.update(alias.name for alias in node.names)
            case ast.ImportFrom(level=0, module=str(module)):
                found.add(module)
            case ast.Call(
                func=ast.Name(id="import_module" | "__import__") | ast.Attribute(attr="import_module"),
                args=[ast.Constant(value=str(module)), *_],
            ):
                found.add(module)
    return _dumps(sorted({module.split(".")[0] for module in found}))

