from __future__ import annotations

import pytest

from guard import Account
from guard.model import Severity
from guard.testing import findings_of

LIVE = [
    "Just got to Flamingo Land with Year 6, already lost one",
    "on the train to Leeds with 8D, send help",
    "Stuck at Strensham services with 52 Year 7s and no loo roll",
    "half way up Snowdon with the DofE kids, camping by the lake 2nite",
    "Cross country lot are up at Hagley woods this avo",
    "The budget hotel beside Paddington has no idea: sixty fourteen-year-olds, check-in at six",
    "just me and 15 sixth formers wandering Prague, as you do",
    "standing in the rain outside Cadbury World with 4B",
    "Currently babysitting 28 teenagers in a Berlin hostel",
    "Supervising Y10 lads at the Co-op on Mill Lane till 4",
    "Year 11 geographers are on a boat off Swanage!",
    "Super proud of Year 2 on their first trip to the seaside today, here's hoping the rain holds off until 2",
    "Tomorrow morning 3B are walking to the park for den building, 9.30 till 11",
    "Our Y6 leavers' trip to Alton Towers is next Friday!!",
    "Year 9 ski trip update: everyone on the slopes at Les Gets this morning",
    "class trip to the zoo tmrw with my little year 1s cannot wait",
    "we're all at Chester Zoo with year three today, come say hi",
    "Nursery are off to the farm in the morning",
    "Orchestra at the Albert Hall tonight! Our pupils have just finished the sound check",
    "Morning all from a soggy campsite near Keswick, Year 8 still smiling",
    "30 Year 5s, one aquarium, zero calm. We're at The Deep all day!",
    "My GCSE drama lot are at the Royal Exchange this afternoon",
    "Heads up, Y3 are at the leisure centre every Tuesday 1-2 starting next week",
    "Sixth form are off to Krakow tomorrow at 4am. Pray for me.",
    "Reception class currently stroking a goat at Millbrook Farm",
    "Ten of our Year 7s will be competing at Ponds Forge on Sunday",
    "In the queue at Legoland with Year 2",
    "Off on our residential on Monday: Year 6 at Boreatton Park till Friday",
    "My tutor group are volunteering at the food bank in Millbrook on Thursday lunchtime",
    "Day 3 in Normandy for Year 9 and nobody has lost a passport",
    "Year 4 are at Twycross Zoo until 3 today!",
    "We are now at the Science Museum with Year 5",
    "Off to Twycross Zoo on Thursday with Year 4",
    "Year 6 have arrived safely at PGL Caythorpe!",
    "Just arrived at Chester Zoo with 60 very excited Year 2s",
    "On the coach to Alton Towers with my form",
    "Greetings from the Lake District! Year 8 residential day two",
    "Year 3 are visiting the Roman Baths today, so excited",
    "taking year 10 to the tate modern tomorrow, wish me luck",
    "y6 off to london tomorrow, coach leaves at 7.30",
    "Our Year 5 trip to Warwick Castle is on Friday 12 June",
    "Tomorrow our Reception children will be visiting Hatton Farm Park",
    "Class 4B at the Space Centre this morning",
    "Currently at Kew Gardens with Year 9, here till 2.30",
    "We're having a great time at Kingswood! Year 6 settled into their cabins",
    "DofE expedition: our students will be camping at Edale on Saturday night",
    "Our choir will be singing at the Town Hall on Friday evening",
    "Year 7 will be on the beach at Southwold all day tomorrow",
    "So excited! Next Tuesday Year 1 are going to the fire station",
    "our kids are at the panto in the Grand Theatre right now",
    "Netball squad at Stoke Park until 3, come on girls! Our Year 8s are smashing it",
    "Live from Berlin with the Year 10 historians",
    "Lunch stop at Exeter services with the Year 9s",
    "4B are having a brilliant time at the farm",
    "Year 2 walking to St Mary's Church on Wednesday at 10am",
    "Made it to Normandy! 40 Year 9s, one very tired teacher",
    "Year 6 having their lunch at Whitby beach right now",
    "My Y5s are at the Natural History Museum all day today",
    "We've landed in Barcelona. Year 12 art students already in heaven",
    "Heading to Conwy Castle tomorrow with my year 7s",
    "Can't wait to take my class to Cadbury World next Wednesday",
    "Next week we take Year 6 to Condover Hall for three nights",
    "Year 10 geographers are in Swanage this week studying the coast",
    "Waiting at Birmingham Airport with the ski trip",
    "Morning from PGL! Year 6 slept (a bit)",
    "Reception are going on a bug hunt at Sherwood Forest on Monday morning",
    "Our school choir will sing at Derby Cathedral on Sunday",
    "On Thursday 4B will be visiting the mosque on Green Lane",
    "28 pupils, 4 adults, one minibus: en route to the Black Country Museum",
    "Currently queueing for Nemesis with 9C at Alton Towers",
    "Stopped at Tebay services, back on the road with Year 8 in ten minutes",
    "The children are enjoying the rock pools at Robin Hood's Bay this afternoon",
    "Year 3 and 4 swimming at Millbrook Leisure Centre tomorrow 10-11",
    "Tomorrow is our Year 5 trip to Eden Camp",
    "Students on the Berlin trip will be at the Brandenburg Gate at 3pm tomorrow",
    "We will be at Crich Tramway Village with Y2 on 14th June",
    "Year 5 exploring Beamish this morning, wrapped up warm",
    "Our Year 8 pupils are spending the week at an outdoor centre in Wales",
    "Year 9 trip to the Christmas markets in Birmingham this Friday, so excited!",
    "Field trip day! Year 11 at Dovedale until 2pm",
    "Currently in the queue for the London Eye with Y6",
    "my form are in Paris this week",
    "Tomorrow 5B head to Cannon Hall Farm",
    "School council are meeting the MP at the Houses of Parliament on Tuesday",
    "Our swimmers will be at Ponds Forge on Saturday from 9",
    "Year 1 are on a train to York!",
    "Reporting live from the Eden Project: Year 7 have met a parrot",
    "Hello from sunny Swanage where Year 6 are on their residential",
    "This time tomorrow Year 6 will be in France!",
    "6C are walking to the war memorial in Millbrook on Wednesday at 11",
    "We're camping with the DofE group near Hathersage tonight",
]
WAY_BACK = [
    "Coach back at 4.30",
    "The Year 4 coach is running late, now due back at 5.15",
    "ETA for Year 6 coach is 16:45",
    "Year 5 are on their way back, should be home by 6pm",
    "Back at school by 5.30pm, the coaches have just left the museum",
    "Coaches expected back around 6",
    "Year 4 coach now 20 minutes away",
    "Y4 coach due at school at quarter past four",
    "The minibus will be back at about 5pm",
]
ON_THE_SCHOOLS_ACCOUNT = [
    "Spending the day at Jodrell Bank with my physics set",
    "Just pulled up outside the Sea Life Centre with 58 four-year-olds",
    "We are now at Twycross Zoo, and it is raining",
    "Off to the Science Museum on Thursday, so excited!",
]
QUIET = [
    "Social services have stopped visiting the family of one of my Year 4s",
    "Year 6 came home from Alton Towers exhausted and happy",
    "A huge thank you to Chester Zoo for looking after Year 3 so well today",
    "Our Year 9 skiers are safely home",
    "Photos of the den building in the park with 3B",
    "Lovely to see so many Year 11s at the leavers' do last night",
    "The zoo lab visited Year 2 today: snakes!",
    "Year 10 Spanish speaking exams start on Monday",
    "Join us at the Albert Hall on Friday for the county concert",
    "A reminder that Year 4 swimming is on Tuesdays",
    "The farm shop is selling Year 3's eggs on Saturday",
    "Year 5 wrote about the museum of their dreams this morning",
    "New Year 7 uniform is available in the town shop until Friday",
    "Reception class stroked a goat at Millbrook Farm",
    "What fun at Legoland with Year 2!",
    "Sixth form are back from Krakow with a lot to think about",
    "The Year 7s competed at Ponds Forge on Sunday and brought home bronze",
    "Our Year 5s want an aquarium in the classroom",
    "Year 8 are reading Stone Cold, set in London",
    "Mr Grant is off to Krakow at half-term with his family",
    "Year 3 have PE every Tuesday afternoon",
    "Year 6 said goodbye to the old library today",
    "The new bus stop outside school opens on Monday for Year 7",
    "Year 9 are in the final week of their mocks",
    "Our alumni evening in London is on Thursday",
    "What a day at Twycross Zoo yesterday with Year 4",
    "Year 4 had a wonderful time at Twycross Zoo today",
    "Thank you for having us, Science Museum! Year 5 loved it",
    "Year 6 visited the Houses of Parliament last week",
    "Open evening on Thursday at 6pm, all welcome",
    "Come along to our summer fair on Saturday at Millbrook Park",
    "Our Year 9 netball team play Riverside High on Thursday, 4pm",
    "Year 8 rugby match away at Southwell on Saturday, kick-off 10am",
    "Sports day is on Friday on the school field",
    "Year 11 mock exams start on Monday in the hall",
    "Year 6 are back safely from their residential",
    "Parents' evening on Tuesday in the hall, Year 4 first",
    "The mobile farm is visiting Reception on Tuesday",
    "A theatre company is coming to school on Friday to work with Year 3",
    "Year 9 options evening is on Wednesday",
    "Choir concert at the Town Hall on Friday at 7pm, tickets from the office",
    "Homework for Year 5 is due on Friday",
    "School photos on Monday for Reception and Year 6",
    "Please use the car park at the church on Friday",
    "The car park will be closed on Friday for resurfacing.",
    "Year 4 learned about Paris and the Eiffel Tower in geography today",
    "Book fair in the library until Thursday",
    "The school office is open until 4pm",
    "Nursery places for September: apply by 15 January",
    "Year 6 SATs week starts on Monday, early night everyone",
    "Year 3 are off to a flying start this week",
    "Looking forward to meeting our new Year 7s on Thursday",
    "Bikeability for Year 6 on Monday in the playground",
    "Our Year 10s start work experience on Monday",
    "Year 2 are learning about London and the Great Fire today",
    "Our headteacher is in London for a conference today",
    "Inset day on Monday, back to school on Tuesday",
    "Year 13 results day: congratulations to all going to university in September",
    "Photos from the Year 5 trip to Warwick Castle are on the website",
    "School closed today because of snow, back tomorrow we hope",
    "Breakfast club is open from 7.45 until 8.40",
    "We are currently recruiting a teaching assistant",
    "On our way to 1,000 followers!",
    "Year 1 is now in the top three for attendance",
    "We had the best day at Jodrell Bank with Year 9",
    "Year 4's trip to Eureka was the best yet",
    "What a fantastic residential! Year 6 are home and asleep",
    "Year 5 are now working on fractions",
    "Our Year 11s are at their desks for the first GCSE today",
    "The whole of Year 8 in one hall singing today, goosebumps",
    "Our Reception class is full for September",
    "Come and watch Year 6 perform at the Grand Theatre on Friday, tickets £5",
    "Year 10 parents are invited to the information evening in the hall on Tuesday",
    "Next Wednesday is our Christmas fair, stalls from 2 until 4",
    "We are now on Instagram",
    "Our football team is through to the final at Riverside on Saturday",
    "All pupils are welcome at the library on Tuesday lunchtimes",
    "Year 9 are reading Of Mice and Men this term",
    "Happy Eid to all our families in Millbrook today",
    "We're hiring! Join us at Oakfield Academy in September",
    "The staff are off to the pub on Friday",
    "Year 13 leaving for university in October: stay in touch",
    "Our Year 6s move up to secondary in September",
    "Reception starts on Monday. Bring wellies!",
    "Year 4 wrote to the Mayor of London today",
    "Thanks to Farmer Joe for bringing lambs to Nursery today",
    "Currently marking Year 10 books in the kitchen",
    "Just arrived at school to find the boiler broken",
    "Just arrived in the library: ten new Year 3 books",
    "We are at full capacity for the Year 2 club until Friday",
    "Great assembly by 3A this morning",
    "On the way to our target of £500 for the Year 6 leavers' hoodies",
    "Year 7 at Oakfield Academy today made volcanoes",
    "Our pupils in Year 1 are at the heart of everything we do this week",
    "Year 6 transition day at Riverside High on Tuesday",
    "Remembrance service at St Mary's Church on Sunday at 10.45, all welcome",
    "House captains in Year 6 are now at the helm",
    "Hello from Class 2! Today we are learning about Brazil",
    "10 years ago today we were at Auschwitz with Year 11",
    "Year 2 looked at London landmarks today",
    "Loved our trip to the Eden Project, Year 7!",
    "Year 7 loved meeting a parrot at the Eden Project today",
    "Welcome back everybody, Year 4 are now in the new building",
    "Year 3 are now reading Charlotte's Web",
    "Swimming for Year 4 starts again on Monday. Kit please!",
    "Just a reminder that Year 6 are in full PE kit on Wednesday",
    "At the moment Year 2 are learning about Florence Nightingale",
    "Our school is at the centre of the village and always will be",
    "Ofsted visited us in June and Year 5 sang for them",
    "The Duke of Kent visited Year 10 today",
    "Year 12 UCAS deadline is on Wednesday",
    "We will be closed on Monday for the bank holiday",
    "Mothers' Day lunch for Reception parents in the hall on Friday",
    "The new term starts on Tuesday for Years 7 and 12",
    "The polling station is at school on Thursday, so Year 1 and 2 are at home",
    "Off to bed, Year 9 reports done",
    "Leaving do for Mrs Patel at the Red Lion on Friday",
    "Year 6 are doing their SATs this week. Good luck!",
    "Heading home after a long day with Year 8",
    "Heading into half term with happy Year 11s",
    "Vote for Year 3's garden at Millbrook in Bloom by Friday",
    "The Year 9 options booklet is on the website now",
    "On Friday we say goodbye to Mr Hughes, who has been at Oakfield for thirty years",
    "World Book Day on Thursday: Year 4 will be Charlie and the Chocolate Factory",
    "Harry in Year 5 is off to the moon in his story today",
    "Year 10 went to Manchester today to see Macbeth",
    "Great to be in Manchester for the conference on teaching Year 7 maths today",
]
FAMILY = [
    "We're at Twycross Zoo with the kids until 3",
    "Off to London on Thursday with my sister",
    "My daughter's class are off to Twycross Zoo on Thursday and she can't sleep",
    "Just arrived in London for a weekend with my husband",
    "Heading to Whitby tomorrow, back on Sunday",
]


@pytest.mark.parametrize("text", LIVE)
def test_a_place_and_time_of_pupils_warns(text: str) -> None:
    (finding,) = findings_of("live-location", text)
    assert finding.severity is Severity.WARN
    assert finding.requirement == "X3"
    assert finding.message in ("live-location.now", "live-location.later")


@pytest.mark.parametrize("text", LIVE + ON_THE_SCHOOLS_ACCOUNT)
def test_on_the_schools_account_it_only_advises(text: str) -> None:
    (finding,) = findings_of("live-location", text, account=Account.official())
    assert finding.severity is Severity.ADVISE


@pytest.mark.parametrize("text", WAY_BACK)
@pytest.mark.parametrize("account", [Account.personal(), Account.official(), Account.unknown()])
def test_the_way_back_only_advises(text: str, account: Account) -> None:
    (finding,) = findings_of("live-location", text, account=account)
    assert finding.severity is Severity.ADVISE
    assert finding.message == "live-location.way-back"


@pytest.mark.parametrize("text", QUIET)
@pytest.mark.parametrize("account", [Account.personal(), Account.official()])
def test_says_nothing(text: str, account: Account) -> None:
    assert findings_of("live-location", text, account=account) == []


@pytest.mark.parametrize("text", FAMILY)
def test_a_familys_own_day_out_is_nobodys_business(text: str) -> None:
    assert findings_of("live-location", text) == []


def test_marks_what_is_said_of_place_and_time() -> None:
    text = "So proud! Year 4 are at Twycross Zoo until 3.30 today 🦁"
    (finding,) = findings_of("live-location", text)
    assert finding.span is not None
    assert text[finding.span.start : finding.span.end] == "Year 4 are at Twycross Zoo until 3.30"


def test_one_finding_and_the_live_one_first() -> None:
    text = "Year 6 trip to York on Friday. Year 4 are now at Twycross Zoo. Coach back at 4.30."
    (finding,) = findings_of("live-location", text)
    assert finding.message == "live-location.now"
