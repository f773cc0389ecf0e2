"""Words that the reader of circumstances goes by: pronouns, what stands between, what speaks of school."""

from __future__ import annotations

import re

from guard.text.word_sets import word_set

FILLERS = word_set(
    """
    just now also still always finally recently actually only since already both really currently newly sadly , - very
    apparently definitely probably all too then even often never has have had is was are were been being that
    """
)
PRONOUNS = word_set("he she they hes shes theyre theyve him her them his their hed shed whos")
LEADING_BACK = word_set("who that and but as because so cos since after which while until before when whose")
POSSESSIVE = word_set("his her their")
CONTRACTED = word_set("hes shes theyre theyve whos")
ADJECTIVES = word_set("new old current latest ongoing recent last first next awful poor final own")
PLAIN_PRONOUN = word_set("they theyre theyve them their")
CLASSES = word_set("year yr reception nursery class key y1 y2 y3 y4 y5 y6 y7 y8 y9 y10 y11")
HYPOTHETICAL = word_set("may might could would can should will cannot if whether")
SCHOOL_TALK = word_set(
    """
    class classes classmates pupil pupils student students form tutor reception nursery year yr school academy primary
    lesson lessons homework playground sats gcse gcses mum mums dad dads parents nan behaviour detention teach taught ta
    nativity register registers table seating
    """
)
GROUP = re.compile(r"(?:(?:1[0-3]|[1-9])[a-z]{1,2}|y(?:1[0-3]|[1-9])s?|ks[1-5]|p[1-7]s?|s[1-6]s?)$")
# In one text with "she's pregnant", these make a pupil of her.
OF_CLASS = word_set(
    """
    class form pupil pupils student students tutor lesson lessons year yr reception tutee slt homework gcse teach taught
    ta detention register registers nativity playground classroom senco
    """
)
FIRST_PERSON = word_set("my i im ive id mine myself our")
# What a member of staff has to do with a pupil: "I have supported ...", "Long chat with ...".
RELATION = word_set(
    """
    supported support supporting teach taught teaching tutor tutored tutoring chat chatted talk spoke see met helped
    mentored mentor mentoring meeting lessons class form worked working
    """
)
WRITER = word_set("i ive im id me my we weve us our had")
