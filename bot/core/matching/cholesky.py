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


def solve_in_place(matrix: Floats, targets: Floats) -> Floats:
    """x with ``matrix @ x = targets``. *matrix* (n, n), symmetric and positive definite, and *targets*
    (n, k) are overwritten; the result is *targets*.

    Raises:
        numpy.linalg.LinAlgError: the matrix is not positive definite.
    """
    steps = list(pairwise([*range(0, len(matrix), BLOCK), len(matrix)]))
    inverses = [_factored(matrix, begin, end) for begin, end in steps]
    for (begin, end), inverse in zip(steps, inverses, strict=True):
        targets[begin:end] = inverse @ (targets[begin:end] - matrix[begin:end, :begin] @ targets[:begin])
    for (begin, end), inverse in zip(reversed(steps), reversed(inverses), strict=True):
        targets[begin:end] = inverse.T @ (targets[begin:end] - matrix[end:, begin:end].T @ targets[end:])
    return targets


def _factored(matrix: Floats, begin: int, end: int) -> Floats:
    """Turn one block of columns into its part of the factor; the inverse of the block on the diagonal."""
    if begin:
        matrix[begin:, begin:end] -= matrix[begin:, :begin] @ matrix[begin:end, :begin].T
    inverse = np.linalg.inv(np.linalg.cholesky(matrix[begin:end, begin:end])).astype(np.float32)
    matrix[end:, begin:end] = matrix[end:, begin:end] @ inverse.T
    return inverse
