"""In what light a stretch of text stands."""

from __future__ import annotations

import enum


class Frame(enum.Flag):
    """In what light a stretch of text stands; linguistic evidence that rules weigh."""

    NONE = 0
    QUOTED = enum.auto()  # inside quotation marks, or reported speech
    TITLE = enum.auto()  # the title of a book, film, song or lesson
    LESSON = enum.auto()  # teaching, history or prevention talk stands by
    PLACE = enum.auto()  # part of the name of a place or person
    NEGATED = enum.auto()
