"""From a policy to what a Guard works with: the rules in use, and the words the readers look for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import msgspec

from guard.model import Severity, Source
from guard.policy.decisions import Terms
from guard.policy.models import ConfiguredRule, Policy, RuleSettings
from guard.rules import LoadedRule, all_rules
from guard.rules.school_terms import Options as TermOptions
from guard.text.words import cut
from guard.vocabulary import Organisation, PersonName, Vocabulary

_TERMS = "school-terms"


def rules_in_use(policy: Policy) -> list[tuple[LoadedRule, ConfiguredRule]]:
    """Every rule the policy has switched on, in the order of their codes; one for each list of the school's terms."""
    rules = all_rules()
    found = [
        (loaded, policy.rules[slug])
        for slug, loaded in rules.items()
        if slug in policy.rules and policy.rules[slug].settings.enabled
    ]
    found.extend(_term_lists(policy, rules[_TERMS]))
    return found


def _term_lists(policy: Policy, loaded: LoadedRule) -> Iterator[tuple[LoadedRule, ConfiguredRule]]:
    shared = policy.rules[_TERMS].settings if _TERMS in policy.rules else RuleSettings(source=Source.LIST)
    if not shared.enabled:
        return
    for terms in policy.terms:
        if terms.severity == "harmless":
            continue
        own = msgspec.structs.replace(shared, severity=Severity(terms.severity), ask=terms.ask or shared.ask)
        if terms.clause or terms.clause_number:
            number, clause = terms.clause_number, terms.clause
            own = msgspec.structs.replace(own, source=Source.CLAUSE, clause_number=number, clause=clause)
        if terms.source is not None:
            own = msgspec.structs.replace(own, source=terms.source)
        rule = replace(loaded.rule, requirement=terms.requirement or loaded.rule.requirement)
        yield replace(loaded, rule=rule), ConfiguredRule(own, TermOptions(words=terms.words))


def vocabulary_of(policy: Policy, persons: tuple[PersonName, ...] = ()) -> Vocabulary:
    """What the readers look for under this policy, and the people of the register."""
    return Vocabulary(
        organisations=tuple(
            Organisation(**{name: getattr(each, name) for name in Organisation.__slots__}) for each in policy.protected
        ),
        persons=persons,
        harmless_words=frozenset(
            word for terms in policy.terms if terms.severity == "harmless" for word in _words(terms)
        ),
        terms=tuple(_terms_looked_for(policy)),
    )


def _words(terms: Terms) -> Iterator[str]:
    for word in terms.words:
        yield from cut(word).words


def _terms_looked_for(policy: Policy) -> Iterator[str]:
    for terms in policy.terms:
        if terms.severity != "harmless":
            yield from terms.words
    configured = policy.rules.get(_TERMS)
    if configured is not None and isinstance(configured.options, TermOptions):
        yield from configured.options.words
