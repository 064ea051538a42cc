"""Pages as outlets print them, saved as text: each must give the same report and its own facts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest

from bede.readers import article_from_text

TITLE = "Northland parliament votes to end foreign presence"
REPORT = (
    "The parliament of Northland voted on Sunday to ask the government to send foreign troops home, "
    "lawmakers said.\n\nThe vote followed the killing of a general in a drone strike near the airport of the "
    'capital on Friday.\n\n"We want them to leave," said a lawmaker who backed the motion.'
)
DAY = dt.date(2020, 1, 5)


def at(hour: int, minute: int) -> dt.datetime:
    return dt.datetime(2020, 1, 5, hour, minute)


@dataclass(frozen=True)
class Style:
    """A page with TITLE and REPORT in their places, and what it tells."""

    name: str
    page: str
    published: dt.date | None = None
    outlet: str | None = None
    agencies: tuple[str, ...] = ()
    byline: str | None = None
    place: str | None = None
    standfirst: str = ""


STYLES = [
    Style(
        "slashes",
        "WORLD NEWS\nJANUARY 5, 2020 / 10:23 AM / UPDATED 2 YEARS AGO\nTITLE\n"
        "Jane Roe, John Doe\n4 MIN READ\n\nBAGHDAD (Reuters) - REPORT\n\n"
        "Reporting by Jane Roe; Editing by John Doe\n\n"
        "Our Standards: The Thomson Reuters Trust Principles.",
        at(10, 23), agencies=("Reuters",), byline="Jane Roe, John Doe", place="BAGHDAD",
    ),
    Style(
        "published on",
        "News|Middle East\nTITLE\n\nBy Jane Roe\nPublished On 5 Jan 2020\n\nBaghdad, Iraq – REPORT\n\n"
        "Source: Example TV and news agencies",
        DAY, outlet="Example TV", byline="Jane Roe", place="Baghdad, Iraq",
    ),
    Style("outlet and agency", "TITLE\nExample.com | AFP Published January 5, 2020\n\nREPORT", DAY,
          outlet="Example.com", agencies=("AFP",)),
    Style(
        "day without year",
        "5 JAN, 10:23\nTITLE\nThe motion was backed by many\n\nMOSCOW, January 5. /TASS/. REPORT",
        agencies=("TASS",), place="MOSCOW", standfirst="The motion was backed by many",
    ),
    Style("pipes",
          "TITLE\nSource: Xinhua| 2020-01-05 22:12:33|Editor: jr\n\n"
          "BAGHDAD, Jan. 5 (Xinhua) -- REPORT Enditem",
          at(22, 12), agencies=("Xinhua",), place="BAGHDAD"),
    Style(
        "place alone",
        "TITLE\n\nMotion asks government to act\n\nJane Roe   |05.01.2020\nTITLE\n\nBAGHDAD\n\nREPORT",
        DAY, byline="Jane Roe", place="BAGHDAD", standfirst="Motion asks government to act",
    ),
    Style("comma month", "TITLE\nJan, 05, 2020 - 14:12 World News\n\nTEHRAN (Tasnim) – REPORT", at(14, 12),
          agencies=("Tasnim",), place="TEHRAN"),
    Style("agency after date", "TITLE\n\nTehran, Jan 5, IRNA – REPORT", agencies=("IRNA",), place="Tehran"),
    Style(
        "two dates",
        "TITLE\nSunday, 05 January 2020 11:36 AM  [ Last Update: Monday, 06 January 2020 1:00 PM ]\n\nREPORT",
        at(11, 36),
    ),
    Style(
        "bare byline",
        "TITLE\nJane Roe in Baghdad and agencies\n\nSun 5 Jan 2020 18.31 GMT\n"
        "Last modified on Mon 6 Jan 2020 01.05 GMT\n\nREPORT",
        at(18, 31), byline="Jane Roe",
    ),
    Style("by agency", "TITLE\nBy AFP 5 January 2020, 7:30 pm\n\nBAGHDAD (AFP) — REPORT", at(19, 30),
          agencies=("AFP",), place="BAGHDAD"),
    Style(
        "contributors",
        "TITLE\nBy JANE ROE and JOHN DOE\nJanuary 5, 2020\n\nBAGHDAD (AP) — REPORT\n\n___\n\n"
        "Associated Press writer Jo Doe in Tehran, Iran, contributed to this report.",
        DAY, agencies=("AP",), byline="JANE ROE and JOHN DOE", place="BAGHDAD",
    ),
    Style("clock first",
          "TITLE\nMIDDLE EAST\n21:07 GMT 05.01.2020(updated 21:35 GMT 05.01.2020)\nGet short URL\n\nREPORT",
          at(21, 7)),
    Style(
        "zone in the middle",
        "TITLE\nBy Jane Roe, CNN\nUpdated 10:44 PM ET, Sun January 5, 2020\n\nBaghdad (CNN)REPORT",
        at(22, 44), outlet="CNN", agencies=("CNN",), byline="Jane Roe", place="Baghdad",
    ),
    Style("numbers, day first", "TITLE\n05/01/2020\n\nBAGHDAD, Jan 5 (KUNA) -- REPORT (end) jr.jd", DAY,
          agencies=("KUNA",), place="BAGHDAD"),
    Style(
        "news archive",
        "1 of 20 DOCUMENTS\n\nThe Northern Post\n\nJanuary 5, 2020 Sunday\n\nTITLE\n\nBYLINE: Jane Roe\n\n"
        "SECTION: WORLD; Pg. 3\n\nLENGTH: 312 words\n\nDATELINE: BAGHDAD\n\nBODY:\n\nREPORT\n\n"
        "LOAD-DATE: January 5, 2020\n\nLANGUAGE: ENGLISH",
        DAY, outlet="The Northern Post", byline="Jane Roe", place="BAGHDAD",
    ),
    Style("links below",
          "TITLE\n5 January 2020\nShare\n\nREPORT\n\nRelated Topics\nIraq\nMore on this story\n"
          "Other news", DAY),
]  # fmt: skip


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_style(style: Style) -> None:
    article = article_from_text(style.page.replace("TITLE", TITLE).replace("REPORT", REPORT))
    assert article.title == TITLE
    assert article.body.endswith(REPORT)
    before = article.body.removesuffix(REPORT).removeprefix(style.standfirst).strip()
    dateline = article.dateline
    assert before == (article.text[dateline.start : dateline.end] if dateline else "")
    assert (dateline.place if dateline else None) == style.place
    assert article.published == style.published
    assert article.outlet == style.outlet
    assert article.agencies == style.agencies
    assert article.byline == style.byline
