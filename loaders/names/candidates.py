"""Candidate: whether a person's name begins at a position, and where it would end."""

from dataclasses import dataclass, replace

from loaders.names.edges import HARD
from loaders.names.name_words import ended, is_han, late, name_words, word_after

PUNCTUATED, FOLLOWED, _OPEN = 1.0, 0.9, 0.6
"""How clear a name is: before punctuation, before a word that follows names, before others."""
LIKELY, LEAST = 0.85, 0.6
"""How clear a name has to be in a loose place, and straight after a title."""
_PAIR, _DOUBLE = 2, 4
_THREE, _LATE = 3, "时日后前等"
_CLOSING = "，。、；：！？,;:）)\n"
_NOUNS = "区县镇乡村会局部处科室员长者人家户业界式节型性化制力量品"  # 高新区, 高质量: how words of three end
_FUNCTION = frozenset(
    "曾已最受不与也了以们但做再则又及因在将就并往或所把更是由的着而被让该过还这那都和对到向从于某"
)
_NO_GIVEN = ("家", "族")
_NAMED_AFTER = (
    "精神",
    "研究会",
    "奖学金",
    "纪念馆",
    "故居",
    "思想",
    "奖章",
    "塑像",
    "雕像",
    "广场",
    "大道",
)
_STYLES = (
    "先生", "女士", "小姐", "太太", "夫人", "老师", "师傅", "大爷", "大妈", "大娘", "大叔", "大哥", "大姐", "阿姨", "奶奶", "爷爷", "婆婆",
    "同学", "某某", "姓",
)  # fmt: skip
"""What stands after a surname alone, of somebody whose name is not told: 市民陈先生."""
_VERBS, _SAID = "为拟向任", "说称讲问答摄等"
_LINKS = "和与从同及由向于有都能别全来上但次后经终"  # surnames, and far more often words between two names
_WEAK = 0.25  # taken off for a weak surname outside a list


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a person's name.

    Attributes:
        start: First code point in the healed text.
        stop: Code point after it.
        strength: 1.0 before punctuation, 0.9 before a word that follows names, 0.6 before others.
        weak: Its surname is more often an ordinary word.
        speaks: A verb of saying or doing stands straight after it.
    """

    start: int
    stop: int
    strength: float
    weak: bool = False
    speaks: bool = False


def candidate(text: str, at: int, *, placed: bool = False, links: int = 3) -> Candidate | None:
    """Read a person's name at a position.

    Args:
        text: A healed text.
        at: Where the name would begin.
        placed: It stands straight after a title or in a list of persons, so that a surname that is
            more often a word is no objection, and before punctuation hardly any given name is.
        links: How many words that join may stand in a row, each of which could begin the name.
    """
    lexicon = name_words()
    compound = text[at : at + 2] in lexicon.surnames or text[at + 1 : at + 2] == "氏"
    surname = 2 if compound else 1
    if not is_han(text[at : at + 2]) or not (compound or text[at] in lexicon.surnames):
        return None
    if _worded(text, at, surname, placed=placed):
        return None
    weak = text[at] in lexicon.weak and not compound
    best: Candidate | None = None
    for length in (surname + 2, surname + 1):
        found = ending(text, at, at + length, at + surname, firm=placed and not weak)
        if found and (best is None or found.strength > best.strength):
            best = found
    if placed and not weak and not compound and (best is None or best.strength < FOLLOWED):
        best = _double(text, at) or best
    if (
        best is None
        or text[at : best.stop] in lexicon.after
        or _unclear(text, at, best, links, placed=placed)
    ):
        return None
    if weak and best.strength < FOLLOWED and best.stop - at == _PAIR:
        return None  # 副市长操弄…
    strength = best.strength - (_WEAK if weak and not placed else 0)
    return Candidate(at, best.stop, strength, weak, best.speaks)


def _worded(text: str, at: int, surname: int, *, placed: bool) -> bool:
    """Tell whether a word or a title begins where a name would, or a title after its surname (汪护士)."""
    lexicon = name_words()
    word = text.startswith(lexicon.not_persons.get(text[at], ()), at)
    if (word and not (placed and _goes_on(text, at))) or _title_at(text, at):
        return True
    given = at + surname
    titled = text.startswith(lexicon.titles.get(text[given : given + 1], ()), given)
    titled = titled or text.startswith(_STYLES, given)
    return titled or (not placed and text[given : given + _PAIR] in lexicon.cues)


def _double(text: str, at: int) -> Candidate | None:
    """Read a name with the husband's surname before one's own: 林陈若兰."""
    own = text[at + 1 : at + 2]
    if own not in name_words().surnames or own in name_words().weak:
        return None
    found = ending(text, at, at + _DOUBLE, at + 2, firm=True)
    return found if found is not None and found.strength >= FOLLOWED else None


def _unclear(text: str, at: int, best: Candidate, links: int, *, placed: bool) -> bool:
    """Tell whether the surname is rather a word that joins: 甲董事长向刘立新, 副主席和秘书长."""
    if text[at] == "和" and _titled_after(text, best.stop):
        return True  # 主席和沙兰总统
    if text[at] not in _LINKS or best.strength == PUNCTUATED:
        return False
    if placed and text[at] == "于" and best.stop - at == _THREE and best.strength >= FOLLOWED:
        return False  # 副局长于建明出席
    return best.strength < FOLLOWED or _better(text, at + 1, best, links)


def _titled_after(text: str, at: int) -> bool:
    """Tell whether a title or a style stands at a position."""
    return text.startswith(name_words().titles.get(text[at : at + 1], ()), at)


def _better(text: str, at: int, best: Candidate, links: int) -> bool:
    """Tell whether a name begins one later, after a word that joins: 甲董事长向刘立新, not 向刘立."""
    if text.startswith(name_words().not_persons.get(text[at : at + 1], ()), at):
        return True
    after = candidate(text, at, links=links - 1) if links else None
    return after is not None and after.strength >= best.strength


def _goes_on(text: str, at: int) -> bool:
    """Tell whether a name of three goes on after a word that is none: 丁香远 after a title, before punctuation."""
    lexicon = name_words()
    words = [one for one in lexicon.not_persons.get(text[at], ()) if text.startswith(one, at)]
    last = text[at + _PAIR : at + _THREE]
    closed = text[at + _THREE : at + _THREE + 1] in _CLOSING and last not in _CLOSING
    whole = any(len(one) != _PAIR for one in words) or last in lexicon.never or last in _NOUNS
    return text[at] in lexicon.surnames and closed and not whole


def _title_at(text: str, at: int) -> bool:
    """Tell whether a title begins at a position; 关长吉 and 司长明 before punctuation are names."""
    choice = name_words().titles.get(text[at], ())
    title = next((one for one in choice if text.startswith(one, at)), "")
    whole = ended(text, at + _THREE) and text[at + _PAIR : at + _THREE] not in HARD
    return bool(title) and not (len(title) == _PAIR and text[at] in name_words().surnames and whole)


def shorter(text: str, found: Candidate) -> Candidate:
    """Leave off a third character that the name lacks elsewhere: 秦军 of 秦军搞, as 秦军 stands alone too.

    Args:
        text: A healed text.
        found: A name that nothing ends.
    """
    name = text[found.start : found.stop]
    two = name[:_PAIR]
    if found.strength >= FOLLOWED or len(name) != _THREE or two in name_words().surnames:
        return found
    if text.count(two) == text.count(name):
        return found
    at = text.find(name)
    while at >= 0:
        other = ending(text, at, at + _THREE, at + 1)
        if other is not None and other.strength >= FOLLOWED:
            return found
        at = text.find(name, at + 1)
    return replace(found, stop=found.start + _PAIR)


def usual(text: str, found: Candidate) -> bool:
    """Tell whether a name of three has a surname that is no word, and given names that many have."""
    name = text[found.start : found.stop]
    given = name_words().given
    return len(name) == _THREE and not found.weak and name[1] in given and name[2] in given


def ending(text: str, start: int, stop: int, given: int, *, firm: bool = False) -> Candidate | None:
    """Read a name between two positions, with how clearly what follows ends it.

    Args:
        text: A healed text.
        start: Where it begins.
        stop: Where it would end.
        given: Where the given name begins.
        firm: A title or a list stands before it, so that before punctuation any character is one of a given name.
    """
    lexicon = name_words()
    name = text[given:stop]
    if len(name) != stop - given or not is_han(name) or late(text, stop) or name in _NO_GIVEN:
        return None
    if stop - start == _THREE and text[start : start + 2] == text[start + 2 : start + 4]:
        return None  # printed twice by mistake: 王明王明
    if text.startswith(_NAMED_AFTER, stop):
        return None
    rest = text[stop : stop + 1]
    closed = (
        rest in _CLOSING or rest in "及等和" or (rest == "的" and "以" in name)
    )  # 免去王以诚的…
    unusual = set(name) & lexicon.never
    if not closed and unusual.isdisjoint(_FUNCTION):
        closed = len(unusual) == 1 and word_after(text, stop) > 1  # 副主席唐汇诰出席
    sure = firm and stop - start == _THREE and closed and name[-1] not in _SAID
    inner = unusual == {"在"} and name[0] == "在" and len(name) == _PAIR  # 李在明, not 李在
    rare = inner or unusual <= lexicon.rare
    if unusual and not sure and not (rare and ended(text, stop)):
        return None
    if name[-1] in _VERBS and rest and rest not in _CLOSING:
        return None  # 选举李轩为副镇长, 任刚拟任
    if not rest or rest in HARD:
        # 陆航时， is 陆航 and 时: a name of three rarely ends so.
        odd = stop - start == _THREE and name[-1] in _LATE
        return Candidate(start, stop, _OPEN - 0.05 if odd else PUNCTUATED)
    size = word_after(text, stop)
    speaks = text.startswith(lexicon.speech.get(rest, ()), stop)
    if size:
        return Candidate(start, stop, FOLLOWED + min(size, 4) / 100, speaks=speaks)
    return Candidate(start, stop, _OPEN, speaks=speaks)
