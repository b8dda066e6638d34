"""Surface forms: how a name is written, and which words only point at what was named before."""

import functools
import re
import unicodedata
from importlib import resources

_SPACE_BESIDE_HAN = re.compile(r"(?<![!-~])\s+|\s+(?![!-~])")
_DOTS = str.maketrans("‧•・●．", "·····")

# Words for the area that a paper speaks from: 我区, 全市, 本县.
_LEVEL_WORDS = "自治区|自治州|自治县|街道|省|市|区|县|州|盟|旗|镇|乡"
AREA_POINTER = re.compile(f"(?:我|全|本|该|此|这个)?(?:{_LEVEL_WORDS})|我国|全国|本地|当地")

_DEMONSTRATIVE = re.compile("(?:该|此|本|这|这个|这家|我|各|有关|相关|上述|其)(?=.)")
_YEAR = re.compile(r"(?:\d{4}|[〇零一二三四五六七八九]{4})年度?")


def tidy(name: str) -> str:
    """Take layout out of a name: no space beside Han characters, one between words.

    >>> tidy(" 徐 汇区 "), tidy("Hello   World")
    ('徐汇区', 'Hello World')
    """
    return _SPACE_BESIDE_HAN.sub("", " ".join(name.split()))


def normal(name: str) -> str:
    """Give the form under which two spellings of one name are equal; a key, never shown.

    >>> normal("３Ｍ公司（中国）") == normal("3M 公司(中国)")
    True
    """
    folded = unicodedata.normalize("NFKC", name).translate(_DOTS)
    return "".join(folded.split()).casefold()


def points_only(kind: str, form: str) -> bool:
    """Tell whether a form only points at something, so that it says nothing outside its article.

    >>> points_only("Enterprise", "该公司"), points_only("Enterprise", "联发科上海")
    (True, False)
    """
    if kind == "District":
        return AREA_POINTER.fullmatch(form) is not None
    pointers = _pointers().get(kind, frozenset())
    bare = _DEMONSTRATIVE.sub("", form, count=1) if _DEMONSTRATIVE.match(form) else form
    return form in pointers or bare in pointers


@functools.cache
def _pointers() -> dict[str, frozenset[str]]:
    text = resources.files(__package__).joinpath("pointers.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {kind: frozenset(words.split()) for kind, words in rows}


def without_year(name: str) -> tuple[str, str]:
    """Part a name from the year that stands at its head.

    >>> without_year("2023年上海市第一督察组")
    ('上海市第一督察组', '2023')
    """
    found = _YEAR.match(name)
    if found is None or found.end() == len(name):
        return name, ""
    digits = found.group()[:4].translate(str.maketrans("〇零一二三四五六七八九", "00123456789"))
    return name[found.end() :], digits
