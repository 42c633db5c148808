"""Solves a large symmetric system in single precision, and keeps only half of it in memory.

``numpy.linalg.solve`` wants the whole matrix twice and in double precision: eight times as much, which for
the examples of one language is gigabytes. Here the Cholesky factor grows by some rows at a time (Golub and
Van Loan, Matrix Computations, 4.2.6), from rows of the matrix that are made when they are needed; nearly all
the work is multiplication.
"""

from __future__ import annotations

from concurrent.futures import Executor, ThreadPoolExecutor
from itertools import pairwise
from typing import Protocol

import numpy as np

from bot.core.matching.index import Floats

BLOCK = 256
THREADS = 4
"""That make and work off the rows of a block, each some of them; more than there are cores do no harm."""
RIDGE = 0.3
"""Chosen on the public data sets; half and twice as much differ by less than a point."""


class Matrix(Protocol):
    """A symmetric matrix (size, size)."""

    size: int

    def rows(self, begin: int, end: int, count: int) -> Floats:
        """Its rows from *begin* to *end*, the first *count* columns; the caller may change them."""


def ridge_solved(likeness: Matrix, targets: Floats, weights: Floats) -> Floats:
    """The coefficients of a kernel ridge with *weights* of its examples, one for all or (n,).

    *targets* (n, k) are used up.
    """
    return Factor(likeness, RIDGE / weights).solved(targets)


def ridge_left_out(likeness: Matrix, targets: Floats, weights: Floats, coefficients: Floats) -> Floats:
    """What a kernel ridge with these *coefficients* would say of each example had it not learnt that one.

    Exact, and in one go for all of them (Rasmussen and Williams, Gaussian Processes, 5.4.2).
    """
    diagonal = Factor(likeness, RIDGE / weights).inverse_diagonal()
    return np.asarray(targets - coefficients / diagonal[:, None], dtype=np.float32)


class Factor:
    """The Cholesky factor of a *matrix* (n, n) with *more* on its diagonal, one for all or (n,)."""

    def __init__(self, matrix: Matrix, more: Floats) -> None:
        """Raises:
        numpy.linalg.LinAlgError: the matrix is not positive definite.
        """
        self._steps = list(pairwise([*range(0, matrix.size, BLOCK), matrix.size]))
        self._left: list[Floats] = []
        """Of each block of rows what stands left of the diagonal block."""
        self._inverses: list[Floats] = []
        """Of each diagonal block."""
        self._size = matrix.size
        more = np.broadcast_to(np.asarray(more, dtype=np.float32), (matrix.size,))
        with ThreadPoolExecutor(THREADS) as threads:
            for begin, end in self._steps:
                rows = self._rows(matrix, begin, end, threads)
                corner = rows[:, begin:]
                corner[np.diag_indices(end - begin)] += more[begin:end]
                left = rows[:, :begin]
                corner -= left @ left.T
                self._left.append(left)
                self._inverses.append(np.linalg.inv(np.linalg.cholesky(corner)).astype(np.float32))

    def solved(self, targets: Floats) -> Floats:
        """x with ``matrix @ x = targets``; *targets* (n, k) are overwritten, and are the result."""
        blocks = list(zip(self._steps, self._left, self._inverses, strict=True))
        for (begin, end), left, inverse in blocks:
            targets[begin:end] = inverse @ (targets[begin:end] - left @ targets[:begin])
        for (begin, end), left, inverse in reversed(blocks):
            targets[begin:end] = inverse.T @ targets[begin:end]
            targets[:begin] -= left.T @ targets[begin:end]
        return targets

    def inverse_diagonal(self) -> Floats:
        """The diagonal (n,) of the inverse of the matrix."""
        found = np.zeros(self._size, dtype=np.float32)
        for number, (first, last) in enumerate(self._steps):
            # These columns of the factor's inverse: the lengths of all its columns are what is wanted.
            columns = np.zeros((self._size - first, last - first), dtype=np.float32)
            columns[: last - first] = self._inverses[number]
            for below in range(number + 1, len(self._steps)):
                begin, end = self._steps[below]
                above = self._left[below][:, first:] @ columns[: begin - first]
                columns[begin - first : end - first] = -self._inverses[below] @ above
            found[first:last] = (columns * columns).sum(axis=0)
        return found

    def _rows(self, matrix: Matrix, begin: int, end: int, threads: Executor) -> Floats:
        """The next rows of the factor, but for their corner at the diagonal, which is as in the *matrix*."""

        def some(first: int, last: int) -> Floats:
            rows = matrix.rows(first, last, end)
            for (there, to), left, inverse in zip(self._steps, self._left, self._inverses, strict=False):
                rows[:, there:to] = (rows[:, there:to] - rows[:, :there] @ left.T) @ inverse.T
            return rows

        cuts = np.linspace(begin, end, min(THREADS, end - begin) + 1).astype(int).tolist()
        return np.concatenate(list(threads.map(some, cuts[:-1], cuts[1:])))
