"""QR codes of one size, by themselves: version 2, level M, alphanumeric mode, mask 3.

Everything we print fits this size. Each of its 44 codewords darkens the same modules every time, so
a symbol is a sum of prepared pictures: fifty times faster than trying masks and filling a matrix.
The standard is ISO/IEC 18004.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

SIDE = 25
MOST_CHARACTERS = 38
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_PLACES = {character: place for place, character in enumerate(ALPHABET)}

_DATA, _CORRECTION = 28, 16
_DATA_BITS = _DATA * 8
_MODE, _MODE_BITS, _COUNT_BITS = 0b0010, 4, 9
_PAIR_BITS, _SINGLE_BITS = 11, 6
_PADDING = (0xEC, 0x11)
_POLYNOMIAL = 0x11D  # of the field of 256 elements
_FORMAT = 0b101101101001011  # level M, mask 3, with its own correction, as the standard has it
_ALIGNMENT = 18
"""Row and column of the middle of the small pattern."""

Picture = int
"""The module of a row and a column is the bit `row * SIDE + column`."""


Squares = tuple[tuple[int, int, int], ...]
"""Left column, top row and side of each."""


def qr_rows(text: str) -> tuple[int, ...]:
    """The rows from the top; bit `column` of each is a dark module.

    Raises ValueError for a character outside of the mode, or too many of them.
    """
    picture = _fixed()
    for pictures, codeword in zip(_pictures(), _codewords(text), strict=True):
        picture ^= pictures[0][codeword >> 4] ^ pictures[1][codeword & 15]
    row = (1 << SIDE) - 1
    return tuple(picture >> (number * SIDE) & row for number in range(SIDE))


def _codewords(text: str) -> bytes:
    if len(text) > MOST_CHARACTERS:
        raise ValueError("too long for a symbol of this size")
    try:
        places = [_PLACES[character] for character in text]
    except KeyError as error:
        raise ValueError(f"{error} cannot stand in a symbol") from error
    bits, used = (_MODE << _COUNT_BITS) | len(text), _MODE_BITS + _COUNT_BITS
    for first, second in zip(places[::2], places[1::2], strict=False):
        bits, used = (bits << _PAIR_BITS) | (first * len(ALPHABET) + second), used + _PAIR_BITS
    if len(places) % 2:
        bits, used = (bits << _SINGLE_BITS) | places[-1], used + _SINGLE_BITS
    end = min(4, _DATA_BITS - used)
    bits, used = bits << end, used + end
    bits, used = bits << (-used % 8), used + -used % 8
    for number in range((_DATA_BITS - used) // 8):
        bits = (bits << 8) | _PADDING[number % 2]
    data = bits.to_bytes(_DATA)
    return data + _corrected(data)


def _corrected(data: bytes) -> bytes:
    """Reed–Solomon: the remainder of the data, as a polynomial, by the generator."""
    table, remainder = _remainders(), 0
    for byte in data:
        place = (remainder >> (8 * (_CORRECTION - 1))) ^ byte
        remainder = ((remainder << 8) & ((1 << 8 * _CORRECTION) - 1)) ^ table[place]
    return remainder.to_bytes(_CORRECTION)


def _times(one: int, other: int) -> int:
    product = 0
    while other:
        if other & 1:
            product ^= one
        one <<= 1
        if one & 0x100:
            one ^= _POLYNOMIAL
        other >>= 1
    return product


@cache
def _remainders() -> tuple[int, ...]:
    generator, root = [1], 1
    for _number in range(_CORRECTION):
        shifted = [*generator, 0]
        for place, factor in enumerate(generator):
            shifted[place + 1] ^= _times(factor, root)
        generator, root = shifted, _times(root, 2)
    table = [0] * 256  # that of a byte is the sum of those of its bits
    for bit in (1 << place for place in range(8)):
        table[bit] = int.from_bytes(bytes(_times(factor, bit) for factor in generator[1:]))
    for byte in range(1, 256):
        table[byte] = table[byte & -byte] ^ table[byte & (byte - 1)]
    return tuple(table)


@cache
def _pictures() -> tuple[tuple[tuple[Picture, ...], tuple[Picture, ...]], ...]:
    """For each codeword: what its upper and its lower four bits darken, by their value."""
    modules = iter(_free_modules())
    pictures = []
    for _number in range(_DATA + _CORRECTION):
        bits = [1 << next(modules) for _bit in range(8)]
        pictures.append((_sums(bits[:4]), _sums(bits[4:])))
    return tuple(pictures)


def _sums(bits: list[Picture]) -> tuple[Picture, ...]:
    """The first bit is the highest of the value."""
    return tuple(
        sum(bit for place, bit in enumerate(bits) if value >> (3 - place) & 1)
        for value in range(16)
    )


def _free_modules() -> Iterator[int]:
    """In pairs of columns from the right, up and down by turns, round the timing column."""
    taken, _dark = _patterns()
    columns = [*range(SIDE - 1, 6, -2), 5, 3, 1]
    for number, right in enumerate(columns):
        rows = range(SIDE) if number % 2 else range(SIDE - 1, -1, -1)
        for row in rows:
            for column in (right, right - 1):
                module = row * SIDE + column
                if not taken >> module & 1:
                    yield module


@cache
def _fixed() -> Picture:
    """The patterns, and the mask over everything else."""
    taken, dark = _patterns()
    masked = (
        1 << (row * SIDE + column)
        for row in range(SIDE)
        for column in range(SIDE)
        if (row + column) % 3 == 0
    )
    return dark ^ (sum(masked) & ~taken)


@cache
def _patterns() -> tuple[Picture, Picture]:
    """Which modules carry no data, and which of those are dark."""
    taken = dark = 0
    for row, column, is_dark in _pattern_modules():
        module = 1 << (row * SIDE + column)
        taken |= module
        dark = dark | module if is_dark else dark & ~module
    return taken, dark


def _pattern_modules() -> Iterator[tuple[int, int, bool]]:
    for place in range(SIDE):
        for row, column in ((6, place), (place, 6)):
            yield row, column, place % 2 == 0
    far = SIDE - 7
    for top, left in ((0, 0), (0, far), (far, 0)):
        for row in range(-1, 8):
            for column in range(-1, 8):
                if 0 <= top + row < SIDE and 0 <= left + column < SIDE:
                    ring = max(abs(row - 3), abs(column - 3))
                    yield top + row, left + column, ring not in {2, 4}
    for row in range(-2, 3):
        for column in range(-2, 3):
            yield _ALIGNMENT + row, _ALIGNMENT + column, max(abs(row), abs(column)) != 1
    yield SIDE - 8, 8, True
    yield from _format_modules()


@cache
def qr_squares() -> Squares:
    """The squares of the patterns in the corners and of the small one, the outer ones first."""
    far, small = SIDE - 7, _ALIGNMENT - 2
    corners = [(left, top, 7) for left, top in ((0, 0), (far, 0), (0, far))]
    return tuple(
        (left + inner, top + inner, side - 2 * inner)
        for left, top, side in (*corners, (small, small, 5))
        for inner in range(3)
    )


def _format_modules() -> Iterator[tuple[int, int, bool]]:
    """Level and mask, twice; the lowest bit first."""
    for bit in range(15):
        is_dark = bool(_FORMAT >> bit & 1)
        row = bit if bit < 6 else bit + 1 if bit < 8 else SIDE - 15 + bit
        yield row, 8, is_dark
        column = SIDE - 1 - bit if bit < 8 else 7 if bit == 8 else 14 - bit
        yield 8, column, is_dark
