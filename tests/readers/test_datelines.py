"""The place-and-date line at the start of a report."""

from __future__ import annotations

import datetime as dt

import pytest

from bede.readers import article_from_text
from bede.readers.dateline import find_dateline

PUBLISHED = dt.date(2020, 1, 6)
REST = " Two soldiers were killed on Sunday, the ministry said. It gave no more details."


@pytest.mark.parametrize(
    ("line", "place", "day", "agencies"),
    [
        ("BAGHDAD, Jan 3 (Reuters) -", "BAGHDAD", "2020-01-03", ("Reuters",)),
        ("WASHINGTON (AP) —", "WASHINGTON", None, ("AP",)),
        ("BEIRUT (AFP) -", "BEIRUT", None, ("AFP",)),
        ("MOSCOW. Jan 5 (Interfax) -", "MOSCOW", "2020-01-05", ("Interfax",)),
        ("MOSCOW, January 5. /TASS/.", "MOSCOW", "2020-01-05", ("TASS",)),
        ("TEHRAN, IRNA -", "TEHRAN", None, ("IRNA",)),
        ("LONDON/PARIS, Jan. 5 (Xinhua) --", "LONDON/PARIS", "2020-01-05", ("Xinhua",)),
        (
            "KARACHI (Bay Outlet / Sputnik - 06th January, 2020)",
            "KARACHI",
            "2020-01-06",
            ("Bay Outlet", "Sputnik"),
        ),
        ("Baghdad –", "Baghdad", None, ()),
        ("Baghdad, Iraq –", "Baghdad, Iraq", None, ()),
        ("BAGHDAD, Dec 31 (KUNA) --", "BAGHDAD", "2019-12-31", ("KUNA",)),
        ("BAGHDAD, 31 December 2018 (KUNA) --", "BAGHDAD", "2018-12-31", ("KUNA",)),
        ("CHARLESTON, W.Va. (AP) --", "CHARLESTON, W.Va.", None, ("AP",)),
        ("FLINT, Mich., Jan. 4 (UPI) —", "FLINT, Mich.", "2020-01-04", ("UPI",)),
        ("PORT-AU-PRINCE, Haiti —", "PORT-AU-PRINCE, Haiti", None, ()),
        ("SÃO PAULO (AP) —", "SÃO PAULO", None, ("AP",)),
        ("Damascus, SANA –", "Damascus", None, ("SANA",)),
        ("ISLAMABAD, Jan 06 (APP):", "ISLAMABAD", "2020-01-06", ("APP",)),
        ("JERUSALEM (AP)_", "JERUSALEM", None, ("AP",)),
        ("BEIRUT:", "BEIRUT", None, ()),
        ("(Reuters) -", None, None, ("Reuters",)),
    ],
)
def test_forms(line: str, place: str | None, day: str | None, agencies: tuple[str, ...]) -> None:
    found = find_dateline(line + REST, PUBLISHED)
    assert found is not None
    assert (found.start, found.end) == (0, len(line))
    assert found.place == place
    assert found.date == (dt.date.fromisoformat(day) if day else None)
    assert found.agencies == agencies


@pytest.mark.parametrize(
    "sentence",
    [
        "EXCLUSIVE – Two soldiers were killed.",
        "UPDATE 1 - Two soldiers were killed.",
        "READ MORE: Two soldiers were killed.",
        "The general — Iran's best known — was killed.",
        "Sen. Jane Roe (R-Tex) is a member of the committee.",
        "UNESCO (United Nations Educational body) said so.",
        "On January 3, 2020 (Friday) the army said so.",
        "President Jane Roe – The first woman in office – resigned.",
        "NORTHLAND SAYS IT WILL CLOSE THE BORDER",
        "",
    ],
)
def test_what_is_no_dateline(sentence: str) -> None:
    assert find_dateline(sentence + REST, PUBLISHED) is None


def test_an_interview_has_no_dateline() -> None:
    assert (
        find_dateline("ROE: We will not leave.\n\nREPORTER: Why not?\n\nROE: We were asked to stay.") is None
    )


def test_the_date_needs_a_year() -> None:
    found = find_dateline("BAGHDAD, Jan 3 (Reuters) -" + REST)
    assert found is not None
    assert found.date is None


def test_a_dateline_after_a_standfirst() -> None:
    article = article_from_text(
        f"Two soldiers killed\n\nMinistry blames rebels, who say nothing\n\nBAGHDAD, Jan 3 (Reuters) -{REST}",
        published=PUBLISHED,
    )
    assert article.dateline is not None
    assert article.text[article.dateline.start : article.dateline.end] == "BAGHDAD, Jan 3 (Reuters) -"


def test_a_place_on_a_line_of_its_own() -> None:
    text = f"Two soldiers killed in ambush\n\nBAGHDAD\n\n{REST.strip()} {REST.strip()}"
    article = article_from_text(text)
    assert article.title == "Two soldiers killed in ambush"
    assert article.dateline is not None
    assert article.dateline.place == "BAGHDAD"


def test_a_dateline_with_a_year_dates_the_article() -> None:
    assert article_from_text(f"BAGHDAD, Jan. 5, 2020 (Xinhua) --{REST}").published == dt.date(2020, 1, 5)
