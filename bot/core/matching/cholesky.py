"""Solves a large symmetric system in place and in single precision.

``numpy.linalg.solve`` copies the matrix and works in double precision: four times the memory, which for the
examples of one language is most of a gigabyte. Here the matrix itself becomes its Cholesky factor, block by
block (Golub and Van Loan, Matrix Computations, 4.2.6), so that nearly all the work is multiplication.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from bot.core.matching.index import Floats

BLOCK = 256
RIDGE = 0.3
"""Chosen on the public data sets; half and twice as much differ by less than a point."""


def ridge_solved(gram: Floats, targets: Floats, weights: Floats) -> Floats:
    """The coefficients of a kernel ridge with *weights* of its examples, one for all or (n,).

    *gram* (n, n) and *targets* (n, k) are used up.
    """
    gram[np.diag_indices_from(gram)] += RIDGE / weights
    return solve_in_place(gram, targets)


def ridge_left_out(gram: Floats, targets: Floats, weights: Floats, coefficients: Floats) -> Floats:
    """What a kernel ridge with these *coefficients* would say of each example had it not learnt that one.

    Exact, and in one go for all of them (Rasmussen and Williams, Gaussian Processes, 5.4.2). *gram* is
    used up; the others are as for ``ridge_solved``.
    """
    gram[np.diag_indices_from(gram)] += RIDGE / weights
    return np.asarray(targets - coefficients / inverse_diagonal(gram)[:, None], dtype=np.float32)


def solve_in_place(matrix: Floats, targets: Floats) -> Floats:
    """x with ``matrix @ x = targets``. *matrix* (n, n), symmetric and positive definite, and *targets*
    (n, k) are overwritten; the result is *targets*.

    Raises:
        numpy.linalg.LinAlgError: the matrix is not positive definite.
    """
    steps = _steps(len(matrix))
    inverses = [_factored(matrix, begin, end) for begin, end in steps]
    for (begin, end), inverse in zip(steps, inverses, strict=True):
        targets[begin:end] = inverse @ (targets[begin:end] - matrix[begin:end, :begin] @ targets[:begin])
    for (begin, end), inverse in zip(reversed(steps), reversed(inverses), strict=True):
        targets[begin:end] = inverse.T @ (targets[begin:end] - matrix[end:, begin:end].T @ targets[end:])
    return targets


def inverse_diagonal(matrix: Floats) -> Floats:
    """The diagonal (n,) of the inverse of *matrix* (n, n), which is overwritten.

    Raises:
        numpy.linalg.LinAlgError: the matrix is not positive definite.
    """
    steps = _steps(len(matrix))
    inverses = [_factored(matrix, begin, end) for begin, end in steps]
    found = np.zeros(len(matrix), dtype=np.float32)
    for number, (first, last) in enumerate(steps):
        # These columns of the factor's inverse: the lengths of all its columns are what is wanted.
        columns = np.zeros((len(matrix) - first, last - first), dtype=np.float32)
        columns[: last - first] = inverses[number]
        for (begin, end), inverse in zip(steps[number + 1 :], inverses[number + 1 :], strict=True):
            above = matrix[begin:end, first:begin] @ columns[: begin - first]
            columns[begin - first : end - first] = -inverse @ above
        found[first:last] = (columns * columns).sum(axis=0)
    return found


def _steps(size: int) -> list[tuple[int, int]]:
    return list(pairwise([*range(0, size, BLOCK), size]))


def _factored(matrix: Floats, begin: int, end: int) -> Floats:
    """Turn one block of columns into its part of the factor; the inverse of the block on the diagonal."""
    if begin:
        matrix[begin:, begin:end] -= matrix[begin:, :begin] @ matrix[begin:end, :begin].T
    inverse = np.linalg.inv(np.linalg.cholesky(matrix[begin:end, begin:end])).astype(np.float32)
    matrix[end:, begin:end] = matrix[end:, begin:end] @ inverse.T
    return inverse
