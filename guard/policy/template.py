"""The policy file a school starts from."""

from __future__ import annotations

from importlib import resources

_SCHOOL_FILE = """\
# This school's own settings for School Guard. Everything not said here comes from the policy it extends.
# Check it with: school-guard policy check THIS_FILE
extends = "{extends}"

[policy]
title = ""
version = "1"

[school]
# The names the school goes by. Repeat under "ambiguous" those that may mean something else: a saint, a town.
name = ""
aliases = []
abbreviations = []
handles = []
hashtags = []
domains = []
mottos = []
places = []
ambiguous = []

# Every account of the school's own. Posts from these follow the rules for official accounts.
# [[accounts]]
# site = "x.com"
# handle = "@ourschool"
# owner = "communications lead"

# Whom to ask, by role; shown with each finding. Name roles and how to reach them, not people.
[contacts]
# data_protection_officer = "dpo@ourschool.example"

[gate]
# What happens when something could not be checked: "show" says so, "hold" also holds the post.
on_not_checked = "show"
# Posting in spite of a stop: "reason" asks for one, "free" does not, "never" does not allow it.
stop_override = "reason"

# Recognising people on the no-publish list in pictures. Before switching it on, the school needs an impact assessment,
# and for each person a written, dated consent to it. Without it faces are counted and the question is asked.
[recognition]
enabled = false
# impact_assessment = "reference of the assessment"
# approved_by = "role that approved it"
# review_by = 2027-09-01
"""


def school_file(extends: str) -> str:
    """The text of a new policy file: a copy of the template, or a short file that extends another shipped policy."""
    if extends == "template":
        return resources.files("guard.policy").joinpath("shipped", "template.toml").read_text("utf-8")
    return _SCHOOL_FILE.format(extends=extends)
