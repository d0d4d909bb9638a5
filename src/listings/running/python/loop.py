"""An event loop for programs in a worker, which may wait as long as they like: Pyodide's own lets the browser wait, and so runs no program
to its end."""
import asyncio
import time


class _Clock:
    """Stands where other loops wait for sockets. Here, time alone passes."""

    def select(self, timeout: float | None) -> list:
        if timeout is None:
            raise RuntimeError("the program waits for something that nothing is left to bring about")
        if timeout > 0:
            time.sleep(timeout)
        return []

    def close(self) -> None:
        pass


class Loop(asyncio.BaseEventLoop):
    def __init__(self) -> None:
        super().__init__()
        self._selector = _Clock()

    def _process_events(self, _events: list) -> None:
        pass

    def _write_to_self(self) -> None:
        """Nobody waits who would have to be woken."""


class Policy(asyncio.events._BaseDefaultEventLoopPolicy):
    _loop_factory = Loop
