"""Numerals: 十一 → 11, 二〇二三 → 2023, as years, months and days are written."""

_DIGITS = {"〇": 0, "零": 0, "○": 0, "元": 1} | {
    c: n for n, c in enumerate("一二三四五六七八九", 1)
}
_TENS = {"十": 1, "廿": 2, "卅": 3}


def whole(written: str) -> int:
    """Give the number that a year, month or day is written as.

    >>> whole("2023"), whole("二〇二三"), whole("三十一"), whole("十"), whole("廿八")
    (2023, 2023, 31, 10, 28)

    Raises:
        KeyError: It is written with something else than digits and Chinese numerals.
    """
    if written.isascii():
        return int(written)
    for sign, tens in _TENS.items():
        before, found, after = written.partition(sign)
        if found:
            head = _DIGITS[before] if before else tens
            return 10 * head + (_DIGITS[after] if after else 0)
    total = 0
    for character in written:
        total = total * 10 + _DIGITS[character]
    return total
