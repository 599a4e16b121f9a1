"""What on a page is not the story: rules by kind, each on one block.

A rule sees a block's text only, never the story around it; where a line lies decides later, in
`layout`. So a rule must be sure of a line wherever it stands. The order of `RULES` is the
algorithm: the first rule that knows the line names its kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from verbale.model import JunkKind
from verbale.reports.page import Block
from verbale.reports.sections import is_section_list

Rule = Callable[[str], bool]

#: No furniture is longer than this; longer blocks are prose or runs of headlines.
_LONG = 700


def _line(*alternatives: str) -> re.Pattern[str]:
    """Matches a whole line, letters in either case, closing punctuation and arrows ignored."""
    return re.compile(r"[\W_]*(?:" + "|".join(alternatives) + r")[\s.!:›»>→…|)\]]*", re.IGNORECASE)


def _start(*alternatives: str) -> re.Pattern[str]:
    """Matches the start of a line, bullets and brackets before it ignored."""
    return re.compile(r"[\s\W_]*(?:" + "|".join(alternatives) + ")", re.IGNORECASE)


_NAVIGATION = _line(
    r"(?:all|latest|top|more|breaking|other|local|international|world|today'?s) (?:news|headlines|stories)",
    r"(?:skip|jump) to (?:main )?(?:content|navigation|search)",
    r"(?:back|return|scroll) to (?:the )?(?:top|home(?:page)?|\w+ ?news|news|list)|go back|back",
    r"open (?:in|the) app|(?:main |toggle |site |mobile )?(?:menu|navigation|search)(?: menu)?|close|open menu",
    r"(?:next|previous|prev|older|newer)(?: (?:article|story|post|page|stories|posts))?",
    r"(?:load|show|see|view) (?:more|all)(?: \w+){0,3}|expand|collapse|read more|continue reading",
    r"you are here|site ?map|edition|(?:us|uk|international|global|asia|english) edition|language|english",
    r"change (?:language|edition)|select (?:language|your country)|e-?paper|archives?|rss(?: feed)?",
    r"live(?: tv| now)?|watch live|on air|listen live|sections|topics|tags?|categor(?:y|ies)|breadcrumbs?",
    r"text size|(?:a[+-]? ?){2,3}|font size|dark mode|view (?:on|in) (?:map|browser)|page \d+(?: of \d+)?",
)
_NAVIGATION_START = _start(
    r"(?:tags?|topics|filed under|categor(?:y|ies)|keywords|posted in|sections?|in this (?:story|article))\s*[:|]\s*\S",
    r"(?:home|news|world|front page)\s*(?:[>»›→]|/ |\| ?)\s*\w",
)
_SHARE = _line(
    r"share(?: (?:this|on|via|to|it|now|save|full|article|story|link|page|post|with|comments?|facebook|twitter|whatsapp|x|\d+)\b.{0,60})?",
    r"(?:share|tweet|pin|post|print|e-?mail|save|like|copy(?: the)? link|link copied|bookmark|listen|gift(?: this)?(?: article)?|comments?|facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|messenger|viber|line|vkontakte|vk|ok|x|youtube|instagram|flipboard|threads|bluesky|mastodon|pocket|wechat|weibo|tiktok|hatena|link|\d+ shares?|&|and|[|/,·•-]|\s)+",
    r"(?:listen|listen to (?:this|the) (?:article|story|report))(?: (?:now|\(?\d.{0,12}))?|\d+[ -]min(?:ute)?s?(?: (?:read|listen|reading time))?|(?:reading time|time to read|read time|estimated reading)\W.{0,16}",
    r"(?:print|save|bookmark|send|email|gift|copy) (?:this )?(?:article|story|page|link|for later)(?: \w+){0,3}",
    r"(?:add|set) .{2,40} (?:on|as (?:a )?preferred source|to) google.{0,20}|google preferred source|follow|following|play|pause|download(?: pdf)?",
)
_SHARE_START = _start(
    r"follow (?:us|our|me|@|[A-Z][\w ]{2,30}) on\b|follow \S+ on (?:x|twitter|facebook|instagram|telegram)",
    r"(?:find|like|join|connect with|visit) us on\b|join (?:our|the)\b.{0,40}\b(?:telegram|whatsapp|channel|community|group)",
    r"(?:you can )?share (?:this|your|the) \w+(?: (?:on|via|with|by|using)\b.{0,40}|$)|click (?:here )?to (?:share|print|email|tweet)",
    r"(?:read|get|see|watch|stay)\b.{0,50}\b(?:on|via|in) (?:our )?(?:google news|telegram|whatsapp|mobile app|the app|our app)\b",
)
_SUBSCRIPTION = _start(
    r"(?:please )?(?:subscribe|sign ?up|sign ?in|log ?in|register|create (?:an |a free )?account|become an? (?:member|subscriber|supporter)|start your (?:free )?(?:trial|subscription)|try (?:it )?(?:free|for \W?\d))(?:\b(?! (?:treaty|deal|agreement|by|was|were|is)).{0,160})$",
    r"already (?:have an account|a (?:subscriber|member|registered))|don'?t have an account|forgot(?:ten)? (?:your )?password|(?:not|are you) a (?:subscriber|member)|new (?:user|here)\?",
    r"access (?:this|the) (?:article|story|content)|to (?:continue|keep) reading|(?:continue|keep) reading (?:with|for|by|this)|this (?:article|story|content) is (?:for|available to|reserved for|exclusive to|only available)|(?:unlock|read) (?:this|the full|full|unlimited|the rest)\b.{0,60}(?:article|story|access|subscri)",
    r"you(?:'ve| have) (?:reached|read|used)\b.{0,40}(?:free|article|limit)|\d+ free articles?|(?:free|remaining) articles?",
    r"get (?:the|our|all the|unlimited|full|breaking|daily|access|today'?s|more|\w+ news|\w+ headlines)\b.{0,120}(?:inbox|newsletter|e-?mail|access|subscri|alerts?|app|delivered)",
    r"(?:our |the |daily |weekly |free |morning |evening )*newsletters?\b.{0,60}$|e-?mail (?:address|newsletter|alerts?)|enter your e-?mail|your e-?mail|we(?:'ll| will) (?:never|send)\b.{0,60}(?:spam|share|e-?mail)",
    r"(?:support|help (?:us|fund|keep)|donate|make a (?:donation|contribution))\b.{0,80}(?:journalism|us\b|newsroom|independent|today|now|donation|reporting)",
    r"download (?:our|the)\b.{0,60}\bapp\b|get the app|(?:turn on|enable|allow) notifications|by (?:signing up|subscribing|clicking|continuing|registering)\b",
    r"stay (?:informed|updated|up to date|connected|ahead|tuned)\b.{0,80}$|(?:choose|pick) your plan|limited[- ]time offer|cancel any ?time",
)
_SUBSCRIPTION_ANY = re.compile(
    r"(?:delivered|straight|direct(?:ly)?) (?:to|into) your (?:inbox|e-?mail)|terms of (?:use|service) and privacy"
    r"|for free\b.{0,40}\b(?:sign|register|subscribe)|\b(?:quality|independent|trusted|fearless|public[- ]service) (?:journalism|newspapers?|newsrooms?|media)\b.{0,80}(?:need|crucial|matter|support|reader)|small favou?r to ask|your (?:support|contribution|donation),? (?:however|no matter|makes|helps)|subscribe (?:now|today|here)|sign up (?:now|today|here)\b",
    re.IGNORECASE,
)
_CAPTION_START = _start(
    r"(?:file|archive|handout|undated|stock|pool|representational|illustrative|illustration|screen)[ -]?(?:photo|image|picture|pic|footage|shot|grab)(?:graph)?\b",
    r"file[:.\s-]{1,3}(?=[A-Z(])|(?:photo|image|picture|pic|photograph|video|graphic|map|illustration|cartoon|infographic|source photo|credits?|screengrab)s?(?: (?:credits?|source|caption|courtesy|by|via|from|taken))?\s*[:©]|(?:photo|image|picture|photograph|video|graphic)s? (?:credit|source|caption|courtesy|by)\b",
    r"in this (?:\w+[ .,]+){0,5}?(?:file |handout |combination |pool |undated |satellite )*(?:photo|image|picture|photograph|frame grab|screengrab)\b",
    r"(?:a |an )?(?:combination|composite|general|aerial|satellite|combo)(?: file)? (?:photo|picture|image|view|images?|pictures)\b(?! (?:of the|is that))",
    r"\(?(?:photo|image|picture)s? ?[-–—/] ?(?=[A-Z])|image (?:copyright|source|caption)\b|media caption\b|play video\b|watch\s*[:|]|video (?:caption|duration)\b|\d+:\d\d\s*/\s*\d+:\d\d",
)
_AGENCIES = r"(?:reuters|afp|ap|epa(?:-efe|/efe)?|efe|getty(?: images)?|tass|sputnik|xinhua|kyodo|jiji|yonhap|dpa|pti|ani|ians|anadolu|aa|upi|bloomberg|shutterstock|ria novosti|ukrinform|imago|alamy|istock|unsplash|pixabay|wikimedia(?: commons)?|nurphoto|zuma|handout|pool|press service|rex|cnp|pa wire|pa)"
_CAPTION_ANY = re.compile(
    r"(?:\bAP Photo\b|AP Photo/|REUTERS/[A-Z]|Reuters/[A-Z][a-z]+ [A-Z]|/ ?(?:AFP|Getty|EPA|REX|Shutterstock|Bloomberg|Xinhua|Anadolu|Handout)\b|Getty Images|(?:AFP|EPA|Kyodo|Jiji|Yonhap|Reuters|Xinhua|TASS|Sputnik) ?(?:/|-|–|—)?(?: )?(?i:photo|pic|file|handout|pool)\b"
    r"|\((?i:file )?(?i:photo|image|picture|file|pic|video|handout|screengrab)\b[^)]{0,80}\)\s*\.?$|\[(?i:file|photo|image|credit)[^\]]{0,80}\]$|\[[^\]]{2,60}/ ?(?:Reuters|AP|AFP|EPA|Getty|Anadolu|Al Jazeera)[^\]]{0,30}\]$|\((?:[A-Z][\w.'-]+[ /]){1,5}(?:Reuters|AFP|AP|EPA|Getty|Kyodo|TASS|Pool)\)$"
    r"|(?:[|•·] ?|[Pp]hoto(?:graph)?:? |[Pp]hoto [Cc]redit:? |[Ii]mage:? |© ?)(?:[A-Z][\w.'-]+[ /]){0,4}(?:AP|AFP|EPA|Reuters|REUTERS|Getty|Kyodo|TASS)\W*$)"
)
_CREDIT_MARKS = (
    "hoto",
    "HOTO",
    "euters",
    "REUTERS",
    "AFP",
    "AP",
    "Getty",
    "EPA",
    "©",
    "mage",
    "Xinhua",
    "TASS",
    "Sputnik",
    "Kyodo",
    "Yonhap",
    "Jiji",
    "Anadolu",
    "ile)",
    "ILE",
    "Handout",
    "Pool",
    "Shutterstock",
)
_PHOTO_CREDIT = _line(
    r"(?:\w[\w.'’-]* ){0,3}\w[\w.'’-]*(?:/| / |, | via | - | for )"
    + _AGENCIES
    + r"(?:(?:/| via | pool| photo|/pool).{0,30})?",
    r"(?:©|\(c\)|ⓒ) ?(?:\w+[ /,.-]*){0,4}" + _AGENCIES + r"(?:/.{0,30})?",
    _AGENCIES + r" ?(?:photo|pic|file photo|via .{2,20}|pool photo)",
    r"(?:getty(?: images)?|shutterstock|istock|unsplash|wikimedia commons|pixabay|epa-efe|epa)(?:/.{0,30})?",
)
_POSING = re.compile(
    r"\b(?:pictured|(?:shakes?|shaking) hands|poses?(?: for)?|looks? on|is seen|are seen|seen (?:here|in|at|on|during)|speaks? (?:during|at|to|with)|attends?|walks?|arrives?|gestures?|delivers?|addresses|listens?|stands?|sits?|waves?|hold(?:s)? a|holds|chairs|meets?|greets?|takes? part|inspects?|leaves|flutters?|flies|\((?:L|R|C|left|right|centre|center)\)|(?:left|right|centre|center),)(?=\W|$)"
)
_CAPTION_TIME = re.compile(
    r"(?:\bon|\bin|,)\s+(?:\w+day,? )?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}, \d{4}|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{4}|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4})\s*\.?$"
)
_CREDIT = _start(
    r"(?:(?:additional |other )?(?:reporting|writing|editing|compiled|translated|produced|text|story|production|copy[- ]?editing|graphics?|compilation|translation)(?: (?:and|&) (?:writing|editing|reporting|additional reporting))? (?:by|in|from)\b)",
    r"(?:with|includes?|including|using|based on) (?:additional )?(?:inputs?|reporting|files?|agency|agencies|reports?|contributions?|information|material|wire)\b.{0,80}$",
    r"(?:inputs?|material|contributions?) (?:from|by)\b.{0,60}$|(?:agencies|agency|wire (?:reports?|services?)|news agencies|staff (?:and|&|with) (?:agencies|wires))\W*$",
    r"(?:this (?:article|story|report|content)|the (?:article|story|report)) (?:was |is |has been )?(?:first |originally )?(?:published|appeared|produced|provided|supplied|sourced|republished|written|distributed|translated)\b(?:(?! (?:an?|the) \w+ (?:said|told)).){0,200}$",
    r"(?:source|via|from|credit)\s*[:|]\s*.{2,60}$|\(?(?:source|news source)\s*[-–—:]\s*.{2,40}$",
    r".{4,160}\b(?:contributed (?:reporting|to (?:this|the) (?:report|story|article|dispatch))|contributed from [A-Z]).{0,60}$",
    r"(?:editor|editors|edited|translator|reporter|produced|producer|author|contact|web editor|news desk|news ?room)s?\s*[:|]\s*.{2,80}$|(?:edited|translated|posted|produced|compiled|updated|uploaded) by\b.{2,60}$",
    r"(?:send|submit) (?:us )?(?:your )?(?:tips|feedback|comments|corrections)|(?:got|have) a (?:tip|news tip)|contact (?:the (?:writer|author|reporter|newsroom)|us)\b|(?:to )?(?:report an error|suggest a correction)|[\w.+-]+@[\w-]+\.[\w.-]+\W*$",
    r"end (?:of )?(?:item|story|article|text)\W*$|end\)?\W*$|#{2,5}$|-?30-$|\(?(?:ends|more to follow|more to come)\)?\W*$",
)
_NOTICE = _start(
    r"\((?:corrects?|corrected|refiles?|re-?sends?|repeats?|adds|updates|recasts|removes|fixes|clarifies|rewrites|changes|edits)\b[^()]{0,300}\)\W*$",
)
_DISCLAIMER = _start(
    r"disclaimer\b|(?:this|the above|the) (?:post|story|article|report|content|copy|item|news|text)\b.{0,60}\b(?:auto[- ]?(?:published|generated|matically)|syndicated|not (?:been )?(?:edited|reviewed|verified)|unedited|feed\b|press release|machine[- ]translat|generated (?:by|with|using))",
    r"\(?(?:this|the above) (?:story|report|article|news) (?:is|was|has been) (?:verified|authored|published|provided|sourced)\b.{0,200}$",
    r"(?:[\w’'.&-]+ ){1,5}(?:web ?site|portal|app) (?:contains|carries|shows|offers|publishes) only\b",
    r"\(?(?:except for the headline|only the headline|published from a|auto[- ]?(?:published|generated)|the (?:headline|title) (?:and|may))\b.{0,200}",
    r"(?:the )?(?:views?|opinions?)(?:,? (?:and|or) (?:views?|opinions?))? (?:expressed|published|presented|stated)\b|(?:the author|opinions?) (?:is|are) (?:solely )?(?:responsible|those of|the author)",
    r"(?:editor'?s|publisher'?s) (?:note|disclaimer)\b|this (?:article|story|translation|summary|text) (?:was|has been) (?:(?:machine|automatically|auto)[- ]|(?:created|generated|translated|produced) (?:by|with|using) (?:an? )?(?:ai|artificial|automat|machine))",
    r"(?:we|\w+(?: \w+){0,3}) (?:is|are|does|do|has|have) not (?:responsible|vouch|verif|independently|reviewed|endorse|been edited|edited)\b.{0,160}(?:content|accuracy|external|report|website|feed|article|claims made here)",
)
_LEGAL = _start(
    r"(?:©|\(c\)|copyright\b|all rights reserved|some rights reserved|ⓒ)",
    r"(?:terms|privacy|cookies?|cookie|accessibility|advertise|contact us|about us|careers|legal|imprint|impressum|ethics|corrections?)(?: (?:of|and|&|policy|notice|settings|statement|use|service|conditions|us|with us|preferences|choices|policies|code|page)){0,6}(?:\s*[|·•/,]?\s*(?:terms|privacy|cookies?|accessibility|advertise|contact|about|careers|legal|help|faq|sitemap|rss|ethics|corrections?)(?: (?:of|and|&|policy|notice|settings|statement|use|service|conditions|us|with us|map|preferences)){0,5}){0,12}\W*$",
    r"(?:our|the) standards?\s*:|(?:no part of|reproduction|republication|unauthori[sz]ed|material (?:may|from)|the material|any use|use of (?:any )?material|this material may not|licen[cs]e this|licensing|purchase licensing|do not sell)\b.{0,200}",
    r"we use cookies|this (?:web)?site uses cookies|(?:registered|licen[cs]ed|licen[cs]e) (?:in|under|number|no)\b.{0,120}$|(?:media )?registration (?:certificate|number)|founder(?:ed)? (?:and publisher)?:",
    r"(?:accept|reject|manage)(?: all)? (?:cookies|preferences|settings)",
)
_LEGAL_ANY = re.compile(
    r"\ball rights reserved\b|©\s*(?:19|20)\d\d|\bcopyright (?:©|\(c\)|19|20)", re.IGNORECASE
)
_COMMENTS = _line(
    r"(?:\d+ )?(?:comments?|replies|responses|reactions?)(?: \(?\d+\)?| (?:section|policy|are closed|closed|off))?",
    r"(?:leave|post|add|write|join|view|show|hide|read|see)(?: (?:an?|all|your|the|\d+))* (?:comments?|reply|replies|conversation|discussion)(?: .{0,40})?",
    r"(?:be the first to comment|no comments?(?: yet)?|what do you think|(?:log|sign) in to (?:comment|reply)|join the (?:conversation|discussion)|have your say|reply|report abuse|your (?:comment|name)|(?:most )?(?:recent|newest|oldest) comments?|sort by.{0,20}|most liked)",
)
_ADVERT = _line(
    r"(?:advertisements?|adverti[sz]ing|ads?|sponsored(?: (?:content|links?|by .{2,40}))?|promoted(?: content)?|paid (?:content|post)|story continues below(?: (?:this )?ad(?:vertisement)?)?|article continues (?:below|after)(?: .{0,30})?|continue(?:s)? (?:reading )?(?:below|after)(?: (?:the )?(?:ad|advertisement))?|scroll (?:down )?to continue|ad feedback|remove ads|loading|around the web|from our partners|taboola|outbrain|recommended by|partner content)",
    r"(?:- )?(?:scroll|continue|story|article).{0,30}(?:advertisement|to continue|below)",
)
_RELATED_HEAD = _line(
    r"(?:related|recommended|suggested|similar|popular|trending|latest|recent|top|most (?:read|popular|viewed|shared|commented|watched)|more|featured|breaking|other|further|must|you may|you might|don'?t miss|editor'?s?|best of|hot)(?: (?:articles?|stories|story|news|posts?|topics?|reading|reads?|coverage|content|now|today|videos?|links?|items?|headlines|on this (?:story|topic|subject)|on this|in this (?:section|series|topic)|from (?:the |this )?[\w ]{2,30}|in [\w ]{2,20}|on [\w ]{2,20}|for you|also (?:like|read|be interested in)|like|want to read|this week|picks?|choice|selections?|top stories|stories for you|stories you|\d+|to (?:read|explore|know)|of the (?:day|week)|and)){0,3}",
    r"(?:read|see|watch|learn|explore|discover) (?:also|more|next|this next|related|too|further)(?: (?:on|about|from|in|stories|news|articles?)\b.{0,40})?|also (?:read|see|watch|on .{2,30}|in .{2,20})|what to read next|up next|(?:next|more) (?:in|on|from) [\w ]{2,30}|in (?:other|related|brief) news|in (?:other|related) developments|news in brief|popular|trending|most read|latest|dig deeper|keep reading|explore more|related",
)
_RELATED_LINE = _start(
    r"(?:related|read(?: also| more| next| too| on| this)?|also read|must read|see(?: also| more)?|watch(?: also| more)?|more(?: on this| on this story| from [\w ]{2,25})?|don'?t miss|recommended|explainer|analysis|opinion|in pictures|video|podcast|timeline|background|related (?:article|story|news|topics?|stories)|you may also like|from the archives?)\s*(?:[:|►▶»]|[-–—]\s)\s*(?=\S)",
    r"(?:read|see) (?:also|more)\b\s+(?=[A-Z\"“'‘])|(?:click|tap) here\b|(?:read|see|view) (?:the )?(?:full|original|more|entire|complete) (?:story|article|report|statement|interview|coverage|text|transcript)\b.{0,50}$|→ ?",
)


def _share(text: str) -> bool:
    return _SHARE.fullmatch(text) is not None or _SHARE_START.match(text) is not None


def _navigation(text: str) -> bool:
    if _NAVIGATION.fullmatch(text) or is_section_list(text):
        return True
    return len(text) < 200 and _NAVIGATION_START.match(text) is not None


def _subscription(text: str) -> bool:
    if _SUBSCRIPTION.match(text):
        return True
    if len(text) >= 260 or not any(
        mark in text for mark in ("ign ", "ubscri", "nbox", "rivacy", "free", "ournalism", "ndependent", "favo", "our ")
    ):
        return False
    return _SUBSCRIPTION_ANY.search(text) is not None


def _caption(text: str) -> bool:
    if _CAPTION_START.match(text) or _PHOTO_CREDIT.fullmatch(text):
        return True
    if any(mark in text for mark in _CREDIT_MARKS) and _CAPTION_ANY.search(text):
        return True
    if len(text) >= 260 or not any(digit in text[-6:] for digit in "0123456789"):
        return False
    unclosed = not text.rstrip().endswith((".", "”", '"', "!", "?"))
    dated = (unclosed or len(text) < 180) and _CAPTION_TIME.search(text[-60:]) is not None
    return dated and _POSING.search(text) is not None


def _credit(text: str) -> bool:
    return _CREDIT.match(text) is not None


def _notice(text: str) -> bool:
    return _NOTICE.match(text) is not None


def _disclaimer(text: str) -> bool:
    return _DISCLAIMER.match(text) is not None


def _legal(text: str) -> bool:
    if _LEGAL.match(text):
        return True
    marked = len(text) < 300 and any(
        mark in text for mark in ("©", "opyright", "OPYRIGHT", "ights", "IGHTS")
    )
    return marked and _LEGAL_ANY.search(text) is not None


def _comments(text: str) -> bool:
    return _COMMENTS.fullmatch(text) is not None


def _advert(text: str) -> bool:
    return _ADVERT.fullmatch(text) is not None


def _related(text: str) -> bool:
    return opens_related_list(text) or (_RELATED_LINE.match(text) is not None and len(text) < 260)


def opens_related_list(text: str) -> bool:
    """Whether the line is a bare heading ("Related Articles") over a list of other stories."""
    return len(text) < 70 and _RELATED_HEAD.fullmatch(text) is not None


RULES: tuple[tuple[JunkKind, Rule], ...] = (
    ("advert", _advert),
    ("comments", _comments),
    ("share", _share),
    ("disclaimer", _disclaimer),
    ("credit", _credit),
    ("other", _notice),
    ("caption", _caption),
    ("legal", _legal),
    ("subscription", _subscription),
    ("navigation", _navigation),
    ("related", _related),
)


def junk_kind(block: Block) -> JunkKind | None:
    """The kind of furniture that ``block`` is by its words alone, or None."""
    text = block.text
    if len(text) > _LONG:
        return None
    return next((kind for kind, rule in RULES if rule(text)), None)
