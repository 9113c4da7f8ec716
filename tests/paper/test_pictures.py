from __future__ import annotations

import io
import zlib

import pytest
from PIL import Image

from referent_desk.paper.pictures import read_png


def png(mode: str) -> bytes:
    file = io.BytesIO()
    image = Image.new("RGB", (40, 30), (20, 90, 160))
    if mode == "P":
        for x in range(40):
            image.putpixel((x, 0), (x * 6, 0, 0))
        image.quantize(32).save(file, "PNG")
    else:
        image.convert(mode).save(file, "PNG")
    return file.getvalue()


def test_a_picture_with_a_palette_is_taken_as_it_is() -> None:
    picture = read_png(png("P"))
    assert (picture.width, picture.height) == (40, 30)
    assert bytes((20, 90, 160)) in [picture.palette[at : at + 3] for at in range(0, 96, 3)]
    assert len(zlib.decompress(picture.deflated_rows)) == 30 * (1 + 40)


@pytest.mark.parametrize("content", [b"", b"GIF89a", png("RGB"), png("L"), png("1")])
def test_any_other_picture_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="not a"):
        read_png(content)
