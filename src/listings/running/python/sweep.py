"""Remembers what the interpreter is like before any program has run, and makes it so again after each.

What modules, their classes and their lists and dictionaries hold is put back, each by comparing it with what it was. Modules that a program
brought in leave with it, but for compiled packages, which can be loaded only once. Modules whose state lies deeper are never kept: each
program that imports them gets them new.
"""
import atexit
import gc
import locale
import os
import random
import shutil
import sys
import threading
import types
import warnings
from operator import is_

ALWAYS_NEW = ("logging",)
FOLDERS = ("/home/listing", "/tmp")
# What JavaScript and Python know of each other is not the programs' business.
OTHERS = ("js", "pyodide", "_pyodide", "pyodide_js")
_HEAP_TYPE, _IMMUTABLE_TYPE = 1 << 9, 1 << 8
_BUILT_IN = frozenset(sys.builtin_module_names)
_MISSING = object()


def _is_changeable(value: object, module: str) -> bool:
    """Whether it is a class of this module whose attributes can be set."""
    return (
        isinstance(value, type)
        and value.__module__ == module
        and value.__flags__ & _HEAP_TYPE != 0
        and value.__flags__ & _IMMUTABLE_TYPE == 0
    )


def _same(container: dict | list | set, copy: dict | list | set) -> bool:
    """Whether both hold the same objects. What a program put in may say of itself that it equals anything."""
    if len(container) != len(copy):
        return False
    if type(container) is dict and not all(map(is_, container.values(), copy.values())):
        return False
    return all(map(is_, container, copy))


def _attributes(value: object) -> object:
    """A list, set or dictionary as it is; of an object that a module made for itself, the dictionary of its attributes."""
    if isinstance(value, (type, types.ModuleType, types.FunctionType)):
        return None
    return getattr(value, "__dict__", value)


class Sweep:
    def __init__(self) -> None:
        for name in list(sys.modules):
            if name.split(".")[0] in ALWAYS_NEW:
                del sys.modules[name]
        atexit._clear()
        self._modules = {
            name: module for name, module in sys.modules.items() if isinstance(module, types.ModuleType)
        }
        own = [
            (name, vars(module)) for name, module in self._modules.items() if name.split(".")[0] not in OTHERS
        ]
        self._names = [(names, dict(names)) for _, names in own]
        self._classes = [
            (value, dict(vars(value)))
            for name, names in own
            for value in list(names.values())
            if _is_changeable(value, name)
        ]
        containers = {
            id(container): container
            for _, names in own
            for value in names.values()
            if type(container := _attributes(value)) in (dict, list, set) and container is not sys.modules
        }
        self._containers = [(value, value.copy()) for value in containers.values()]
        # Python itself goes on pointing into one that it has used, as into unicodedata for "\N{HYPHEN}": with the module that memory would go.
        self._built_in: list[object] = []
        self._environment = dict(os.environ)
        self._locale = locale.setlocale(locale.LC_ALL)
        self._limits = sys.getrecursionlimit(), sys.getswitchinterval(), sys.get_int_max_str_digits()
        self._collecting = gc.get_threshold()
        gc.collect()
        # What is there now stays, and is not looked at again: that is most of what collecting would cost.
        gc.freeze()
        # Enough to keep the sweep itself out of reach of what a program replaces.
        self._type_set, self._type_delete = type.__setattr__, type.__delattr__

    def restore(self) -> None:
        for name in [name for name in sys.modules if name not in self._modules]:
            if not _stays(sys.modules[name]):
                module = sys.modules.pop(name)
                if name in _BUILT_IN:
                    self._built_in.append(module)
        sys.modules.update(self._modules)
        for names, before in self._names:
            _put_back(names, before)
        for cls, before in self._classes:
            self._put_class_back(cls, before)
        for container, before in self._containers:
            if not _same(container, before):
                container.clear()
                container.extend(before) if type(container) is list else container.update(before)
        self._reset()

    def _put_class_back(self, cls: type, before: dict) -> None:
        now = vars(cls)
        changed = [name for name, value in before.items() if now.get(name, _MISSING) is not value]
        # Python itself keeps notes in classes, such as their annotations: only what does something is taken out.
        added = [name for name, value in now.items() if name not in before and (callable(value) or name[:2] != "__")]
        for name in added:
            self._type_delete(cls, name)
        for name in changed:
            self._type_set(cls, name, before[name])

    def _reset(self) -> None:
        """What no module holds in sight."""
        sys.settrace(None)
        sys.setprofile(None)
        sys.set_asyncgen_hooks(None, None)
        for tool in range(6):
            if sys.monitoring.get_tool(tool):
                sys.monitoring.free_tool_id(tool)
        recursion, switching, digits = self._limits
        sys.setrecursionlimit(recursion)
        sys.setswitchinterval(switching)
        sys.set_int_max_str_digits(digits)
        with warnings._lock:
            warnings._filters_mutated_lock_held()
        if dict(os.environ) != self._environment:
            os.environ.clear()
            os.environ.update(self._environment)
        locale.setlocale(locale.LC_ALL, self._locale)
        threading.settrace(None)
        threading.setprofile(None)
        gc.enable()
        gc.set_debug(0)
        gc.set_threshold(*self._collecting)
        random.seed()
        if numpy := sys.modules.get("numpy"):
            numpy.random.seed()
        os.umask(0o022)
        os.chdir("/")
        for folder in FOLDERS:
            shutil.rmtree(folder, ignore_errors=True)
            os.makedirs(folder, exist_ok=True)


def _stays(module: types.ModuleType | None) -> bool:
    """Whether a module outlives the run."""
    return "site-packages" in (getattr(module, "__file__", None) or "")


def _put_back(names: dict, before: dict) -> None:
    if _same(names, before):
        return
    for name in [name for name in names if name not in before]:
        del names[name]
    for name, value in before.items():
        if names.get(name, _MISSING) is not value:
            names[name] = value
