"""The words of numbers and what each is worth."""

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_TEENS = "seventeen eighteen nineteen"
SMALL = {word: float(value) for value, word in enumerate(f"{_UNITS} {_TEENS}".split())}
SMALL |= {"nought": 0.0, "naught": 0.0, "nil": 0.0}
TENS = {
    word: 20.0 + 10 * place
    for place, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"])
} | {"fourty": 40.0}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "grand": 1e3, "k": 1e3, "lakh": 1e5, "crore": 1e7, "dozen": 12.0, "mil": 1e6, "mio": 1e6,
    "mn": 1e6, "bn": 1e9, "mm": 1e6, "mrd": 1e9, "thou": 1e3,
}  # fmt: skip
LETTERS = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12, "mm": 1e6, "mn": 1e6, "bn": 1e9, "mio": 1e6, "tn": 1e12}
FRACTIONS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "quarters": 0.25, "thirds": 1 / 3, "halves": 0.5}
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
ORDINALS = {word: float(value) for value, word in enumerate(_ORDINALS.split(), 1)}
