"""Small spelling differences: how many letters are wrong, missing, extra or swapped with their neighbour."""

from __future__ import annotations


def edits_within(one: str, other: str, limit: int) -> bool:
    """Whether at most `limit` edits (field term: optimal string alignment distance) lie between two words."""
    if one == other:
        return True
    # One edit changes at most two of the letters a word is made of; most pairs are told apart by that.
    if abs(len(one) - len(other)) > limit or len(set(one) ^ set(other)) > 2 * limit:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        two_before, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, two_before[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return False
    return row[-1] <= limit
