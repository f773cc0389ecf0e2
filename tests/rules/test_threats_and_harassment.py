"""Threats, wishes of harm, abuse, talk into self-harm and praise of terror; never the naming of a danger."""

from __future__ import annotations

import pytest

from guard.model import Account, Severity
from guard.testing import findings_of

SLUG = "threats-and-harassment"

HELD = [
    "I'm going to batter him after school",
    "im gonna stab you",
    "We will find you and break your legs.",
    "I will smash your face in",
    "someone should burn that place down",
    "Somebody needs to petrol bomb the mosque",
    "we know where you live",
    "I know where your kids go to school",
    "You're dead when I see you",
    "he's getting stabbed tomorrow",
    "I've got a bullet with your name on it",
    "I am going to bring a knife to school tomorrow",
    "Kill all immigrants",
    "Let's beat up some gays",
    "Gas the Jews? No: Death to all Muslims.",
    "tell anyone and I'll break your neck",
    "wait until I get my hands on him",
    "kill yourself",
    "go and hang yourself",
    "kys",
    "Do us all a favour and jump off a bridge",
    "nobody would miss you if you died",
    "Hitler was right",
    "Hitler should have finished the job",
    "White power!",
    "The Holocaust never happened",
    "Those bombers are heroes",
    "D3ath to all Muslims",
    "I wil stab you",
    "Gonna knock the smirk off Mr Penhale's face",
    "Carry on posting about my lot and see what happens to your tyres",
    "You'll leave that meeting in an ambulance",
    "They will drive us out unless we must drive them out by force",
    "She starves herself and fair play to her",
]

SHOWN = [
    "He needs a slap.",
    "That boy deserves a good kicking",
    "she wants a good hiding if you ask me",
    "I hope you die",
    "I hope he gets run over on the way home",
    "Women like her should be beaten",
    "Rot in hell, the lot of you",
    "The world would be better off without him.",
    "If only someone would strangle those women.",
    "you will pay for this",
    "Watch your back.",
    "I'm going to kill him",
    "I hate you and everything about you",
    "You are a worthless human being",
    "he is such a disgusting little man",
    "Nobody likes you",
    "You're a waste of oxygen",
    "You make me sick",
    "Let's make her life hell",
    "everyone ignore her until she leaves",
    "Seeing him in the corridor makes me furious",
]

HINTED = [
    "I could strangle him",
    "I could murder my brother for eating my Easter egg. I could kill him.",
    "If he's late again I'll kill him, lol",
    "I hate you all for making me run 10k 😂",
    'He wrote "I will stab you" on the wall of the bus shelter.',
]

MUST_NOT_FLAG = [
    "RIP Dad. Ten years today and we miss you every day",
    "RIP Grandad, the kindest man I knew",
    "Suicide prevention week: talk to somebody you trust.",
    "Knife crime workshop for Year 10 with the police.",
    "Self-harm: how parents can help. Evening talk on Thursday.",
    "Bullying hurts. Nobody should be told to kill themselves.",
    "We will smash them on Saturday!",
    "We are going to destroy Oakfield 2nds",
    "Absolutely killed it on stage tonight",
    "Our U12s hammered St Anne's 6-0",
    "I'm going to beat Mr Harris at the staff quiz",
    "shoot me a message if you can help with the stall",
    "Dying to see the new building",
    "I could murder a curry",
    "I would kill for a cup of tea",
    "This marking will be the death of me",
    "You're killing me, stop being so funny",
    "Romeo kills Tybalt and is banished. What would the class have done?",
    "Lord of the Flies today: they hunt the pig and kill it.",
    "Hitler wanted to kill all Jewish people. We must never forget.",
    "Guy Fawkes was hanged, drawn and quartered.",
    "Suffragettes were beaten and force-fed.",
    "No woman deserves to be treated like that",
    "Refugees do not deserve to be attacked",
    "Please watch your step on the icy path.",
    "You will regret missing our summer fair!",
    "You deserve a break",
    "He deserves a medal",
    "You're next in line for cake duty",
    "This photocopier is evil and deserves to die",
    "Let's get rid of single-use plastic once and for all",
    "Wasps have no place on this planet",
    "She is a beast in defence!",
    "You lot are brilliant",
    "I hate Mondays",
    "So sick of wet playtimes",
    "We'll kill them with kindness",
    "Jump off the bus at the second stop",
    "I will strangle this printer",
    "The boys were shattered after the match, absolutely dead on their feet.",
    "They stink! (The PE bags.)",
    "He's an idiot, says Bottom of himself: Year 8 studied the Dream.",
    "Please hang the lot of them on the drying rack before lunch.",
    "Leave the bikes in the rain and see what happens to the chains.",
    "Mr Okoro will be in a box seat for the final, and the choir will be singing.",
    "If she sees him on his own at lunch, she always asks him to join the table.",
    "Skip the queue for lunch by ordering in advance, girls.",
    "We will be waiting for the bus at the gates at half past three.",
]


@pytest.mark.parametrize("text", HELD)
def test_threats_and_talk_into_self_harm_are_held(text: str) -> None:
    assert findings_of(SLUG, text)[0].severity is Severity.STOP


@pytest.mark.parametrize("text", SHOWN)
def test_wishes_of_harm_and_abuse_are_shown(text: str) -> None:
    assert {finding.severity for finding in findings_of(SLUG, text)} == {Severity.WARN}


@pytest.mark.parametrize("text", HINTED)
def test_ways_of_speaking_jokes_and_quotations_are_hints(text: str) -> None:
    assert {finding.severity for finding in findings_of(SLUG, text)} == {Severity.ADVISE}


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
def test_naming_a_danger_sport_and_idiom_are_left_alone(text: str) -> None:
    assert findings_of(SLUG, text) == []


@pytest.mark.parametrize("account", [Account.personal("@me"), Account.official("@oakfieldacademy")])
def test_it_speaks_to_every_account(account: Account) -> None:
    assert findings_of(SLUG, "kill yourself", account=account)[0].severity is Severity.STOP


def test_beside_a_lesson_it_is_one_step_milder() -> None:
    text = "Kill all Jews, it said in the leaflet that Year 9 studied as a source."
    assert all(finding.severity <= Severity.WARN for finding in findings_of(SLUG, text))


def test_what_is_found_is_the_whole_of_the_threat() -> None:
    text = "Bye then. I'm going to batter him after school. See you."
    (finding,) = findings_of(SLUG, text)
    assert finding.span is not None
    assert text[finding.span.start : finding.span.end] == "I'm going to batter him"
