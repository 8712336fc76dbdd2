"""A day as a person writes it: "2026-12-12", "12 Dec", "Dec 12, 2026", "tomorrow", "friday", "in 2 weeks"."""

import re
from datetime import date, timedelta

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBERS = {"a": 1, "an": 1, "next": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_IN = re.compile(r"(?:in )?(\d{1,3}|[a-z]+) (day|week|fortnight|month)s?(?: from (?:now|today))?")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\. ?(\d{1,2})\.? ?(\d{4})?")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?([a-z]{3,9})\.?,?(?: (\d{4}))?")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,?(?: (\d{4}))?")


def day_meant(text: str, today: date) -> date | None:
    """The day that a text means; None where it means none, or might mean two ("3/4/2026", "next friday").

    A date without a year is the next one from today on, and a weekday is the coming one, never today.
    """
    plain = " ".join(text.casefold().split()).removeprefix("on ").removeprefix("the ")
    if plain in ("today", "tomorrow"):
        return today + timedelta(days=plain == "tomorrow")
    weekday = _named(plain.removeprefix("this "), _WEEKDAYS)
    if weekday is not None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    if ahead := _IN.fullmatch(plain):
        return _ahead(ahead[1], ahead[2], today)
    if iso := _ISO.fullmatch(plain):
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    if dotted := _DOTTED.fullmatch(plain):
        return _next(int(dotted[2]), int(dotted[1]), dotted[3], today)
    if named := _DAY_FIRST.fullmatch(plain):
        return _of_month(named[2], named[1], named[3], today)
    if named := _MONTH_FIRST.fullmatch(plain):
        return _of_month(named[1], named[2], named[3], today)
    return None


def _named(word: str, names: tuple[str, ...]) -> int | None:
    """The index of the name that a word is, or is the beginning of, from three letters on."""
    word = word.removesuffix(".")
    if len(word) < 3:
        return None
    word = "sep" if word == "sept" else word
    return next((index for index, name in enumerate(names) if name.startswith(word)), None)


def _ahead(number: str, unit: str, today: date) -> date | None:
    count = int(number) if number.isdigit() else _NUMBERS.get(number)
    if count is None:
        return None
    if unit != "month":
        return today + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    years, month = divmod(today.month - 1 + count, 12)
    # The 31st of a month that has none is its last day.
    days = (_date(today.year + years, month + 1, day) for day in range(today.day, 27, -1))
    return next((day for day in days if day), None) or _date(today.year + years, month + 1, min(today.day, 28))


def _of_month(name: str, day: str, year: str | None, today: date) -> date | None:
    month = _named(name, _MONTHS)
    return None if month is None else _next(month + 1, int(day), year, today)


def _next(month: int, day: int, year: str | None, today: date) -> date | None:
    if year:
        return _date(int(year), month, day)
    # A 29th of February comes again within eight years.
    days = (_date(today.year + ahead, month, day) for ahead in range(9))
    return next((found for found in days if found and found >= today), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
