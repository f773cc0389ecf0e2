"""For each row of the requirements a draft that has to be caught and one beside it that must not be.

`{school}` stands for the school's name, `{handle}` for its account's handle. A case holds in every policy that names
the row, or in those of `only`; `more` is what a school adds to its policy file first.
"""

from __future__ import annotations

from guard.model import Account, Kind
from tests.policy.saying import (
    CLASS_PICTURE,
    OFFICIAL,
    SATURDAY_EVENING,
    WEDNESDAY_MORNING,
    Case,
    Say,
    official,
    reply,
    say,
)

BEYOND = ("template", "demo")

_TIGHTENED = '[rules.working-time]\nworking_time = "avoid"\nschool_device = "avoid"\n'

CASES = (
    # -- identity -----------------------------------------------------------------------------------------------------
    Case(
        "B1",
        "school-named",
        say("So proud of everybody at {school} this week"),
        say("So proud of our netball club this week"),
    ),
    Case(
        "B1",
        "school-named",
        official("In my personal opinion the new bus lane is a mistake"),
        official("The new bus lane outside school opens on Monday"),
        only=("aylestone", "academy"),
    ),
    Case(
        "B3",
        "speaks-for-school",
        say("On behalf of {school} I would like to say that the new timetable is here to stay"),
        say("I like the new timetable at {school}. Views my own and not those of my employer."),
    ),
    Case(
        "B4",
        "school-email-address",
        say("Anyone selling a cot? Email me on j.brown@ourschool.example"),
        say("Anyone selling a cot? Email me on j.brown@post.example"),
    ),
    Case(
        "B5",
        "author-not-named",
        Say("Year 5 had a wonderful day at the museum", Account.official("@ourschool_year5")),
        official("Year 5 had a wonderful day at the museum"),
    ),
    Case(
        "B6",
        "working-time",
        Say("Anyone else watching the snooker?", now=WEDNESDAY_MORNING),
        Say("Anyone else watching the snooker?", now=SATURDAY_EVENING),
        only=("leamington", "alexandra", "academy", "st-anns"),
    ),
    Case(
        "B6",
        "working-time",
        Say("Anyone else watching the snooker?", now=WEDNESDAY_MORNING),
        Say("Anyone else watching the snooker?", now=SATURDAY_EVENING),
        only=("aylestone",),
        more=_TIGHTENED,
    ),
    Case(
        "B6",
        "working-time",
        say("Anyone else watching the snooker?", answers={"device": "school"}),
        say("Anyone else watching the snooker?", answers={"device": "own"}),
        only=("alexandra", "academy"),
    ),
    Case(
        "B7",
        "impersonation",
        say("Made an account in the head's name and posted as her all weekend, everybody fell for it"),
        say("Mrs Pemberton, our head teacher, says that school is open on Monday"),
    ),
    Case(
        "B7",
        "impersonation",
        Say("Sports day is moved to Friday", Account.personal("@sportsday_news", "{school} News")),
        Say("Sports day is moved to Friday", Account.personal("@sportsday_news", "Sports Day News")),
    ),
    Case(
        "B8",
        "personal-gain",
        official("I am selling my old car, a blue hatchback, £1,200 ono. Message me for details"),
        official("Tickets for the PTA quiz are on sale in the office, £5 each, all proceeds go to the library"),
    ),
    # -- language -----------------------------------------------------------------------------------------------------
    Case(
        "L1", "strong-language", say("What a fucking shambles of a match"), say("What an absolute shambles of a match")
    ),
    Case("L1", "mild-language", say("Well that was bloody hard work"), say("Well that was jolly hard work")),
    Case(
        "L2",
        "discriminatory-language",
        say("The driver was a right paki"),
        say("Our LGBTQ+ group meets on Mondays, and everybody is welcome: gay, straight, trans or not sure"),
    ),
    Case(
        "L3",
        "threats-and-harassment",
        say("If he parks there again I swear I will smash his face in"),
        say("We are going to smash them on Saturday! Up the Rovers"),
    ),
    Case(
        "L4",
        "disparagement",
        say("Our head is an absolute joke and a liar who has no idea how to run a school"),
        say("Our head ran the assembly on kindness today, and it was lovely"),
    ),
    Case(
        "L4",
        "disparagement",
        say("I do not agree with how {school} handled the parking. I think it was the wrong decision."),
        say("The car park at {school} is shut on Saturday"),
        only=("st-anns",),
    ),
    Case("L5", "shouting", official("PARENTS MUST NOT PARK ON THE ZIGZAGS EVER AGAIN!!!!!"), official("SCHOOL CLOSED")),
    Case(
        "L6",
        "reply-to-abuse",
        reply("Come and say that to my face, mate", "You are a useless fat cow, get stuffed"),
        reply("Thank you, see you on Monday", "What time does the fair start on Monday?"),
        only=("leamington", "st-anns"),
    ),
    Case(
        "L6",
        "reply-to-abuse",
        reply("You are the one who is wrong here", "You are a useless fat cow, get stuffed", OFFICIAL),
        reply("Thank you, see you on Monday", "What time does the fair start on Monday?", OFFICIAL),
        only=("aylestone", "academy", "st-anns"),
    ),
    Case(
        "L7",
        "ridicule-of-pupil",
        say("One of my Year 4s spelt his own name wrong today, thick as mince"),
        say("One of my Year 4s spelt beautiful right for the first time. So proud"),
    ),
    # -- pupils -------------------------------------------------------------------------------------------------------
    Case(
        "I5",
        "pupil-full-name",
        say("Amira Oyelaran in 4B won the spelling bee"),
        say("Michael Rosen wrote the book that 4B are reading"),
    ),
    Case(
        "I6",
        "identifying-first-name",
        say("Well done to Amira in 4B, who read to the whole school"),
        say("Well done to 4B, who read to the whole school"),
    ),
    Case(
        "I10",
        "people-tagged",
        official("What a performance! @amira_o @callumf", media=(CLASS_PICTURE,)),
        official("What a performance! Thank you @{handle}", media=(CLASS_PICTURE,)),
    ),
    # -- personal and confidential ------------------------------------------------------------------------------------
    Case(
        "P1",
        "personal-data",
        say("Amira's mum is on 07700 900123 if anybody has found her coat"),
        say("The school office is on 01632 960123, open from 8"),
    ),
    Case(
        "P1",
        "private-circumstances",
        say("Amira Oyelaran has just been diagnosed with autism, and her parents are splitting up"),
        say("Our SENCO Mrs Smith runs a drop-in for parents on Fridays"),
    ),
    Case(
        "P2",
        "own-contact-details",
        say("Year 11, text me on 07700 900456 if you get stuck on your revision"),
        say("Year 11, ask me in the lesson if you get stuck on your revision"),
    ),
    Case(
        "P3",
        "private-contact-with-pupil",
        Say(
            "Hi Amira, it's Mr Brown from school. What is your phone number? Don't tell your mum I asked",
            draft={"kind": Kind.MESSAGE, "to": "Amira Oyelaran"},
        ),
        Say("Hi Dave, what is your number? Pub at eight", draft={"kind": Kind.MESSAGE, "to": "Dave Holt"}),
    ),
    Case(
        "P4",
        "message-to-parent",
        Say(
            "Hi Mrs Oyelaran, it's Mr Brown, I teach your daughter. She left her reading book in class today.",
            draft={"kind": Kind.MESSAGE, "to": "Mrs Oyelaran"},
        ),
        Say("Hi Mum, see you on Sunday", draft={"kind": Kind.MESSAGE, "to": "Mum"}),
    ),
    Case(
        "P5",
        "connection-with-pupil",
        say("Year 10s, add me on Snapchat so we can keep chatting over the summer"),
        say("Teachers of Year 10, add me on LinkedIn so we can swap lesson plans"),
    ),
    Case(
        "P5",
        "connection-with-pupil",
        say("To all my former pupils who are at uni now: add me on Instagram, I would love to hear from you"),
        say("To all my old friends from uni: add me on Instagram, I would love to hear from you"),
        only=("aylestone", "academy", "st-anns"),
    ),
    Case(
        "P5",
        "connection-with-pupil",
        say("Parents of 4B, add me as a friend on Facebook so we can stay in touch"),
        say("Friends from the running club, add me on Facebook so we can stay in touch"),
        only=("aylestone", "st-anns"),
    ),
    Case(
        "P5",
        "connection-with-pupil",
        say("Accepting friend requests from Year 11 leavers from tonight!"),
        say("To all my former pupils, now thirty and parents themselves: I accept friend requests from adults"),
        only=("leamington",),
    ),
    Case(
        "C1",
        "reference-for-colleague",
        Say(
            "I managed Sarah for three years. She is a superb teacher and I recommend her to any school.",
            draft={"kind": Kind.RECOMMENDATION, "site": "linkedin.com"},
        ),
        Say("Thank you Sarah for all your help with the play this term", draft={"site": "linkedin.com"}),
    ),
    Case(
        "C2",
        "sensitive-business",
        say("We are being told there will be redundancies at our school because the budget is short"),
        say("Year 6 made a budget for their class party in maths today"),
    ),
    Case(
        "C2",
        "sensitive-business",
        say("Redundancies are coming at {school}, the budget is gone. My views do not represent those of my employer."),
        say("Year 6 made a budget for their class party in maths today"),
        only=("alexandra",),
    ),
    Case(
        "C3",
        "confidential-material",
        say("Not public yet, so keep it between us: the school is merging with the one down the road"),
        say("There is a confidential helpline for pupils, the number is in the planner"),
    ),
    Case(
        "C4",
        "grievance",
        say("I have put in a grievance against my line manager because work is treating me like dirt"),
        say("Year 9 wrote letters of complaint to a made-up hotel in English today"),
    ),
    Case(
        "C5",
        "uncredited-material",
        say("Found this lovely poem on the internet, no idea who wrote it, sharing it here: © All rights reserved"),
        say("My own poem about autumn, written on the bus this morning"),
    ),
    Case(
        "C6",
        "solicitation",
        say("Vote for the Green Party on Thursday and tell everybody you know to do the same"),
        say("Year 6 voted for their school council on Thursday"),
    ),
    Case(
        "C6",
        "solicitation",
        say("Copy and paste this to ten friends or you will have bad luck for seven years"),
        say("The PTA is collecting for the local food bank, bring a tin on Friday"),
    ),
    Case(
        "C7",
        "unsafe-link",
        official("Everything about the trip is here: https://bit.ly/3xYzTrip"),
        official("Everything about the trip is here: https://www.ourschool.example/trip"),
    ),
    Case(
        "C8",
        "press-enquiry",
        reply(
            "Yes, I can tell you what happened: the boiler broke and nobody had checked it",
            "Hi, I'm a reporter with the Millbrook Gazette. Could you comment on what happened at the school today?",
        ),
        reply("Glad it was useful", "Thanks for sharing the article about our garden in the Millbrook Gazette"),
    ),
    Case(
        "C9",
        "controversial-stance",
        official("The government's immigration policy is a disgrace, and everybody should vote them out"),
        official("School is a polling station on Thursday, so it is closed to pupils"),
    ),
    Case(
        "C10",
        "talk-about-work",
        say("Long day at work: my class would not settle, and the staff meeting went on for ever"),
        say("Long day in the garden, but the beans are in"),
    ),
    # -- beyond the documents ------------------------------------------------------------------------------------------
    Case(
        "X1",
        "name-and-picture",
        official("Amira Oyelaran with her winning poster", media=(CLASS_PICTURE,)),
        official("Amira with her winning poster", media=(CLASS_PICTURE,)),
        only=BEYOND,
    ),
    Case(
        "X3",
        "live-location",
        say("Year 4 are at the zoo now, and we will be by the penguins until 3"),
        say("Year 4 were at the zoo last week, and saw the penguins"),
        only=BEYOND,
    ),
    Case(
        "X4",
        "sensitive-about-pupil",
        say("Amira Oyelaran has an EHCP now"),
        say("Amira is reading beautifully. In other news, EHCP training is on Monday."),
        only=BEYOND,
    ),
    Case(
        "X6",
        "demeaning-about-pupil",
        say("One of mine today, honestly, I could have strangled the little brat"),
        say("One of mine today read a whole chapter aloud, so proud"),
        only=BEYOND,
    ),
    Case(
        "X7",
        "pupils-reshared",
        say("Look at this!", kind=Kind.QUOTE, shared_from="Our Year 4 pupils at sports day, all smiles"),
        say("Look at this!", kind=Kind.QUOTE, shared_from="The new library opens on Saturday"),
        only=BEYOND,
    ),
)
