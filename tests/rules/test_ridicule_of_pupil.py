"""A pupil held up to ridicule, named or not."""

from __future__ import annotations

import pytest

from guard import Account
from guard.model import Severity
from guard.testing import findings_of

SLUG = "ridicule-of-pupil"

SHOULD_FLAG = [
    "Look at the state of this kid's homework lol",
    "Laughing at one of my Year 8s who thought Paris was a country",
    "One of my students wrote that Henry VIII invented Velcro lol",
    "This genius spelt his own name wrong in the mock hahaha",
    "Her spelling is atrocious, see picture",
    "Check out this pupil's exam answer, comedy gold",
    "Get a load of this kid's drawing",
    "The funniest wrong answers from my class today",
    "Thickest answer I have ever marked",
    "Naming and shaming the boy who forgot his PE kit again",
    "Dunce of the week goes to...",
    "He can't even spell his own name",
    "Not the sharpest tool in the class, is he",
    "A kid in my class fell off his chair and cried, I'm crying laughing",
    "The smelliest kid in Year 4 sat next to the governor",
    "How thick is this kid?",
    "Have you ever seen worse handwriting? His handwriting is a joke",
    "Today's exam howler comes from Year 10",
    "Muppet of the week award goes to one of my tutor group",
    "One of my Year 7s thinks the moon is a planet facepalm",
    "This student deserves an award for stupidity",
    "The dumbest excuse from a pupil this year",
    "her haircut had me in stitches",
    "Wall of shame: worst behaved in 7B",
    "Laugh at a student's essay with me",
    "One of my pupils asked if Wales is in France lmao",
    "Class weirdo strikes again",
    "This lad's handwriting looks like a spider fell in the ink, and he's 15!",
    "Posting this essay because honestly how did she get to year 11 writing like this",
    "anyone want to see the worst test paper ever written by a human child?",
    "caption this photo of one of my pupils asleep in maths 😂",
    "You should see the trainers one of my kids turned up in, everyone was laughing",
    "This child's drawing of the Queen is the funniest thing I've seen all year, swipe",
    "some of these answers, I mean what are we even teaching them, look at number 4 haha",
    "year 10's answers to what is photosynthesis. prepare to weep with laughter",
    "Just look at what this numpty in my class handed in",
    "i teach a girl who thinks london is in scotland lololol",
    "Fat lad in Year 8 got stuck in the chair, had to fetch the caretaker, crying with laughter",
    "A boy in my set 5 asked how long the hundred years war lasted 😂😂 god help us",
    "Sat here crying at this kids spelling of restaurant",
    "Poor wee Callum tripped and went splat in the custard, best bit of my week, video below",
    "Somebody please explain to this child what a full stop is 🤣",
    "Snapped one of my students sleeping with his mouth open, meme it for me",
    "Who wants to see a 13 year old try to spell Wednesday",
    'My class\'s answers to "what is a prime number?" Not a brain cell in the room 😂',
    "Top 5 dumbest things my pupils have said this term",
    "Can we all just take a moment to laugh at this pupil's map of Britain",
    "Ladies and gents I give you the worst handwriting in year 8",
    "My student's presentation was so bad I had to leave the room to laugh",
]

MUST_NOT_FLAG = [
    "Well done to everybody who sat their mocks today",
    "One of our pupils wrote a poem that made the whole staffroom cry",
    "We laughed with Reception about the wobbly jellies",
    "My own spelling is atrocious before coffee",
    "One of my Year 1s told me my hair looks like a lion's mane",
    "Look at these wonderful drawings by Year 2",
    "Her handwriting won the national prize",
    "Year 6 laughed at the clown all afternoon",
    "The egg and spoon race was hilarious, teachers against pupils",
    "Anti-bullying week: we do not laugh at one another's mistakes",
    "Comedy night in the hall on Friday, doors at 7",
    "The dragon's costume split during the panto and the whole hall roared",
    "My son can't even find his own shoes",
    "My toddler thinks the moon is a biscuit lol",
    "Homework club is back on Tuesday",
    "A student asked a brilliant question about black holes today",
    "Look at the state of my desk",
    "Wooden spoons for sale at the Christmas fair",
    "Kids' drawings are on show in the foyer",
    "This student designed a bridge that held 40 kg",
    "The worst weather of the year and still they ran",
    "Mistakes help us learn, says our new display",
    "Wrong answers only: what is our caretaker building?",
    "Year 9 wrote letters to their future selves",
    "My husband's haircut has me in stitches",
    "Spelling bee final today, good luck to all",
    "He spelt chrysanthemum right and won the cup",
    "Our Year 9s wrote sonnets that are funnier than Shakespeare's",
    "My own handwriting on the whiteboard was terrible today",
    "A pupil asked me whether fish get thirsty, and now I need to know",
    "Year 6 laughed until they cried at Mr Bean on the coach",
    "Funniest thing today: our caretaker dressed as an elf",
    "Caption competition: our school cat on the photocopier",
    "Year 4 made comic strips: guess which teacher is the superhero",
    "I teach a girl who is off to the Olympics",
    "What a donkey: our nativity had a real one",
    "The best excuses for late homework, from a 1920s punishment book",
    "Wait for it... our new logo!",
    "He couldn't read at all in September and today he read to the class",
    "Number 4 will surprise you: five facts about owls by Year 3",
    "The worst poem ever written about toast, by me, for Poetry Day",
    "I fell splat in the custard at the gunge-the-teacher stall",
    "My penguin drawing has six legs, art is not my gift",
    "One of my pupils wrote me a card that made me laugh",
    "Our wall of fame has 40 new faces",
    "Meme of the week: our caretaker versus the geese",
    "This is what passes for a summer in Wales",
    "We laughed at the penguins feeding time on our trip",
    "Sixth formers made a map of Britain from biscuits",
    "Crying with pride at this kid's speech",
    "Fifteen years old and off to the World Schools Debating final",
    "Year 10 baked custard tarts",
    "Stitches out, back on the rugby pitch",
    "Hilarious improv by the A level drama group",
]


@pytest.mark.parametrize("text", SHOULD_FLAG)
def test_should_flag(text: str) -> None:
    assert findings_of(SLUG, text)


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
def test_must_not_flag(text: str) -> None:
    assert findings_of(SLUG, text) == []


@pytest.mark.parametrize("account", [Account.personal("@me"), Account.official("@oakfieldacademy")])
def test_it_is_held_on_every_account(account: Account) -> None:
    (finding,) = findings_of(SLUG, "Look at the state of this kid's homework", account=account)
    assert finding.severity is Severity.STOP


def test_a_quotation_is_only_a_hint() -> None:
    (finding,) = findings_of(SLUG, 'Somebody wrote "how thick is this kid" under our post and we took it down.')
    assert finding.severity is Severity.ADVISE
