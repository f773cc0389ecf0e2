from __future__ import annotations

import pytest

from guard import Account
from guard.model import Severity
from guard.testing import findings_of

OFFICIAL = Account.official("@oakfieldacademy")

SHOULD_FLAG = [
    "Any of my Year 11s stuck on revision, my mobile is 07700 900555",
    "Message me on WhatsApp 07700 900231 if you need help with the coursework",
    "You can reach me at home in the evenings on 01632 960777, Mr Poole",
    "My snap is coachtandy_93 if the team want to send me clips",
    "Pop your work round to mine, 22 Alder Grove, Millbrook, any time this weekend",
    "My personal email is missjhart@mailbox.example if you cannot get on Teams",
    "add me on insta, its private but ill accept students @jen.hart.x",
    "pupils and parents can ring my own phone any time: 07700 900678",
    "Year 10 lot, text me on 07700900119 when you get there",
    "text me any time girls 07700 900888 coach x",
    "Any questions about the trip, text me on 07700 900123",
    "give me a bell on 01632 960321 tonight",
    "drop me an email: j.hart@mailbox.example",
    "email me at jen dot hart at gmail dot com",
    "I'm on 07700 900234 if anyone gets lost",
    "my new number is +44 7700 900345",
    "whatsapp me 07700 900456",
    "dm me on insta if you're stuck on the homework",
    "message me on snap, I'm always up late",
    "find me on discord, same name as always",
    "My xbox name is MrHartPlays if anyone fancies a game",
    "I'm on snapchat as misshart_x",
    "my address is amelia.jones@example.com, drop me a line",
    "07700 900567 is my mobile, use it",
    "We live at 9 St John's Close, come carol singing at our house",
    "contact me via telegram any evening",
]
MUST_NOT_FLAG = [
    "Call me old-fashioned, but handwriting matters",
    "Call the office on 01632 960123, or email me through Class Dojo",
    "Email me at j.hart@oakfield-academy.example if your child has a question",
    "Contact us on 01632 960123 or office@oakfield-academy.example",
    "If anyone has seen Ruby's bag please ring her mum on 07700 900412",
    "His dad's number is 07700 900123",
    "Follow me on Instagram for phonics ideas",
    "Follow us on Facebook and Instagram @oakfieldacademy",
    "Join the class WhatsApp group through the parent rep",
    "Snapchat and WhatsApp: what parents should know about age limits",
    "My daughter wants Snapchat and she is nine",
    "DM for details of the choir",
    "Message the school through the app, please",
    "Childline 0800 1111, Samaritans 116 123",
    "My email is broken again, please be patient",
    "My phone died at mile 12 of the marathon",
    "I left my mobile in the staff room",
    "Text the word BOOK to 70085 to give two pounds",
    "My address to the leavers went down well",
    "Add me to the list of cake bakers please",
    "We talked about what to do when strangers say 'add me' in a game",
    "Minecraft club is on Thursday in room 12",
    "Meet me at the finish line at 10.30",
    "My score was 24 18 12 and I am proud of it",
    "Telegram poles and Morse code in history today",
    "Ring the bell for me when the race starts, 3 2 1",
]


@pytest.mark.parametrize("text", SHOULD_FLAG)
def test_flags(text: str) -> None:
    assert {finding.severity for finding in findings_of("own-contact-details", text)} == {Severity.WARN}


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
@pytest.mark.parametrize("account", [Account.personal("@me"), OFFICIAL])
def test_does_not_flag(text: str, account: Account) -> None:
    assert findings_of("own-contact-details", text, account=account) == []


def test_the_schools_account_is_no_place_for_a_private_number_either() -> None:
    (finding,) = findings_of("own-contact-details", "Text me on 07700 900123", account=OFFICIAL)
    assert finding.severity is Severity.WARN


def test_a_fix_takes_the_number_out() -> None:
    text = "Stuck? Text me on 07700 900123."
    (finding,) = findings_of("own-contact-details", text)
    ((edit,),) = [fix.edits for fix in finding.fixes]
    assert (text[edit.span.start : edit.span.end].strip(), edit.text) == ("07700 900123", "")


def test_an_invitation_with_its_number_is_told_of_once() -> None:
    assert len(findings_of("own-contact-details", "WhatsApp me on 07700 900231")) == 1
