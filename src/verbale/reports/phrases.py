"""The words by which page furniture is known, by kind; the rules that use them are in `junk`.

Patterns made by `line` match a whole line, those made by `start` its beginning; ``*_ANY`` are
searched for. Each alternative is a phrase of pages, not of stories.
"""

from __future__ import annotations

import re

from verbale.reports.wordlist import words


def _line(*alternatives: str) -> re.Pattern[str]:
    """Matches a whole line, letters in either case, closing punctuation and arrows ignored."""
    return re.compile(r"[\W_]*(?:" + "|".join(alternatives) + r")[\s.!:›»>→…|)\]]*", re.IGNORECASE)


def _start(*alternatives: str) -> re.Pattern[str]:
    """Matches the start of a line, bullets and brackets before it ignored."""
    return re.compile(r"[\s\W_]*(?:" + "|".join(alternatives) + ")", re.IGNORECASE)


NAVIGATION = _line(
    (
        r"(?:all|latest|top|more|breaking|other|local|international|world|today'?s) (?:news"
        r"|headlines|stories)"
    ),
    r"(?:skip|jump) to (?:main )?(?:content|navigation|search)",
    r"(?:back|return|scroll) to (?:the )?(?:top|home(?:page)?|\w+ ?news|news|list)|go back|back",
    (
        r"open (?:in|the) app|(?:main |toggle |site |mobile )?(?:menu|navigation"
        r"|search)(?: menu)?|close|open menu"
    ),
    r"scroll down for (?:video|more|pictures).{0,20}",
    r"(?:next|previous|prev|older|newer)(?: (?:article|story|post|page|stories|posts))?",
    r"(?:load|show|see|view) (?:more|all)(?: \w+){0,3}|expand|collapse|read more|continue reading",
    (
        r"you are here|site ?map|edition|(?:us|uk|international|global|asia|english) edition"
        r"|language|english"
    ),
    (
        r"change (?:language|edition)|select (?:language|your country)|e-?paper|archives?"
        r"|rss(?: feed)?"
    ),
    (
        r"live(?: tv| now)?|watch live|on air|listen live|sections|topics|tags?|categor(?:y|ies)"
        r"|breadcrumbs?"
    ),
    (
        r"(?:(?:menu|search|home|sign in|log ?in|sign up|register|my account|e-?paper|editions?"
        r"|subscribe(?: (?:now|for (?:just )?\S{1,12}\d\S{0,4}))?)[\s|/·•]*){2,}"
    ),
    (
        r"text size|(?:a[+-]? ?){2,3}|font size|dark mode|view (?:on|in) (?:map|browser)"
        r"|page \d+(?: of \d+)?"
    ),
)
NAVIGATION_START = _start(
    (
        r"(?:tags?|topics|filed under|categor(?:y|ies)|keywords|posted in|sections?"
        r"|in this (?:story|article))\s*[:|]\s*\S"
    ),
    r"(?:home|news|world|front page)\s*(?:[>»›→]|/ |\| ?)\s*\w",
)
SHARE = _line(
    (
        r"share(?: (?:this|on|via|to|it|now|save|full|article|story|link|page|post|with|comments?"
        r"|facebook|twitter|whatsapp|x|\d+)\b.{0,60})?"
    ),
    (
        r"(?:share|tweet|pin|post|print|e-?mail|save|like|copy(?: the)? link|link copied|bookmark"
        r"|listen|gift(?: this)?(?: article)?|comments?|facebook|twitter|whatsapp|telegram"
        r"|linkedin|reddit|pinterest|messenger|viber|line|vkontakte|vk|ok|x|youtube|instagram"
        r"|flipboard|threads|bluesky|mastodon|pocket|wechat|weibo|tiktok|hatena|link|\d+ shares?"
        r"|&|and|[|/,·•-]|\s)+"
    ),
    (
        r"(?:listen|listen to (?:this|the) (?:article|story|report))(?: (?:now|\(?\d.{0,12}))?"
        r"|\d+[ -]min(?:ute)?s?(?: (?:read|listen|reading time))?|(?:reading time|time to read"
        r"|read time|estimated reading)\W.{0,16}"
    ),
    (
        r"(?:print|save|bookmark|send|email|gift|copy) (?:this )?(?:article|story|page|link"
        r"|for later)(?: \w+){0,3}"
    ),
    (
        r"(?:add|set) .{2,40} (?:on|as (?:a )?preferred source|to) google.{0,20}"
        r"|google preferred source|follow|following|play|pause|download(?: pdf)?"
    ),
)
SHARE_START = _start(
    r"(?:kindly|please) share\b.{0,40}$",
    (
        r"follow (?:us|our|me|@|[A-Z][\w ]{2,30}) on\b|follow \S+ on (?:x|twitter|facebook"
        r"|instagram|telegram)"
    ),
    (
        r"(?:find|like|join|connect with|visit) us on\b|join (?:our|the)\b.{0,40}\b(?:telegram"
        r"|whatsapp|channel|community|group)"
    ),
    (
        r"(?:you can )?share (?:this|your|the) \w+(?: (?:on|via|with|by|using)\b.{0,40}|$)"
        r"|click (?:here )?to (?:share|print|email|tweet)"
    ),
    (
        r"(?:read|get|see|watch|stay)\b.{0,50}\b(?:on|via|in) (?:our )?(?:google news|telegram"
        r"|whatsapp|mobile app|the app|our app)\b"
    ),
)
SUBSCRIPTION = _start(
    (
        r"you have \d+ free\b|\W?this is a preview|to read the (?:remaining|rest|full)\b|(?:log"
        r"|sign) in or (?:take|start|try)\b"
    ),
    (
        r"(?:please )?(?:subscribe|sign ?up|sign ?in|log ?in|register|create (?:an "
        r"|a free )?account|become an? (?:member|subscriber|supporter)"
        r"|start your (?:free )?(?:trial|subscription)|try (?:it )?(?:free"
        r"|for \W?\d))(?:\b(?! (?:treaty|deal|agreement|by|was|were|is)).{0,160})$"
    ),
    (
        r"already (?:have an account|a (?:subscriber|member|registered))|don'?t have an account"
        r"|forgot(?:ten)? (?:your )?password|(?:not|are you) a (?:subscriber|member)|new (?:user"
        r"|here)\?"
    ),
    (
        r"access (?:this|the) (?:article|story|content)|to (?:continue|keep) reading|(?:continue"
        r"|keep) reading (?:with|for|by|this)|this (?:article|story|content) is (?:for"
        r"|available to|reserved for|exclusive to|only available)|(?:unlock|read) (?:this"
        r"|the full|full|unlimited|the rest)\b.{0,60}(?:article|story|access|subscri)"
    ),
    (
        r"you(?:'ve| have) (?:reached|read|used)\b.{0,40}(?:free|article|limit)"
        r"|\d+ free articles?|(?:free|remaining) articles?"
    ),
    (
        r"get (?:the|our|all the|unlimited|full|breaking|daily|access|today'?s|more|\w+ news"
        r"|\w+ headlines)\b.{0,120}(?:inbox|newsletter|e-?mail|access|subscri|alerts?|app"
        r"|delivered)"
    ),
    (
        r"(?:our |the |daily |weekly |free |morning |evening )*newsletters?\b.{0,60}$"
        r"|e-?mail (?:address|newsletter|alerts?)|enter your e-?mail|your e-?mail|we(?:'ll"
        r"| will) (?:never|send)\b.{0,60}(?:spam|share|e-?mail)"
    ),
    (
        r"(?:support|help (?:us|fund|keep)|donate|make a (?:donation"
        r"|contribution))\b.{0,80}(?:journalism|us\b|newsroom|independent|today|now|donation"
        r"|reporting)"
    ),
    (
        r"download (?:our|the)\b.{0,60}\bapp\b|get the app|(?:turn on|enable|allow) notifications"
        r"|by (?:signing up|subscribing|clicking|continuing|registering)\b"
    ),
    (
        r"stay (?:informed|updated|up to date|connected|ahead|tuned)\b.{0,80}$|(?:choose"
        r"|pick) your plan|limited[- ]time offer|cancel any ?time"
    ),
)
SUBSCRIPTION_ANY = re.compile(
    r"\b(?:choose|pick|select) your (?:plan|subscription)\b|"
    r"(?:delivered|straight|direct(?:ly)?) (?:to|into) your (?:inbox|e-?mail)|terms of (?:use"
    r"|service) and privacy"
    r"|for free\b.{0,40}\b(?:sign|register|subscribe)|\b(?:quality|independent|trusted"
    r"|fearless|public[- ]service) (?:journalism|newspapers?|newsrooms?"
    r"|media)\b.{0,80}(?:need|crucial|matter|support|reader)|small favou?r to ask"
    r"|your (?:support|contribution|donation),? (?:however|no matter|makes|helps)"
    r"|subscribe (?:now|today|here)|sign up (?:now|today|here)\b",
    re.IGNORECASE,
)
CAPTION_START = _start(
    (
        r".{10,160}\bin (?:a|an|this) (?:undated |archive )?(?:file|handout|archive) (?:picture"
        r"|photo|image)\b"
    ),
    (
        r"(?:file|archive|handout|undated|stock|pool|representational|representative"
        r"|illustrative|illustration"
        r"|screen)[ -]?(?:photo|image|picture|pic|footage|shot|grab)(?:graph)?\b"
    ),
    (
        r"file[:.\s-]{1,3}(?=[A-Z(])|(?:photo|image|picture|pic|photograph|video|graphic|map"
        r"|illustration|cartoon|infographic|source photo|credits?|screengrab)s?(?: (?:credits?"
        r"|source|caption|courtesy|by|via|from|taken))?\s*[:©]|(?:photo|image|picture|photograph"
        r"|video|graphic)s? (?:credit|source|caption|courtesy|by)\b"
    ),
    (
        r"in this (?:\w+[ .,]+){0,5}?(?:file |handout |combination |pool |undated "
        r"|satellite )*(?:photo|image|picture|photograph|frame grab|screengrab)\b"
    ),
    (
        r"(?:a |an )?(?:combination|composite|general|aerial|satellite|combo)(?: file)? (?:photo"
        r"|picture|image|view|images?|pictures)\b(?! (?:of the|is that))"
    ),
    (
        r"\(?(?:photo|image|picture)s? ?[-–—/] ?(?=[A-Z])|image (?:copyright|source|caption)\b"
        r"|media caption\b|play video\b|watch\s*[:|]|video (?:caption|duration)\b"
        r"|\d+:\d\d\s*/\s*\d+:\d\d"
    ),
)
_AGENCIES = (
    r"(?:reuters|afp|ap|epa(?:-efe|/efe)?|efe|getty(?: images)?|tass|sputnik|xinhua|kyodo"
    r"|jiji|yonhap|dpa|pti|ani|ians|anadolu|aa|upi|bloomberg|shutterstock|ria novosti"
    r"|ukrinform|imago|alamy|istock|unsplash|pixabay|wikimedia(?: commons)?|nurphoto|zuma"
    r"|handout|pool|press service|rex|cnp|pa wire|pa)"
)
CAPTION_ANY = re.compile(
    r"(?:\b(?:PHOTO|Photo) ?\|"
    r"|(?<=[.!?] )[A-Z]{3,20}(?: [A-Z]{3,20})?/[A-Z]\w+(?: [A-Z]\w+){0,2}\W*$"
    r"|\bAP Photo\b|AP Photo/|REUTERS/[A-Z]|Reuters/[A-Z][a-z]+ [A-Z]|/ ?(?:AFP|Getty|EPA"
    r"|REX|Shutterstock|Bloomberg|Xinhua|Anadolu|Handout)\b|Getty Images|(?:AFP|EPA|Kyodo"
    r"|Jiji|Yonhap|Reuters|Xinhua|TASS|Sputnik) ?(?:/|-|–|—)?(?: )?(?i:photo|pic|file|handout"
    r"|pool)\b"
    r"|\((?i:file )?(?i:photo|image|picture|file|pic|video|handout"
    r"|screengrab)\b[^)]{0,80}\)\s*\.?$|\[(?i:file|photo|image|credit)[^\]]{0,80}\]$"
    r"|\[[^\]]{2,60}/ ?(?:Reuters|AP|AFP|EPA|Getty|Anadolu|Al Jazeera)[^\]]{0,30}\]$"
    r"|\((?:[A-Z][\w.'-]+[ /]){1,5}(?:Reuters|AFP|AP|EPA|Getty|Kyodo|TASS|Pool)\)$"
    r"|(?:[|•·] ?|[Pp]hoto(?:graph)?:? |[Pp]hoto [Cc]redit:? |[Ii]mage:? "
    r"|© ?)(?:[A-Z][\w.'-]+[ /]){0,4}(?:AP|AFP|EPA|Reuters|REUTERS|Getty|Kyodo|TASS)\W*$)"
)
#: No picture credit lacks all of these; most lines do, and need no search.
CREDIT_MARKS = words(
    """
    hoto HOTO euters REUTERS AFP AP Getty EPA © mage Xinhua TASS Sputnik Kyodo
    Yonhap Jiji Anadolu ile) ILE Handout Pool Shutterstock
    """
)
PHOTO_CREDIT = _line(
    r"(?:\w[\w.'’-]* ){0,3}\w[\w.'’-]*(?:/| / |, | via | - | for )"
    + _AGENCIES
    + r"(?:(?:/| via | pool| photo|/pool).{0,30})?",
    r"(?:©|\(c\)|ⓒ) ?(?:\w+[ /,.-]*){0,4}" + _AGENCIES + r"(?:/.{0,30})?",
    _AGENCIES + r" ?(?:photo|pic|file photo|via .{2,20}|pool photo)",
    (
        r"(?:getty(?: images)?|shutterstock|istock|unsplash|wikimedia commons|pixabay|epa-efe"
        r"|epa)(?:/.{0,30})?"
    ),
)
POSING = re.compile(
    r"\b(?:pictured|(?:shakes?|shaking) hands|poses?(?: for)?|looks? on|is seen|are seen"
    r"|seen (?:here|in|at|on|during)|speaks? (?:during|at|to|with)|attends?|walks?|arrives?"
    r"|gestures?|delivers?|addresses|listens?|stands?|sits?|waves?|hold(?:s)? a|holds|chairs"
    r"|meets?|greets?|takes? part|inspects?|leaves|flutters?|flies|\((?:L|R|C|left|right"
    r"|centre|center)\)|(?:left|right|centre|center),)(?=\W|$)"
)
CAPTION_TIME = re.compile(
    r"(?:\bon|\bin|,)\s+(?:\w+day,? )?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov"
    r"|Dec)[a-z]*\.? \d{1,2}, \d{4}|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov"
    r"|Dec)[a-z]*\.? \d{4}|(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December) \d{4})\s*\.?$"
)
CREDIT = _start(
    (
        r"(?:(?:additional |other )?(?:reporting|writing|editing|compiled|translated|produced"
        r"|text|story|production|copy[- ]?editing|graphics?|compilation|translation)(?: (?:and"
        r"|&) (?:writing|editing|reporting|additional reporting))? (?:by|in|from)\b)"
    ),
    (
        r"(?:with|includes?|including|using|based on) (?:additional )?(?:inputs?|reporting|files?"
        r"|agency|agencies|reports?|contributions?|information|material|wire)\b.{0,80}$"
    ),
    (
        r"(?:inputs?|material|contributions?) (?:from|by)\b.{0,60}$|(?:agencies|agency"
        r"|wire (?:reports?|services?)|news agencies|staff (?:and|&|with) (?:agencies|wires))\W*$"
    ),
    (
        r"(?:this (?:article|story|report|content)|the (?:article|story|report)) (?:was |is "
        r"|has been )?(?:first |originally )?(?:published|appeared|produced|provided|supplied"
        r"|sourced|republished|written|distributed|translated)\b(?:(?! (?:an?|the) \w+ (?:said"
        r"|told)).){0,200}$"
    ),
    r"(?:source|via|from|credit)\s*[:|]\s*.{2,60}$|\(?(?:source|news source)\s*[-–—:]\s*.{2,40}$",
    (
        r".{4,160}\b(?:contributed (?:reporting|to (?:this|the) (?:report|story|article"
        r"|dispatch))|contributed from [A-Z]).{0,60}$"
    ),
    (
        r"(?:editor|editors|edited|translator|reporter|produced|producer|author|contact"
        r"|web editor|news desk|news ?room)s?\s*[:|]\s*.{2,80}$|(?:edited|translated|posted"
        r"|produced|compiled|updated|uploaded) by\b.{2,60}$"
    ),
    (
        r"(?:send|submit) (?:us )?(?:your )?(?:tips|feedback|comments|corrections)|(?:got"
        r"|have) a (?:tip|news tip)|contact (?:the (?:writer|author|reporter|newsroom)|us)\b"
        r"|(?:to )?(?:report an error|suggest a correction)|[\w.+-]+@[\w-]+\.[\w.-]+\W*$"
    ),
    (
        r"end (?:of )?(?:item|story|article|text)\W*$|end\)?\W*$|#{2,5}$|-?30-$|\(?(?:ends"
        r"|more to follow|more to come)\)?\W*$"
    ),
)
NOTICE = _start(
    r"all times (?:are |given )?(?:in )?(?:local|gmt|utc|[a-z]{2,4}t)\b.{0,30}$",
    (
        r"\((?:corrects?|corrected|refiles?|re-?sends?|repeats?|adds|updates|recasts|removes"
        r"|fixes|clarifies|rewrites|changes|edits)\b[^()]{0,300}\)\W*$"
    ),
)
DISCLAIMER = _start(
    r"notes[.:]\s(?=[A-Z])|note to (?:readers|editors)\b",
    r".{0,80}\breport a problem with (?:this|the)\b",
    (
        r"(?:[\w’'.&-]+ ){1,5}(?:reposts?|republishes|carries) (?:\w+ ){0,3}(?:copy|stories"
        r"|reports) without\b"
    ),
    (
        r"disclaimer\b|(?:this|the above|the) (?:post|story|article|report|content|copy|item|news"
        r"|text)\b.{0,60}\b(?:auto[- ]?(?:published|generated|matically)|syndicated"
        r"|not (?:been )?(?:edited|reviewed|verified)|unedited|feed\b|press release"
        r"|machine[- ]translat|generated (?:by|with|using))"
    ),
    (
        r"\(?(?:this|the above) (?:story|report|article|news) (?:is|was|has been) (?:verified"
        r"|authored|published|provided|sourced)\b.{0,200}$"
    ),
    (
        r"(?:[\w’'.&-]+ ){1,5}(?:web ?site|portal|app) (?:contains|carries|shows|offers"
        r"|publishes) only\b"
    ),
    (
        r"\(?(?:except for the headline|only the headline|published from a|auto[- ]?(?:published"
        r"|generated)|the (?:headline|title) (?:and|may))\b.{0,200}"
    ),
    (
        r"(?:the )?(?:views?|opinions?)(?:,? (?:and|or) (?:views?|opinions?))? (?:expressed"
        r"|published|presented|stated)\b|(?:the author|opinions?) (?:is"
        r"|are) (?:solely )?(?:responsible|those of|the author)"
    ),
    (
        r"(?:editor'?s|publisher'?s) (?:note|disclaimer)\b|this (?:article|story|translation"
        r"|summary|text) (?:was|has been) (?:(?:machine|automatically|auto)[- ]|(?:created"
        r"|generated|translated|produced) (?:by|with|using) (?:an? )?(?:ai|artificial|automat"
        r"|machine))"
    ),
    (
        r"(?:we|\w+(?: \w+){0,3}) (?:is|are|does|do|has|have) not (?:responsible|vouch|verif"
        r"|independently|reviewed|endorse|been edited|edited)\b.{0,160}(?:content|accuracy"
        r"|external|report|website|feed|article|claims made here)"
    ),
)
LEGAL = _start(
    r"(?:©|\(c\)|copyright\b|all rights reserved|some rights reserved|ⓒ)",
    (
        r"(?:terms|privacy|cookies?|cookie|accessibility|advertise|contact us|about us|careers"
        r"|legal|imprint|impressum|ethics|corrections?)(?: (?:of|and|&|policy|notice|settings"
        r"|statement|use|service|conditions|us|with us|preferences|choices|policies|code"
        r"|page)){0,6}(?:\s*[|·•/,]?\s*(?:terms|privacy|cookies?|accessibility|advertise|contact"
        r"|about|careers|legal|help|faq|sitemap|rss|ethics|corrections?)(?: (?:of|and|&|policy"
        r"|notice|settings|statement|use|service|conditions|us|with us|map"
        r"|preferences)){0,5}){0,12}\W*$"
    ),
    (
        r"(?:our|the) standards?\s*:|(?:no part of|reproduction|republication|unauthori[sz]ed"
        r"|material (?:may|from)|the material|any use|use of (?:any )?material"
        r"|this material may not|licen[cs]e this|licensing|purchase licensing"
        r"|do not sell)\b.{0,200}"
    ),
    (
        r"we use cookies|this (?:web)?site uses cookies|(?:registered|licen[cs]ed"
        r"|licen[cs]e) (?:in|under|number|no)\b.{0,120}$|(?:media )?registration (?:certificate"
        r"|number)|founder(?:ed)? (?:and publisher)?:"
    ),
    r"(?:accept|reject|manage)(?: all)? (?:cookies|preferences|settings)",
)
LEGAL_ANY = re.compile(
    r"\ball rights reserved\b|©\s*(?:19|20)\d\d|\bcopyright (?:©|\(c\)|19|20)", re.IGNORECASE
)
COMMENTS = _line(
    (
        r"(?:reader )?comments (?:are|have been|on this (?:story"
        r"|article) are)(?: now)? closed(?: .{0,40})?"
    ),
    (
        r"(?:\d+ )?(?:comments?|replies|responses|reactions?)(?: \(?\d+\)?| (?:section|policy"
        r"|are closed|closed|off))?"
    ),
    (
        r"(?:leave|post|add|write|join|view|show|hide|read|see)(?: (?:an?|all|your|the"
        r"|\d+))* (?:comments?|reply|replies|conversation|discussion)(?: .{0,40})?"
    ),
    (
        r"(?:be the first to comment|no comments?(?: yet)?|what do you think|(?:log"
        r"|sign) in to (?:comment|reply)|join the (?:conversation|discussion)|have your say|reply"
        r"|report abuse|your (?:comment|name)|(?:most )?(?:recent|newest|oldest) comments?"
        r"|sort by.{0,20}|most liked)"
    ),
)
ADVERT = _line(
    r"(?:ad|advertisement|sponsored|promoted)\s*[\])]?[:\])]\s*.{3,120}",
    (
        r"(?:advertisements?|adverti[sz]ing|ads?|sponsored(?: (?:content|links?|by .{2,40}))?"
        r"|promoted(?: content)?|paid (?:content|post)"
        r"|story continues below(?: (?:this )?ad(?:vertisement)?)?|article continues (?:below"
        r"|after)(?: .{0,30})?|continue(?:s)? (?:reading )?(?:below|after)(?: (?:the )?(?:ad"
        r"|advertisement))?|scroll (?:down )?to continue|ad feedback|remove ads|loading"
        r"|around the web|from our partners|taboola|outbrain|recommended by|partner content)"
    ),
    r"(?:- )?(?:scroll|continue|story|article).{0,30}(?:advertisement|to continue|below)",
)
RELATED_HEAD = _line(
    (
        r"(?:related|recommended|suggested|similar|popular|trending|latest|recent|top"
        r"|most (?:read|popular|viewed|shared|commented|watched)|more|featured|breaking|other"
        r"|further|must|you may|you might|don'?t miss|editor'?s?|best of|hot)(?: (?:articles?"
        r"|stories|story|news|posts?|topics?|reading|reads?|coverage|content|now|today|videos?"
        r"|links?|items?|headlines|on this (?:story|topic|subject)|on this|in this (?:section"
        r"|series|topic)|from (?:the |this )?[\w ]{2,30}|in [\w ]{2,20}|on [\w ]{2,20}|for you"
        r"|also (?:like|read|be interested in)|like|want to read|this week|picks?|choice"
        r"|selections?|top stories|stories for you|stories you|\d+|to (?:read|explore|know)"
        r"|of the (?:day|week)|and)){0,3}"
    ),
    (
        r"(?:read|see|watch|learn|explore|discover) (?:also|more|next|this next|related|too"
        r"|further)(?: (?:on|about|from|in|stories|news|articles?)\b.{0,40})?|also (?:read|see"
        r"|watch|on .{2,30}|in .{2,20})|what to read next|up next|(?:next|more) (?:in|on"
        r"|from) [\w ]{2,30}|in (?:other|related|brief) news|in (?:other|related) developments"
        r"|news in brief|popular|trending|most read|latest|dig deeper|keep reading|explore more"
        r"|related"
    ),
)
RELATED_LINE = _start(
    (
        r"(?:related|read(?: also| more| next| too| on| this)?|also read|must read|see(?: also"
        r"| more)?|watch(?: also| more)?|more(?: on this| on this story| from [\w ]{2,25})?"
        r"|don'?t miss|also (?:live|in this (?:issue|edition))"
        r"|trending(?: now)?"
        r"|recommended|explainer|analysis|opinion|in pictures|video|podcast|timeline"
        r"|background|related (?:article|story|news|topics?|stories)|you may also like"
        r"|from the archives?)\s*(?:[:|►▶»]|[-–—]\s)\s*(?=\S)"
    ),
    (
        r"(?:read|see) (?:also|more)\b\s+(?=[A-Z\"“'‘])|(?:click|tap) here\b|(?:read|see"
        r"|view) (?:the )?(?:full|original|more|entire|complete) (?:story|article|report"
        r"|statement|interview|coverage|text|transcript)\b.{0,50}$|→ ?"
    ),
)
