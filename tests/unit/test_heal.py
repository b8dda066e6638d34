"""The healed copy: what is joined, what is kept apart, and the way back."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.evidence.heal import heal, sentence_around, sentences

# text as read, healed copy
HEALED = [
    ("区委书记曹\n\n立强、 区长出\n\n席。", "区委书记曹立强、区长出席。"),
    ("１１ 月 １３ 日上\n\n午，会议召开。", "11月13日上午，会议召开。"),
    ("3M 公司 Hello World", "3M公司Hello World"),
    ("Hello\nWorld\nagain and", "Hello World again and"),
    ("会议９：００开始（第１场）。", "会议9：00开始（第1场）。"),
    ("甲\u200b乙\ufeff丙\u00a0丁", "甲乙丙丁"),
    ("A  B   C", "A B C"),
    ("", ""),
    (" \n\u3000\n", ""),
    # paragraphs of a column: a short last line ends one, a full line that ends a sentence does not
    (
        "会议由区长主持，各单位参\n加会议并作了发言。\n会后，与会人员来到现场查\n看进展。全体人员到会。",
        "会议由区长主持，各单位参加会议并作了发言。\n会后，与会人员来到现场查看进展。全体人员到会。",
    ),
    # an indent opens one, however full the line before it
    (
        "　　会议由区长主持，各单位参\n加会议并都作了重要的发言。\n　　会后，与会人员来到现\n场，查看了工程的进展情况。",
        "会议由区长主持，各单位参加会议并都作了重要的发言。\n会后，与会人员来到现场，查看了工程的进展情况。",
    ),
    # so does a blank line where lines are not parted by blank lines anyway
    (
        "会议由区长主持，各单位参\n加会议并都作了重要的发言\n\n会后，与会人员来到现场，\n查看了工程的进展情况。",
        "会议由区长主持，各单位参加会议并都作了重要的发言\n会后，与会人员来到现场，查看了工程的进展情况。",
    ),
    # a heading and a signature stand by themselves
    (
        "全区动员会\n会议由区长主持，各单位参\n加会议并都作了重要的发言。",
        "全区动员会\n会议由区长主持，各单位参加会议并都作了重要的发言。",
    ),
    (
        "督察组进驻时间为一个月，\n期间设立专门的邮政信箱。\n第三督察组",
        "督察组进驻时间为一个月，期间设立专门的邮政信箱。\n第三督察组",
    ),
    # and so does the date under a signature
    (
        "督察组进驻时间为一个月，\n期间设立专门的邮政信箱。\n第三督察组\n2024 年 5月8 日",
        "督察组进驻时间为一个月，期间设立专门的邮政信箱。\n第三督察组\n2024年5月8日",
    ),
    # a column that narrows beside a picture is still one paragraph
    (
        "会议由区长主持，各单位参\n加会议并都作了重要的发言，\n会后，与\n会人员来\n到现场查\n看工程的\n进展。",
        "会议由区长主持，各单位参加会议并都作了重要的发言，会后，与会人员来到现场查看工程的进展。",
    ),
]  # fmt: skip

APART = [
    "甲县召开会议\n2023-11-13\n" + "会议由县长主持，各单位参加会议并作了发言。" * 4,
    "一、任命王某为局长。\n二、任命李某为主任。\n三、免去赵某职务。\n四、其他。",
    "名单\n甲市第一建筑工程集团有限公司\n乙局\n丙县自来水公司\n丁所\n戊研究院",
]  # fmt: skip

NEWS = st.text(
    alphabet="区委书记曹立强，。：；“”、（） \n\r\t\u3000\u200b０１２AbZa9.-", max_size=200
)


def test_a_wide_gap_in_a_long_line_parts_paragraphs() -> None:
    first = "会议由区长主持，各单位参加会议并作了发言。" * 3
    assert heal(f"{first}　　会后，全体到场。").text == f"{first}\n会后，全体到场。"
    assert heal(f"题目：甲乙        {first}").text == f"题目：甲乙\n{first}"
    assert heal(f"{first} 会后，全体到场。").text == f"{first}会后，全体到场。"


@pytest.mark.parametrize(("read", "healed"), HEALED)
def test_layout_is_undone_and_paragraphs_are_kept(read: str, healed: str) -> None:
    assert heal(read).text == healed


@pytest.mark.parametrize("text", APART)
def test_lines_that_are_no_column_stay_apart(text: str) -> None:
    assert heal(text).text == text


def same_up_to_width(healed: str, original: str) -> bool:
    if healed.isspace():
        return original.isspace()
    return healed == original or healed == unicodedata.normalize("NFKC", original)


@given(st.one_of(NEWS, st.text(max_size=200)))
def test_every_code_point_leads_back_to_the_one_it_was(text: str) -> None:
    healed = heal(text)
    assert len(healed.origin) == len(healed.text) + 1
    assert healed.origin[-1] == len(text)
    assert all(a < b for a, b in zip(healed.origin, healed.origin[1:], strict=False))
    for character, at in zip(healed.text, healed.origin, strict=False):
        assert same_up_to_width(character, text[at])


@given(st.one_of(NEWS, st.text(max_size=200)))
def test_nothing_but_white_space_and_invisible_marks_is_lost(text: str) -> None:
    def visible(one: str) -> list[str]:
        return [c for c in one if not c.isspace() and c not in "\u200b\u2060\ufeff\u00ad"]

    healed = heal(text)
    kept = [text[at] for at in healed.origin[:-1]]
    assert visible("".join(kept)) == visible(text)


@given(st.one_of(NEWS, st.text(max_size=100)))
def test_healing_a_healed_text_loses_nothing_more(text: str) -> None:
    once = heal(text).text
    assert "".join(heal(once).text.split()) == "".join(once.split())


@given(NEWS)
def test_sentences_cover_all_that_is_no_space(text: str) -> None:
    healed = heal(text).text
    covered = [False] * len(healed)
    last = 0
    for start, stop in sentences(healed):
        assert last <= start < stop
        last = stop
        covered[start:stop] = [True] * (stop - start)
    assert all(held or one in "\n 。！？；”’）" for held, one in zip(covered, healed, strict=True))


@given(NEWS, st.data())
def test_the_sentence_around_a_span_holds_it(text: str, data: st.DataObject) -> None:
    healed = heal(text)
    if not healed.text.strip():
        return
    start = data.draw(st.integers(0, len(healed.text) - 1))
    stop = data.draw(st.integers(start + 1, min(len(healed.text), start + 12)))
    if not healed.text[start:stop].strip(" \n。！？；”’）"):
        return
    sentence = sentence_around(healed, *healed.original(start, stop))
    assert "".join(healed.text[start:stop].split()) in "".join(sentence.split())


def test_spans_map_back_over_line_breaks() -> None:
    text = "区委书记曹\n\n立强、 区长出\n\n席。"
    healed = heal(text)
    start = healed.text.index("曹立强")
    first, last = healed.original(start, start + 3)
    assert text[first:last] == "曹\n\n立强"


def test_a_sentence_is_found_among_those_of_its_paragraph() -> None:
    text = "会议召开。\n\n区长讲话；书记主\n\n持。全体到会。"
    healed = heal(text)
    at = text.index("持")
    assert sentence_around(healed, at, at + 1) == "书记主持。"
    assert sentence_around(healed, text.index("话"), at + 1) == "区长讲话；书记主持。"


def test_a_megabyte_heals_in_about_a_second() -> None:
    text = "会议由区长主持， 各单位参\n\n加会议并作了11 月的重要发言。\n\n" * 30_000
    started = time.process_time()
    heal(text)
    assert time.process_time() - started < 3  # measured 0.6 s; a loaded machine gets its share
