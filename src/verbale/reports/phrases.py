"""The words by which page furniture is known, by kind; the rules that use them are in `junk`.

The phrases are data (`verbale.lexicon.furniture`). Plain names match a whole line, ``*_START`` its
beginning, ``*_ANY`` are searched for.
"""

from __future__ import annotations

from verbale.lexicon.furniture import credit_marks, furniture

NAVIGATION = furniture("navigation", "line")
NAVIGATION_START = furniture("navigation", "start")
SHARE = furniture("share", "line")
SHARE_START = furniture("share", "start")
SUBSCRIPTION = furniture("subscription", "start")
SUBSCRIPTION_ANY = furniture("subscription", "anywhere")
CAPTION_START = furniture("caption", "start")
CAPTION_ANY = furniture("caption", "anywhere")
CREDIT_MARKS = credit_marks()
PHOTO_CREDIT = furniture("photo credit", "line")
POSING = furniture("posing", "anywhere")
CAPTION_TIME = furniture("caption time", "anywhere")
CREDIT = furniture("credit", "start")
NOTICE = furniture("notice", "start")
DISCLAIMER = furniture("disclaimer", "start")
LEGAL = furniture("legal", "start")
LEGAL_ANY = furniture("legal", "anywhere")
COMMENTS = furniture("comments", "line")
ADVERT = furniture("advert", "line")
RELATED_HEAD = furniture("related head", "line")
RELATED_LINE = furniture("related line", "start")
