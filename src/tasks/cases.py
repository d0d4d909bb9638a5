"""What the tests of a task are written with, and what runs them: on the author's machine and on the page alike.

A test file holds cases: functions that take the reader's module and call `check`, `that` or `raises`. A case ends with the first of these that
does not hold. Reports go out as lines of JSON behind a mark that the caller chooses; what the reader's program prints goes into the report
of its case.
"""
import copy
import io
import json
import linecache
import math
import sys
import time
import traceback
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout

KINDS = ("example", "edge", "property", "scale")
LONGEST = 400  # characters of a value in a report
PRINTED = 1500  # characters of a case's prints in a report
ROWS = 8  # rows and columns of a table in a report

_cases: list[dict] = []
_call: str | None = None


class Mismatch(AssertionError):
    """A case that does not hold: what was called, what was expected, what came."""

    def __init__(self, words: str, **told: object) -> None:
        super().__init__(words)
        self.told = told


def case(title: str, *, kind: str = "example", hidden: bool = False, judges: Sequence[str] = ()) -> Callable:
    """Makes a function a case. `judges` are ids of the question's criteria for which it is evidence."""
    if kind not in KINDS:
        raise ValueError(f"case {title!r}: kind {kind!r} is none of {', '.join(KINDS)}")

    def register(test: Callable) -> Callable:
        _cases.append({"name": test.__name__, "title": title, "kind": kind, "hidden": hidden,
                       "judges": list(judges), "test": test})
        return test

    return register


def check(function: Callable, *args: object, gives: object, within: float = 1e-9, **named: object) -> object:
    """Calls the function with copies of the arguments and compares. Numbers may differ by `within`, relative or absolute; returns the result."""
    got = _called(function, args, named)
    place = difference(got, gives, within)
    if place is not None:
        raise Mismatch("", expected=gives, got=got, place=place)
    return got


def that(holds: object, words: str, **seen: object) -> None:
    """Fails with `words`, and with what was seen by name, unless it holds."""
    if not holds:
        raise Mismatch(words, **({"seen": seen} if seen else {}))


def close(got: object, expected: object, words: str = "", within: float = 1e-9) -> None:
    """Compares two values as `check` does."""
    place = difference(got, expected, within)
    if place is not None:
        raise Mismatch(words, expected=expected, got=got, place=place)


def raises(error: type[BaseException], function: Callable, *args: object, **named: object) -> None:
    try:
        got = _called(function, args, named)
    except error:
        return
    raise Mismatch(f"{error.__name__} should be raised", got=got)


def _called(function: Callable, args: tuple, named: dict) -> object:
    global _call
    parts = [_argument(value) for value in args] + [f"{name}={_argument(value)}" for name, value in named.items()]
    _call = f"{getattr(function, '__name__', 'function')}({', '.join(parts)})"
    return function(*_copied(args), **_copied(named))


def _argument(value: object) -> str:
    """A function by its name: where it lies in memory says nothing to a reader."""
    return value.__name__ if isinstance(value, types.FunctionType) else _short(value, 160)


def _copied(values: object) -> object:
    """Copies, so that a program that changes what it is given is told so by the test alone; what cannot be copied is shared."""
    try:
        return copy.deepcopy(values)
    except Exception:
        return values


def _plain(value: object) -> object:
    """An array as lists; anything else as it is."""
    return value.tolist() if hasattr(value, "tolist") and not isinstance(value, type) else value


def difference(got: object, expected: object, within: float = 1e-9) -> tuple | None:
    """Where two values differ first, as a path of keys; None where they do not. A list equals a tuple of the same items."""
    got, expected = _plain(got), _plain(expected)
    numbers = (int, float)
    if isinstance(expected, bool) or isinstance(got, bool) or expected is None:
        return None if got is expected or got == expected and type(got) is type(expected) else ()
    if isinstance(expected, numbers) and isinstance(got, numbers):
        if math.isnan(expected) or math.isnan(got):
            return None if math.isnan(expected) and math.isnan(got) else ()
        return None if got == expected or math.isclose(got, expected, rel_tol=within, abs_tol=within) else ()
    if isinstance(expected, (list, tuple)) and isinstance(got, (list, tuple)):
        for index, (own, wanted) in enumerate(zip(got, expected)):
            place = difference(own, wanted, within)
            if place is not None:
                return (index, *place)
        return None if len(got) == len(expected) else (min(len(got), len(expected)),)
    if isinstance(expected, Mapping) and isinstance(got, Mapping):
        for key, wanted in expected.items():
            place = () if key not in got else difference(got[key], wanted, within)
            if place is not None:
                return (key, *place)
        return next(((key,) for key in got if key not in expected), None)
    try:
        return None if bool(got == expected) else ()
    except Exception:
        return ()


def _short(value: object, longest: int = LONGEST) -> str:
    try:
        text = repr(_rounded(_plain(value)))
    except Exception as error:
        text = f"<{type(value).__name__} without a repr: {type(error).__name__}>"
    return text if len(text) <= longest else f"{text[: longest - 2]} …"


def _rounded(value: object) -> object:
    """With floats as they are read: twelve digits tell any two apart that a case does."""
    if isinstance(value, float):
        return float(f"{value:.12g}")
    if type(value) in (list, tuple):
        return type(value)(_rounded(item) for item in value)
    if type(value) is dict:
        return {key: _rounded(item) for key, item in value.items()}
    return value


def _table(value: object) -> list[list[str]] | None:
    """A small matrix of numbers as rows; None for anything else."""
    rows = _plain(value)
    if not isinstance(rows, (list, tuple)) or not 1 <= len(rows) <= ROWS:
        return None
    if not all(isinstance(row, (list, tuple)) and 1 <= len(row) <= ROWS for row in rows):
        return None
    if not all(isinstance(number, (int, float)) for row in rows for number in row):
        return None
    return [[f"{number:.6g}" for number in row] for row in rows]


def _value(value: object) -> dict:
    table = _table(value)
    return {"text": _short(value), **({"rows": table} if table else {})}


def _line(error: BaseException, file: str) -> int | None:
    if isinstance(error, SyntaxError) and error.filename == file:
        return error.lineno
    lines = [line for frame, line in traceback.walk_tb(error.__traceback__) if frame.f_code.co_filename == file]
    return lines[-1] if lines else None


def _error(error: BaseException, file: str) -> dict:
    message = error.msg if isinstance(error, SyntaxError) else str(error)
    return {"type": type(error).__name__, "message": f"{message}"[:LONGEST], "line": _line(error, file)}


def _told(mismatch: Mismatch) -> dict:
    told = mismatch.told
    report: dict = {"words": str(mismatch)[:LONGEST]}
    if _call:
        report["input"] = _call[:LONGEST]
    for name in ("expected", "got"):
        if name in told:
            report[name] = _value(told[name])
    if told.get("place") is not None:
        report["place"] = [str(key) for key in told["place"]]
    if "seen" in told:
        report["seen"] = {name: _short(value) for name, value in told["seen"].items()}
    return report


class _Prints(io.TextIOBase):
    """Keeps the beginning of what is printed, and counts the rest."""

    def __init__(self) -> None:
        self.text, self.more = "", 0

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        room = PRINTED - len(self.text)
        self.text += text[:room] if room > 0 else ""
        self.more += len(text) - max(0, min(room, len(text)))
        return len(text)

    def told(self) -> dict:
        return {"printed": self.text + (f"… and {self.more} characters more\n" if self.more else "")} if self.text else {}


def _module(name: str, source: str, file: str) -> types.ModuleType:
    linecache.cache[file] = len(source), None, source.splitlines(True), file
    module = types.ModuleType(name)
    module.__file__ = file
    sys.modules[name] = module
    exec(compile(source, file, "exec", dont_inherit=True), vars(module))
    return module


def _results(task: types.ModuleType, file: str, only: Sequence[str] | None) -> Iterator[dict]:
    global _call
    for entry in _cases:
        if only is not None and entry["name"] not in only:
            continue
        yield {"case": entry["name"], "state": "begins"}
        prints, _call, began = _Prints(), None, time.perf_counter()
        result: dict = {"state": "passed"}
        with redirect_stdout(prints), redirect_stderr(prints):
            try:
                entry["test"](task)
            except Mismatch as mismatch:
                result = {"state": "failed", **_told(mismatch)}
            except (Exception, SystemExit, RecursionError) as error:
                # An error that rose in the tests alone still comes of what the program gave them.
                result = {"state": "error", "error": _error(error, file), **({"input": _call[:LONGEST]} if _call else {})}
        milliseconds = round(1000 * (time.perf_counter() - began), 1)
        yield {"case": entry["name"], **result, "milliseconds": milliseconds, **prints.told()}


def run(source: str, file: str, tests: str, mark: str, only: Sequence[str] | None = None) -> None:
    """Runs a program under its tests and prints the reports: first the cases that there are, then each as it begins and ends."""
    out = sys.stdout

    def tell(report: dict) -> None:
        print(mark + json.dumps(report), file=out, flush=True)

    _module("tests", tests, "tests.py")
    tell({"cases": [{key: value for key, value in entry.items() if key != "test"} for entry in _cases]})
    prints = _Prints()
    try:
        with redirect_stdout(prints), redirect_stderr(prints):
            task = _module("task", source, file)
    except (Exception, SystemExit) as error:
        tell({"broken": _error(error, file), **prints.told()})
        return
    if prints.text:
        tell(prints.told())
    for report in _results(task, file, only):
        tell(report)


def show(tests: str, names: Mapping[str, object]) -> None:
    """Runs tests on what a notebook has defined and prints how each case ended, the failures with what they found."""
    _cases.clear()
    _module("tests", tests, "tests.py")
    ends = [end for end in _results(types.SimpleNamespace(**names), "", None) if end["state"] != "begins"]
    for entry, end in zip(_cases, ends):
        print("✓" if end["state"] == "passed" else "✕", entry["title"])
        error = end.get("error")
        told = {"called": end.get("input"), "expected": end.get("expected", {}).get("text"),
                "got": end.get("got", {}).get("text"), **end.get("seen", {}),
                "error": error and f"{error['type']} {error['message']}".strip()}
        for text in [end.get("words"), *(f"{name}: {text}" for name, text in told.items() if text)]:
            if text:
                print("   ", text)
    print(f"{sum(end['state'] == 'passed' for end in ends)} of {len(ends)} passed")
