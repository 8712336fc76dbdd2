"""Numbers as people say and write them: digits, number words, both, and what dictation makes of them."""

from collections.abc import Sequence

from interview_coach.answers.halves import part_of_scale
from interview_coach.answers.numerals import FRACTIONS, LETTERS, SCALES, SMALL, TENS
from interview_coach.answers.pairs import in_pairs
from interview_coach.answers.tokens import Sort, Token, listed
from interview_coach.answers.units import DURATIONS

_SLASHED = {(1.0, 2.0): 0.5, (1.0, 4.0): 0.25, (3.0, 4.0): 0.75, (1.0, 3.0): 1 / 3, (2.0, 3.0): 2 / 3}
_ONE_SCALE = frozenset({"the", "every", "each", "per"})
_ALL_TWELVE = frozenset((word, "of") for word in ("the", "that", "our", "those"))  # not "by the dozen"
_SOME = frozenset({"few", "several", "couple", "many", "some", "of"})
_AFTER_GRAND = listed("a per each every in on for to of and but or so altogether more less which")
_STARTS = frozenset({*SMALL, *TENS, *FRACTIONS, "a", "an", "point", "hundred", "thousand", "dozen"})


def with_numbers(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with each number of several words or parts as one."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        if tokens[at].sort is not Sort.NUMBER and tokens[at].text not in _STARTS:
            found.append(tokens[at])
            at += 1
            continue
        reader = _Reader(tokens, at)
        number = reader.number()
        if number is None:
            found.append(tokens[at])
            at += 1
        else:
            found.append(number)
            at = reader.at
    return found


class _Reader:
    """Reads one number from a place on, and stands behind it afterwards."""

    def __init__(self, tokens: Sequence[Token], at: int) -> None:
        self.tokens = tokens
        self.at = at
        self.first = at
        self.scaled = False
        self.scale = 1.0
        self.decimals = 0

    def _text(self, ahead: int = 0) -> str:
        place = self.at + ahead
        return self.tokens[place].text if place < len(self.tokens) else ""

    def _digits(self, ahead: int = 0) -> Token | None:
        place = self.at + ahead
        if place < len(self.tokens) and self.tokens[place].sort is Sort.NUMBER:
            return self.tokens[place]
        return None

    def number(self) -> Token | None:
        """The number that begins here, or None."""
        token = self.tokens[self.at]
        value: float | None = None
        if token.sort is Sort.NUMBER:
            value = self._written(token)
        elif token.sort is Sort.WORD:
            value, length = part_of_scale(self.tokens, self.at)
            self.at, self.scaled = self.at + length, length > 0
            value = value or self._spoken()
        if value is None:
            self.at = self.first
            return None
        last = self.tokens[self.at - 1]
        return Token(
            Sort.NUMBER,
            token.text if self.at == self.first + 1 else "",
            token.start,
            last.end,
            round(value, 9) if value < 1e15 else value,
            self.decimals,
            token.joined,
            self.scaled,
            token.sort is Sort.WORD,
        )

    def _written(self, token: Token) -> float:
        """Digits, with what may follow: "1.2 million", "99 point 95", "2½", "2 1/2", "2 and a half"."""
        value, self.decimals = token.value, token.decimals
        self.at += 1
        if self.decimals == 0:
            value = self._point(value)
        more = self._digits()
        if more is not None and not more.text.isascii() and not token.text.endswith(more.text):
            value, self.decimals = value + more.value, more.decimals
            self.at += 1
        elif more is not None and self._text(1) == "/" and not more.joined:
            below = self._digits(2)
            slashed = _SLASHED.get((more.value, below.value)) if below else None
            if slashed is not None:
                value, self.decimals = value + slashed, 2
                self.at += 3
        value = self._and_part(value)
        letter = LETTERS.get(self._text()) if self._is_joined() else None
        if letter is None and (
            self._text() in {"k", "bn", "mn", "mio"} or (self._text() == "m" and self.decimals)
        ):
            letter = LETTERS[self._text()]
        if letter is not None and not self._is_unit_letter():
            self._take_scale(letter)
            return value * letter
        return self._scales(value)

    def _is_joined(self) -> bool:
        return self.at < len(self.tokens) and self.tokens[self.at].joined

    def _is_unit_letter(self) -> bool:
        """Whether "m" means minutes or metres: after hours ("1h30m"), or no scale is meant ("5m/s")."""
        earlier = self.tokens[self.first - 1].text if self.first else ""
        hours = earlier in {"h", "hr", "hrs", "hour", "hours"}
        return self._text() == "m" and (hours or self._text(1) == "/")

    def _take_scale(self, scale: float) -> None:
        self.scaled, self.scale = self.scaled or scale >= 1000, scale
        self.at += 1

    def _spoken(self) -> float | None:
        """A number in words."""
        if self._text() == "dozen":
            return self._scales(1.0) if (self._text(-1), self._text(-2)) in _ALL_TWELVE else None
        if self._text() in {"hundred", "thousand"}:
            ahead = 2 if self._text(1) == "and" else 1
            more = self._text(ahead) in TENS or self._text(ahead) in SMALL
            if not (self._text(-1) in _ONE_SCALE or (more and self._text(-1) not in _SOME)):
                return None
            return self._scales(1.0)
        if self._text(1) == "couple" and self._text(2) == "of" and self._text(3) in DURATIONS:
            self.at += 3
            return 2.0
        article = self._text() in {"a", "an"}
        if article and (self._text(1) not in SCALES or self._text(1) == "k" or self._is_grand_thing()):
            return None
        if article:
            self.at += 1
        value: float | None = 1.0 if article else self._below_hundred()
        if value is None:
            if self._text() != "point" or self._digit_at(1) is None:
                return None
            value = 0.0
        if not article:
            value = self._and_part(self._point(value))
        value = self._scales(value)
        if not self.decimals and self._text() in {"point", "dot"}:  # a hundred and twelve point five
            value = self._scales(self._point(value))
        return self._and_part(value) if self.scaled else value

    def _is_grand_thing(self) -> bool:
        """Whether "a grand" begins a grand thing, such as a piano, and is no thousand."""
        after = self.tokens[self.at + 2] if self.at + 2 < len(self.tokens) else None
        thing = after is not None and after.sort is Sort.WORD and after.text not in _AFTER_GRAND
        return self._text(1) == "grand" and thing

    def _below_hundred(self) -> float | None:
        word = self._text()
        if word in SMALL:
            self.at += 1
            return self._said_in_pairs(SMALL[word])
        if word not in TENS:
            return None
        value = TENS[word]
        self.at += 1
        skip = 1 if self._text() == "-" and self._is_joined() else 0
        unit = SMALL.get(self._text(skip), 0.0)
        if 1 <= unit <= 9:
            self.at += 1 + skip
            value += unit
        return self._said_in_pairs(value)

    def _said_in_pairs(self, first: float) -> float:
        value, self.at = in_pairs(self.tokens, self.first, self.at, first)
        return value

    def _digit_at(self, ahead: int) -> str | None:
        """The digits said at this place after "point": "nine", "ninety", "oh", "95"."""
        word, digits = self._text(ahead), self._digits(ahead)
        if digits is not None:
            return digits.text if digits.decimals == 0 and digits.text.isdigit() else None
        if word in {"oh", "o"}:
            return "0"
        value = SMALL.get(word, TENS.get(word))
        return None if value is None else f"{value:.0f}"

    def _point(self, value: float) -> float:
        if self._text() not in {"point", "dot"} or self._digit_at(1) is None:
            return value
        self.at += 1
        said = ""
        while len(said) < 9 and (digit := self._digit_at(0)) is not None:
            if said and self._text(1) in {"point", "dot"}:
                break  # one point eight, one point eight million
            tens = self._text() in TENS
            self.at += 1
            skip = 1 if self._text() == "-" and self._is_joined() else 0
            unit = SMALL.get(self._text(skip), 0.0)
            if tens and 1 <= unit <= 9:
                digit = f"{float(digit) + unit:.0f}"
                self.at += 1 + skip
            said += digit
        self.decimals = len(said)
        return value + float(f"0.{said}")

    def _and_part(self, value: float) -> float:
        """ "… and a half", of the scale said last."""
        if self._text() != "and":
            return value
        part, length = 0.0, 0
        if self._text(1) in {"a", "one"} and self._text(2) in {"half", "quarter", "third"}:
            part, length = FRACTIONS[self._text(2)], 3
        elif self._text(1) == "three" and self._text(2) == "quarters":
            part, length = 0.75, 3
        elif self._text(1) == "two" and self._text(2) == "thirds":
            part, length = 2 / 3, 3
        if not length or self._text(length) in {"hour", "day", "of"}:
            return value
        self.at += length
        self.decimals = self.decimals or 2
        return value + part * self.scale

    def _scales(self, value: float) -> float:
        """What the words of scale make of a number, and the smaller numbers after them."""
        total, current, ceiling = 0.0, value, 1e16
        while True:
            scale = SCALES.get(self._text().removesuffix("'s"))  # forty grand's worth
            if self._text() in {"mm", "thou"} and not self._is_joined():
                scale = None
            if scale is None:
                break
            if scale == 100 and current < 100:
                self._take_scale(scale)
                current = self._below_scale(current * 100)
                continue
            if scale <= 100 and scale != 12:
                break
            if scale >= ceiling:
                break
            self._take_scale(scale)
            total, ceiling = total + current * scale, scale
            current = self._next_chunk(scale)
            if current == 0:
                break
        return total + current

    def _below_scale(self, hundreds: float) -> float:
        """ "… hundred" with "(and) twenty-five" after it."""
        start = self.at
        if self._text() == "and":
            self.at += 1
        below = self._below_hundred()
        if below is None or below >= 100:
            self.at = start
            return hundreds
        return hundreds + below

    def _next_chunk(self, scale: float) -> float:
        """The number after a scale: "two thousand (and) five", "a million two hundred thousand"."""
        start, decimals = self.at, self.decimals
        linked = self._text() == "and"
        self.at += linked
        digits = self._digits()
        if digits is not None and scale >= 1000 and self._text(1) in SCALES:
            self.at += 1
            return digits.value
        value = self._below_hundred()
        apart = self._text() == "and" if linked else self._text() in DURATIONS  # forty grand two years early
        if value is None or apart or scale == 12:
            self.at, self.decimals = start, decimals
            return 0.0
        if self._text() == "hundred" and value < 100:
            self._take_scale(100.0)
            value = self._below_scale(value * 100)
        return value
