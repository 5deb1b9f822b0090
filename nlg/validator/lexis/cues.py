"""The words that carry a claim's logic: comparatives.

Superlatives, trends, negation, reference, connectives.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from nlg.validator.lexis.phrases import PhraseTable, words_of

Role = Literal[
    "more",  # a comparative
    "most",  # a superlative
    "trend",  # growth or decline
    "same",
    "similar",
    "gap",  # a noun or verb of difference
    "ratio",
    "than",  # opens the other side of a comparison
    "against",  # sets a second figure or subject beside the first
    "not",
    "only",
    "unlike",
    "share",  # having in common
    "order",
    "majority",
    "minority",
    "slightly",
    "much",
    "advice",
    "as",  # "as much as": likeness, or less where it is denied
    "bound",  # an end of a range
    "people",  # ties a share to the people it is of
    "respectively",
    "clause",  # opens a clause
    "who",
    "top",  # "top", "leading": the head of a ranked list
    "wide",
    "different",
]


@dataclass(frozen=True, slots=True)
class Cue:
    """What one cue word means."""

    role: Role
    sign: int = 0
    """Direction of a comparative, superlative or trend: 1 up, −1 down."""
    domain: str = ""
    """What the word measures by itself ("pay", "age", "size"); empty when any measure may follow."""
    factor: Decimal = Decimal(0)
    binds: bool = False
    """Whether it takes the other side as its object ("exceeds", "trails"), without *than*."""


def _comparatives() -> dict[Cue, str]:
    table: dict[Cue, str] = {}
    for domain, up, down in _SCALES:
        table[Cue("more", 1, domain)] = up
        table[Cue("more", -1, domain)] = down
    for domain, up, down in _SUPERLATIVES:
        table[Cue("most", 1, domain)] = up
        table[Cue("most", -1, domain)] = down
    for domain, up, down in _BINDING:
        table[Cue("more", 1, domain, binds=True)] = up
        table[Cue("more", -1, domain, binds=True)] = down
    return table


_SCALES = (
    ("", "out on top|the upper hand|higher|greater|more|larger amount of|lead on|leads on|lead in|leads in|wins on|win on|ahead on|ahead in|ahead in terms of|ahead when it comes to|has the edge on|have the edge on|has the edge in|have the edge in|comes out ahead on|come out ahead on|win out on|wins out on", "lower|less|fewer|smaller amount of"),
    ("size", "larger|bigger|for all its size|for all their size|despite its size|despite their size", "smaller|tinier"),
    ("age", "older", "younger"),
    ("pay", "better paid|higher paid|better paying|higher paying|more lucrative|pays better|pay better|paid better"
     "|earns better|more highly paid|better compensated|ahead on pay|wins on pay|better off"
     "|comes out ahead on pay",
     "worse paid|lower paid|lower paying|less lucrative|pays worse|pay worse|paid worse|less well paid"
     "|less highly paid|poorer paid"),
    ("time", "longer", "shorter"),
    ("speed", "faster|quicker|more quickly|more rapidly|more rapid|brisker|swifter",
     "slower|more slowly|less quickly|less rapidly"),
    ("steep", "steeper|sharper|deeper|harder|more steeply|more sharply", "milder|gentler|shallower|less steeply"),
    ("strength", "stronger|brighter|rosier", "weaker|dimmer|less bright|less rosy|bleaker|gloomier"),
    ("mass", "heavier|more massive", "lighter|less massive"),
    ("temperature", "hotter|warmer", "colder|cooler"),
    ("distance", "farther|further away|more distant|farther away|further out|farther out|further from",
     "closer to the sun|nearer|nearer to|closer in"),
    ("density", "denser|more dense", "less dense"),
    ("price", "more expensive|pricier|costlier|dearer", "cheaper|less expensive|more affordable|less costly"),
    ("height", "taller", "shorter"),
    ("count", "more numerous", "less numerous|fewer in number"),
    ("satisfaction", "happier|more satisfied|more content", "unhappier|less satisfied|less happy"),
    ("experience", "more experienced", "less experienced"),
    ("economy", "more efficient|more economical|thriftier|more frugal", "thirstier|less efficient|less economical"),
    ("power", "more powerful", "less powerful"),
    ("population", "more populous|more crowded", "less populous"),
    ("width", "wider|broader", "narrower|tighter"),
    ("frequency", "more common|likelier|more likely|more prevalent|more widespread|more often",
     "less common|rarer|less likely|less prevalent|less often"),
    ("diversity", "more female|more diverse", "less diverse"),
    ("quality", "better|favors|favours", "worse"),
)  # fmt: skip
_SUPERLATIVES = (
    ("", "highest|most|greatest", "lowest|least|fewest"),
    ("size", "largest|biggest", "smallest|tiniest"),
    ("age", "oldest", "youngest"),
    ("pay", "best paid|highest paid|highest paying|best paying|top paying|top earning|highest earning|top paid"
     "|most lucrative|highest earners", "worst paid|lowest paid|lowest paying|least lucrative|worst paying"),
    ("time", "longest", "shortest"),
    ("speed", "fastest|quickest", "slowest"),
    ("steep", "steepest|sharpest", ""),
    ("mass", "heaviest|most massive", "lightest|least massive"),
    ("temperature", "hottest|warmest", "coldest|coolest"),
    ("distance", "farthest|furthest|most distant|outermost", "nearest|innermost"),
    ("density", "densest", "least dense"),
    ("price", "most expensive|priciest|costliest|dearest", "cheapest|least expensive|most affordable"),
    ("height", "tallest", ""),
    ("satisfaction", "happiest|most satisfied", "unhappiest|least satisfied"),
    ("economy", "most efficient|most economical|thriftiest", "thirstiest|least efficient"),
    ("power", "most powerful", "least powerful"),
    ("width", "widest|broadest", "narrowest|tightest"),
    ("frequency", "most common|commonest|most frequent|most popular|most widely held|most prevalent|most important"
     "|most sought after|most typical|top ranked|most often", "least common|rarest|least frequent"),
)  # fmt: skip
_BINDING = (
    ("", "rank above|ranks above|sit above|sits above|exceeds|exceed|exceeding|exceeded|tops|surpasses|surpass|surpassing|outstrips|outstrip|outpaces|outpace"
     "|outpacing|outpaced|beats|beat|beating|edges out|edge out|edges past|edging out|edges|outdoes|dwarfs"
     "|eclipses|outranks|ahead of|is ahead of|are ahead of|above that of|above|leads|outscores"
     "|outscore|overtakes|comes out ahead of|come out ahead of|comes in ahead of|pulls ahead of",
     "rank below|ranks below|sit below|sits below|trails|trail|trailing|trailed|lags|lag|lagging"
     "|lags behind|lag behind|trails behind|falls short of"
     "|fall short of|falling short of|short of|shy of|below|falls behind|fall behind|behind|below that of"
     "|is behind|are behind"
     "|comes in below|come in below|comes in behind|trail behind"),
    ("pay", "out earn|outearn|outearns|out earns|outearning|out earning|out earned|outearned|outpays|outpay",
     ""),
    ("count", "outnumber|outnumbers|outnumbering|outnumbered", ""),
    ("mass", "outweighs|outweigh", ""),
)  # fmt: skip

_TABLE: dict[Cue, str] = {
    Cue("trend", 1): "inch up|inches up|edge up|edges up|tick up|ticks up|creep up|creeps up|become more numerous|becoming more numerous|grow|grows|growing|grew|grown|growth|expand|expands|expanding|expansion|increase|increases"
    "|increasing|rise|rises|rising|climb|climbs|climbing|gain|gaining|gains|swell|swelling|add jobs"
    "|adding jobs|adds jobs|gain jobs|gaining jobs|job gains|job growth|upswing",
    Cue("trend", -1): "slip|slips|edge down|edges down|inch down|tick down|ticks down|dip|dips|become fewer|becomes fewer|becoming fewer|thin|thinning|thins|shrink|shrinks|shrinking|shrank|shrinkage|decline|declines|declining|declined|contract"
    "|contracts|contracting|contraction|fall|falls|falling|drop|drops|dropping|decrease|decreases|decreasing"
    "|lose jobs|losing jobs|loses jobs|lose|losing|loses|slide|sliding|slump|job losses|job loss|cut jobs"
    "|shedding jobs|shed jobs|sheds jobs|shed|shedding|sheds|dwindle|dwindling|downturn|shed positions"
    "|negative growth|fade|fading|job decline|contracted",
    Cue("same"): "the same|same|identical|equal|equally|tied|tie|ties|exactly as|level|no difference|equals"
    "|neck and neck|matches|match|dead heat|just as|evenly matched|the exact same|exactly the same"
    "|indistinguishable|identically|on a par|do not differ|no gap",
    Cue("similar"): "are close|much alike|quite alike|very much alike|are alike|little between them"
    "|little between the two|close together|similar|similarly|comparable|comparably|about the same|roughly the same|almost the same"
    "|nearly the same|virtually the same|practically the same|much the same|nearly identical|almost identical"
    "|virtually identical|practically identical|almost exactly the same|roughly equal|about equal|on par"
    "|in line with|close to that of|nearly equal|about equally|almost equally|as good as the same"
    "|pretty much the same|more or less the same|close to identical|roughly equally|roughly on par"
    "|basically the same|essentially the same|essentially identical|essentially equal|effectively the same"
    "|effectively identical|basically identical|near identical|all but identical|all but the same"
    "|all but equal|a near tie|virtually tied|practically tied|nearly tied|effectively tied|roughly level"
    "|almost level|a wash|a toss up|a coin toss|a coin flip|a draw|within a whisker|broadly similar"
    "|very similar|hardly differ|hardly differs|barely differ"
    "|barely differs|differs little|differ little|little difference|hardly any difference|roughly comparable"
    "|approximately the same|approximately equal|near equal|almost equal|virtually equal|a virtual tie",
    Cue("different"): "differ|differs|different|diverge|diverges|vary|unequal",
    Cue("gap"): "difference|gap|advantage|edge|lead|premium|apart|separate|separates|separating|deficit|margin"
    "|differential|spread|disparity|ahead|head start|differ by|disadvantage|shortfall|pay bump|bump|extra"
    "|additional|separated by|discrepancy|divide|divides",
    Cue("gap", domain="pay"): "pay gap|wage gap|salary gap|earnings gap|pay difference|salary difference|pay differential",
    Cue("gap", domain="age"): "age gap|age difference",
    Cue("ratio", factor=Decimal(2)): "twice|double|doubles|twofold|doubled|doubling",
    Cue("ratio", factor=Decimal(3)): "triple|thrice|threefold|triples",
    Cue("ratio", factor=Decimal(4)): "quadruple|fourfold",
    Cue("than"): "than",
    Cue("against"): "compared with|compared to|as compared to|as compared with|in comparison with|in comparison to"
    "|against|versus|vs|vs .|relative to|as opposed to|as against|next to|set against|alongside|rather than"
    "|measured against|when compared to|when compared with|in contrast to|by comparison with|beside"
    "|in contrast with|v|stacked up against|up against|instead of|opposite",
    Cue("unlike"): "unlike",
    Cue("not"): "not|isn't|aren't|don't|doesn't|didn't|wasn't|weren't|won't|no|never|nor|cannot|can't|without|none"
    "|hasn't|haven't|neither|hardly|nowhere near|far from",
    Cue("only"): "only|solely|exclusively|alone|exclusive to|unique to|unique",
    Cue("share"): "share|shares|shared|sharing|in common|overlap|overlaps|overlapping|common to both|both list"
    "|common ground|also|appear on both|appears on both|appear in both|appears in both|as well",
    Cue("order"): "followed by|in order|in that order|first|then|second|next|finally|third|followed closely by"
    "|trailed by|ahead of|runner up|comes second|comes next|rounding out|rounded out by|rounds out|complete"
    "|completes|topped by|led by|leads|lead|headed by|tops|top the list|tops the list",
    Cue("majority"): "most|mostly|predominantly|overwhelmingly|largely|mainly|primarily|chiefly|in the majority|the majority|a majority|majority|more than half|over half|most of|the bulk of",
    Cue("minority"): "a minority|minority|fewer than half|less than half|under half",
    Cue("slightly"): "slightly|marginally|a little|a bit|a touch|somewhat|a shade|fractionally|narrowly|a hair"
    "|barely|a tad|just|by a whisker|by a hair|modestly|a fraction|ever so slightly|minimally|a smidge",
    Cue("much"): "much|far|significantly|substantially|considerably|dramatically|vastly|way|well|a lot|markedly"
    "|notably|clearly|noticeably|comfortably|sharply|hugely|easily|even|still|decidedly|distinctly",
    Cue("advice"): "should|must|consider|ought to|if you|you can|you could|you may|you might|need to|needs to"
    "|would you|you'd|may want|choose|you want|you should|you need|you prefer|make sure|aim for|expect to"
    "|ask yourself|keep in mind|remember that|think about|your|would|would need|if your|whether you"
    "|let us|don't forget",
    Cue("respectively"): "respectively|in that order respectively",
    Cue("clause"): "while|whereas|but|although|though|however|yet|even though|and|despite|because|since|so|where"
    "|when|even as|albeit|meanwhile|on the other hand|in contrast|by contrast|as for|with|or|plus",
    Cue("who"): "who|whose|whom",
    Cue("as"): "as much as|as many as|as high as|as old as|as large as|as big as|as long as|as fast as|as quickly as|so much as"
    "|as well paid as|as highly paid as|as much money as|as heavy as|as massive as|as hot as"
    "|as expensive as|as far as",
    Cue("bound"): "top out|tops out|topped out|topping out|bottom out|bottoms out|max out|maxes out",
    Cue("people"): "make up|makes up|making up|made up|account for|accounts for|accounting for|made up of|represent"
    "|represents|comprise|comprises|constitute|constitutes",
    Cue("top"): "top|leading|main|key|number one|chief|primary|foremost|core|principal|no . 1|biggest",
}  # fmt: skip


def cue_entries() -> tuple[tuple[tuple[str, ...], Cue], ...]:
    """Every phrase and its meaning; of two equal phrases the first counts."""
    entries: list[tuple[tuple[str, ...], Cue]] = []
    for table in (_comparatives(), _TABLE):
        for cue, text in table.items():
            entries.extend((words_of(phrase), cue) for phrase in text.split("|") if phrase)
    return tuple(entries)


CUES: PhraseTable[Cue] = PhraseTable.build(cue_entries())

REFERENCES: PhraseTable[str] = PhraseTable.of(
    {
        "one": "the one",
        "former": "the former|former|the first|the first one|the first role|the first occupation|the former role"
        "|the first of the two|the first job",
        "latter": "the latter|latter|the second|the second one|the latter role|the second role|the second job"
        "|the last named|the second of the two",
        "both": "both|the two|the pair|each|either|the two roles|both roles|both jobs|the two jobs|both occupations"
        "|the two occupations|both groups|the two groups|both professions|the two professions|both careers"
        "|the two careers|each of them|each of the two|both of them|both fields|the two fields"
        "|each occupation"
        "|both positions|these two|the two trades|both trades|these two roles|these two jobs|each other"
        "|one another|these occupations|these jobs|these roles|these careers|either one|either role"
        "|either job"
        "|between them|between the two|the other two|these professions|the two sides|both sides|either side"
        "|the duo|each role|each job|both of these|the occupations|the roles|the jobs|both kinds|each group",
        "neither": "neither|neither one|neither role|neither job|neither of the two|neither of them|neither occupation"
        "|neither group|neither profession",
        "other": "the other|the other one|the other role|the other job|the other group|the other occupation"
        "|the other side|its counterpart|their counterparts|its rival|their rivals|the others|the rival"
        "|the alternative|the other profession|the other career|the other field|the other's|its counterparts"
        "|counterparts|counterpart|the other trade",
        "they": "they|them|their|theirs|these workers|those workers|these professionals|those professionals"
        "|these people|people in this role|people in the role|workers in this role|he or she",
        "it": "it|its|the role|the job|the occupation|this role|this job|this occupation|the profession"
        "|this profession|the career|this career|the position|this position|the trade|that role|that job"
        "|that occupation|this one|that one|the field|this field|the work|this trade|this path|that path"
        "|the planet|this group|that group|said role",
        "that": "that of|those of|that for|those for|the figure for|the one for",
    }
)
"""Expressions that refer to an entity without naming it."""
