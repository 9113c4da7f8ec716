"""Clipboards as the programs write them, and HTML that nobody would write."""

from __future__ import annotations

import html
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent_desk.domain.pasted_html import lines_of_html

WORD = """<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><title>Secret title</title>
<!--[if gte mso 9]><xml><o:Author>Somebody</o:Author></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-parent:""; color:red} --></style></head>
<body lang=FR link="#0563C1"><!--StartFragment-->
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if
!supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;
</span></span><![endif]>Prendre le <b>classeur</b><o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-add-space:auto;
mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>a.<span>&nbsp;</span>
</span><![endif]>Noter l&#8217;heure <a href="https://intranet.example">ici</a><span
class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[JD1]</a></span></p>
<p class=MsoNormal>Fin<span style='mso-spacerun:yes'>  </span>du mode<o:p>&nbsp;</o:p></p>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p>Un commentaire</p></div>
</div>
<!--EndFragment--></body></html>"""

LIBREOFFICE = """<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 7.4"/>
<style type="text/css">@page { size: 21cm 29.7cm }</style></head><body lang="fr-FR">
<ol><li><p style="margin-bottom: 0cm"><font face="Liberation Serif">Prendre le classeur</font></p>
<ol type="a"><li><p>Noter l’heure</p></li><li><p>Inscrire les lits</p></li></ol></li>
<li><p><b>Appeler</b> le coursier</p></li></ol><p><br/></p><p>Fin</p></body></html>"""

OUTLOOK = """<html><body><div class="WordSection1"><p class="MsoNormal">Bonjour,</p>
<p class="MsoNormal">&nbsp;</p><ul style="margin-top:0cm" type="disc">
<li class="MsoListParagraph" style="mso-list:l0 level1 lfo3">Appeler la pharmacie</li>
<ul type="circle"><li style="mso-list:l0 level2 lfo3">au <span>4312</span></li></ul></ul>
<img src="cid:logo.png" alt="Logo"><style>.x{}</style><script>alert("x")</script>
</div></body></html>"""

GOOGLE = """<meta charset='utf-8'><b style="font-weight:normal" id="docs-internal-guid-1"><ul>
<li dir="ltr" aria-level="1"><p dir="ltr"><span>Un</span></p></li><ul><li aria-level="2"><p>Deux</p>
</li></ul></ul></b>"""

TABLE = (
    "<table><tr><th>Qui</th><th>Quoi</th></tr><tr><td>AMA</td><td>Note l’heure</td></tr></table>"
)


def said(written: str) -> list[str]:
    return [f"{line.level} {line.text}" for line in lines_of_html(written)]


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        (WORD, ["1 Prendre le classeur", "2 Noter l’heure ici", "1 Fin du mode"]),
        (
            LIBREOFFICE,
            ["1 Prendre le classeur", "2 Noter l’heure", "2 Inscrire les lits",
             "1 Appeler le coursier", "1 Fin"],
        ),
        (OUTLOOK, ["1 Bonjour,", "1 Appeler la pharmacie", "2 au 4312"]),
        (GOOGLE, ["1 Un", "2 Deux"]),
        (TABLE, ["1 Qui Quoi", "1 AMA Note l’heure"]),
        ("Un<br>Deux<br/>Trois", ["1 Un", "1 Deux", "1 Trois"]),
        ("<p>• Un</p><p>2) Deux</p><p>2 mg matin et soir</p>", ["1 Un", "1 Deux",
                                                                "1 2 mg matin et soir"]),
        ("<p>a &lt; b &amp; c &eacute;</p>", ["1 a < b & c é"]),
        ("a < b et c > d", ["1 a < b et c > d"]),
        ("<p>Un<p>Deux<ul><li>Trois<li>Quatre", ["1 Un", "1 Deux", "1 Trois", "1 Quatre"]),
        ("<p title='a > b'>Un</p><!-- non -- terminé", ["1 Un", "1 non -- terminé"]),
        ("<SCRIPT>if (a</p>) x()</SCRIPT>Un<svg><text>non</text></svg>", ["1 Un"]),
        ("", []),
    ],
)  # fmt: skip
def test_words_and_levels_are_kept_and_the_rest_is_dropped(written: str, lines: list[str]) -> None:
    assert said(written) == lines


WORDS = st.text("abcdefghijé’", min_size=1, max_size=6)
LEAVES = WORDS.map(lambda word: f"w{word}")
TAGS = st.sampled_from(["p", "div", "li", "ul", "ol", "b", "span", "td", "table", "h1", "o:p"])
DROPPED = st.sampled_from(
    [
        "<!-- zzz -->", "<script>zzz</script>", "<style>zzz</style>", "<img alt='zzz'>",
        "<svg><text>zzz</text></svg>", "<span style='mso-list:Ignore'>zzz</span>",
        "<span style='display:none'>zzz</span>", "<?zzz?>", "<![if zzz]>", "<p title=\"zzz>\"></p>",
    ]
)  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Some HTML, and the words that a reader would see, in order."""
    words: list[str] = []

    def make(depth: int) -> str:
        kind = draw(st.integers(0, 3 if depth < 4 else 1))
        if kind == 0:
            word = draw(LEAVES)
            words.append(word)
            return f" {html.escape(word)} "
        if kind == 1:
            return draw(DROPPED)
        tag = draw(TAGS)
        inside = "".join(make(depth + 1) for _ in range(draw(st.integers(0, 3))))
        return f"<{tag} class='zzz' style='color:zzz'>{inside}</{tag}>"

    written = "".join(make(0) for _ in range(draw(st.integers(0, 5))))
    return written, words


@given(documents())
def test_every_word_survives_in_its_order_and_nothing_else_does(
    document: tuple[str, list[str]],
) -> None:
    written, words = document
    found = [word for line in lines_of_html(written) for word in line.text.split()]
    assert found == words


@given(st.text("<>/!-?&;=\"' abp", max_size=200))
def test_no_html_whatever_is_refused_or_hangs(written: str) -> None:
    for line in lines_of_html(written):
        assert 1 <= line.level <= 3
        assert line.text


@pytest.mark.parametrize(
    "piece",
    [
        "<!--",
        "<",
        "<a ",
        "<a b='",
        "</",
        "<?",
        "<![CDATA[",
        "<div>",
        "<svg>",
        "<script>",
        "&",
        "<p>",
    ],
)
def test_two_hundred_thousand_letters_of_marks_that_do_not_end_takes_a_moment(piece: str) -> None:
    began = time.process_time()
    lines_of_html(piece * (200_000 // len(piece)))
    assert time.process_time() - began < 4
