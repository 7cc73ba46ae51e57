"""Doing many tasks here, on a process pool, or on any `concurrent.futures.Executor`."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import ExitStack
from itertools import chain, islice
from types import TracebackType
from typing import Any, Self, TypeVar

T = TypeVar("T")
Task = tuple[Any, ...]

_IN_FLIGHT = 3
"""Tasks a worker that are prepared at any time: enough to keep it busy, few enough to hold."""


class Workers:
    """`count` local processes, started when there is a second task; or a given executor."""

    def __init__(self, count: int = 1, executor: Executor | None = None) -> None:
        self.count = count
        self.remote = executor is not None
        self._executor = executor
        self._stack = ExitStack()

    def run(self, function: Callable[..., T], tasks: Iterable[Task]) -> Iterator[tuple[Task, T]]:
        """Yield (task, function(*task)) as they are done, in any order.

        Should the pool die, what remains is done here.
        """
        tasks = iter(tasks)
        first = list(islice(tasks, 2))
        tasks = chain(first, tasks)
        if not self.remote and (self.count < 2 or len(first) < 2):
            for task in tasks:
                yield task, function(*task)
            return
        executor = self._start()
        pending: dict[Future[T], Task] = {}
        for task in tasks:
            pending[_submit(executor, function, task)] = task
            if len(pending) >= _IN_FLIGHT * self.count:
                yield from _collect(pending, function)
        while pending:
            yield from _collect(pending, function)

    def _start(self) -> Executor:
        if self._executor is None:
            from concurrent.futures import ProcessPoolExecutor

            self._executor = self._stack.enter_context(ProcessPoolExecutor(self.count))
        return self._executor

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is not None and self._executor is not None and not self.remote:
            self._executor.shutdown(wait=False, cancel_futures=True)
        self._stack.close()


def _submit(executor: Executor, function: Callable[..., T], task: Task) -> "Future[T]":
    from concurrent.futures import BrokenExecutor

    try:
        return executor.submit(function, *task)
    except BrokenExecutor as error:
        failed: Future[T] = Future()
        failed.set_exception(error)
        return failed


def _collect(
    pending: "dict[Future[T], Task]", function: Callable[..., T]
) -> Iterator[tuple[Task, T]]:
    from concurrent.futures import BrokenExecutor

    done, _ = wait(pending, return_when=FIRST_COMPLETED)
    for future in done:
        task = pending.pop(future)
        try:
            result = future.result()
        except BrokenExecutor:
            result = function(*task)
        yield task, result
