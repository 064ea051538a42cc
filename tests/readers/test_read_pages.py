"""Page dumps and plain text: title once, body without furniture and repetitions."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from bede.article import Article
from bede.readers import article_from_text, read

DUMP = """ date 2020-01-04 GulfPoint.com
Three Fishing Boats Seized In Strait By Coast Guard Of Northland - Ministry

Jane Doe 5 minutes ago Sat 04th January 2020 | 06:15 PM

Three Fishing Boats Seized in Strait by Coast Guard of Northland - Ministry

The coast guard of Northland has seized three fishing boats in the strait, the ministry said on Saturday

PORT ELLEN (GulfPoint News / Tidewire - 04th January, 2020) The coast guard of Northland has seized three \
fishing boats in the strait, the ministry said on Saturday.

"All sailors are safe," the ministry said in a statement.

On Friday, Southland accused Northland of harassing its boats.
"""

WRAPPED = """PM-Bridge
Rebels blow up bridge, army says

ROCAFUERTE, Mar 3 (AP) - Rebels blew up a bridge over the Verde river on
Tuesday night, cutting off two towns, an army spokesman said.

   The government sent two battalions to the area. A rebel statement said
the well-
known commander of the front had ordered the attack.
"""

CAPITALS = """REBELS BLOW UP BRIDGE

   ROCAFUERTE, 3 MAR 89 (EFE) -- [TEXT] REBELS BLEW UP A BRIDGE OVER THE VERDE
RIVER ON TUESDAY NIGHT, CUTTING OFF TWO TOWNS, AN ARMY SPOKESMAN SAID.

   THE GOVERNMENT SENT TWO BATTALIONS TO THE AREA.
"""

BODY = (
    "Northland closed its border with Southland on Sunday, officials said.\n\n"
    "The move follows a clash in which two soldiers were killed."
)


def test_a_page_dump_gives_each_thing_once() -> None:
    article = article_from_text(DUMP)
    assert article.title == "Three Fishing Boats Seized in Strait by Coast Guard of Northland - Ministry"
    assert article.outlet == "GulfPoint.com"
    assert article.agencies == ("GulfPoint News", "Tidewire")
    assert article.byline == "Jane Doe"
    assert article.published == dt.datetime(2020, 1, 4, 18, 15)
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.date) == ("PORT ELLEN", dt.date(2020, 1, 4))
    assert article.body.startswith("PORT ELLEN (GulfPoint News")
    assert article.text.count("has seized three fishing boats") == 1
    assert article.body.endswith("harassing its boats.")
    assert "ago" not in article.text


def test_the_dateline_span_is_in_the_text() -> None:
    article = article_from_text(DUMP)
    assert article.dateline is not None
    words = article.text[article.dateline.start : article.dateline.end]
    assert words == "PORT ELLEN (GulfPoint News / Tidewire - 04th January, 2020)"


@pytest.mark.parametrize(
    "header",
    [
        "Date: 2020-01-05\nSource: The Northern Post\nBy Jane Roe\n",
        "The Northern Post | 5 January 2020\nBy Jane Roe\n",
        "By Jane Roe | The Northern Post\nJanuary 5, 2020\n",
        "HEADLINE: Northland closes border\nBYLINE: By Jane Roe\nPUBLICATION: The Northern Post\n"
        "LOAD-DATE: January 5, 2020\nLENGTH: 312 words\nBODY:\n",
        "Jane Roe\nPublished 5 Jan 2020\nThe Northern Post, 5 Jan 2020\n",
    ],
)
def test_headers_in_many_forms(header: str) -> None:
    article = article_from_text(f"Northland closes border\n\n{header}\n{BODY}")
    assert article.title == "Northland closes border"
    assert article.body == BODY
    assert article.outlet == "The Northern Post"
    assert article.byline == "Jane Roe"
    assert article.date == dt.date(2020, 1, 5)


def test_published_wins_over_updated() -> None:
    article = article_from_text(
        f"Northland closes border\nPublished 3 Jan 2020 14:05 GMT\nUpdated 4 Jan 2020 09:00 GMT\n\n{BODY}"
    )
    assert article.published == dt.datetime(2020, 1, 3, 14, 5)
    assert article.body == BODY


def test_updated_alone_is_the_date() -> None:
    article = article_from_text(f"Northland closes border\nLast updated: January 4, 2020 9:00 AM\n\n{BODY}")
    assert article.published == dt.datetime(2020, 1, 4, 9, 0)


def test_a_leading_weekday_line_gives_the_date() -> None:
    article = article_from_text(f"Friday, January 4, 2019\n\n{BODY}")
    assert article.published == dt.date(2019, 1, 4)
    assert article.body == BODY
    given = article_from_text(f"Friday, January 4, 2019\n\n{BODY}", published="2019-01-05")
    assert given.published == dt.date(2019, 1, 5)
    assert given.body == BODY


def test_no_title_at_all() -> None:
    article = article_from_text(BODY)
    assert article.title == ""
    assert article.text == BODY


def test_one_sentence_is_no_title() -> None:
    sentence = "Northland closed its border with Southland on Sunday"
    assert article_from_text(sentence).text == sentence


def test_a_first_line_is_the_title() -> None:
    article = article_from_text(f"Northland closes border\n{BODY}")
    assert (article.title, article.body) == ("Northland closes border", BODY)


def test_the_name_of_a_section_is_no_title() -> None:
    article = article_from_text(f"World\n\nNorthland closes border with Southland\n\n{BODY}")
    assert article.title == "Northland closes border with Southland"
    assert article.body == BODY


def test_an_outlet_behind_the_title() -> None:
    article = article_from_text(
        f"Northland closes border | The Northern Post\n\nNorthland closes border\n\n{BODY}"
    )
    assert (article.title, article.outlet) == ("Northland closes border", "The Northern Post")
    assert article.body == BODY


def test_a_given_title_is_not_repeated_in_the_body() -> None:
    article = article_from_text(f"NORTHLAND CLOSES BORDER\n\n{BODY}", title="Northland closes border")
    assert article.title == "Northland closes border"
    assert article.body == BODY


def test_a_shouted_title_gives_way_to_one_that_is_not() -> None:
    article = article_from_text(f"Northland closes border\n\n{BODY}", title="NORTHLAND CLOSES BORDER")
    assert article.title == "Northland closes border"


def test_a_cut_standfirst_is_dropped_and_another_kept() -> None:
    cut = "Northland closed its border with Southland on Sunday, off..."
    other = "Two soldiers had died in a clash the day before, the first deaths there in a year"
    article = article_from_text(f"Northland closes border\n\n{cut}\n\n{other}\n\n{BODY}")
    assert article.body == f"{other}\n\n{BODY}"


def test_wrapped_wire_copy_is_joined() -> None:
    article = article_from_text(WRAPPED)
    first, second = article.body.split("\n\n")
    assert first.startswith(
        "ROCAFUERTE, Mar 3 (AP) - Rebels blew up a bridge over the Verde river on Tuesday"
    )
    assert second.startswith("The government sent two battalions")
    assert "the well-known commander" in second
    assert article.title == "Rebels blow up bridge, army says"
    assert article.agencies == ("AP",)


def test_copy_in_capitals() -> None:
    article = article_from_text(CAPITALS)
    assert article.title == "REBELS BLOW UP BRIDGE"
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agencies) == ("ROCAFUERTE", ("EFE",))
    assert article.published == dt.date(1989, 3, 3)
    assert len(article.body.split("\n\n")) == 2


def test_no_line_of_wrapped_capitals_is_taken_for_furniture() -> None:
    text = (
        "THE FRONT RELEASED A STATEMENT ON THE ATTACK AGAINST THE POWER STATION\n"
        "BY ITS NORTHERN COMMAND, WHICH HAD BEEN SEEN BY WITNESSES NEAR THE TOWN\n"
        "A FEW HOURS AGO ACCORDING TO REPORTS GIVEN BY MILITARY SOURCES OF THE\n"
        "GOVERNMENT. THE TWO SIDES SIGNED A PACT ON 7 AUGUST 1987 AND BROKE IT\n"
        "2 DAYS AGO."
    )
    assert article_from_text(text).body == text.replace("\n", " ")


def test_paragraphs_without_blank_lines() -> None:
    long = "The ministry said that the border would stay closed until the talks, due on Monday, had ended."
    article = article_from_text(
        f"Northland closes border\n{long}\n{long.replace('ministry', 'army')}\nIt gave no more."
    )
    assert article.body.count("\n\n") == 2


def test_menus_and_the_way_to_the_page_go() -> None:
    page = (
        "Shipping\n\nLetters\n\nClassifieds\n\nNorthland closes border\n\n"
        "The Northern Post > News > World\n\n"
        "By Post staff and agencies\nShare on Facebook   Tweet   E-mail   Print\n\n"
    )
    article = article_from_text(f"{page}{BODY}\n\nMost read\n1. Winter sales begin\n2. Your letters")
    assert (article.title, article.body) == ("Northland closes border", BODY)
    assert article.outlet == "The Northern Post"


def test_buttons_and_links_go() -> None:
    clutter = "Share\n\nAdvertisement\n\nRead more: Southland recalls envoy\n\n"
    head, tail = BODY.split("\n\n")
    article = article_from_text(
        f"Northland closes border\n\n3 min read\n\n{clutter}{head}\n\n{clutter}{tail}\n\nShare"
    )
    assert article.body == BODY


@pytest.mark.parametrize(
    ("credit", "agencies", "outlet"),
    [
        ("(Reporting by Jane Roe for Reuters; Editing by John Doe)", ("Reuters",), None),
        ("© 2020 AFP", ("AFP",), None),
        ("Copyright 2020 The Associated Press. All rights reserved.", ("The Associated Press",), None),
        ("— AFP", ("AFP",), None),
        ("(With inputs from agencies)", (), None),
        ("The Associated Press contributed to this report.", ("The Associated Press",), None),
        ("Source: Xinhua", ("Xinhua",), None),
        ("© 2020 The Northern Post", (), "The Northern Post"),
    ],
)
def test_credit_lines_tell_the_source(credit: str, agencies: tuple[str, ...], outlet: str | None) -> None:
    article = article_from_text(f"Northland closes border\n\n{BODY}\n\n{credit}")
    assert article.body == BODY
    assert article.agencies == agencies
    assert article.outlet == outlet


def test_a_credit_inside_the_last_paragraph_goes() -> None:
    article = article_from_text(f"{BODY} (Reporting by Jane Roe; Editing by John Doe)")
    assert article.body == BODY


def test_sentences_that_look_like_furniture_stay() -> None:
    text = (
        "By Friday the army had taken the town, residents said.\n\n"
        "Sources close to the government said on January 3, 2020 that talks had failed.\n\n"
        "Reporting from the area is difficult because the army has closed the road.\n\n"
        "With reports of fighting spreading, thousands fled to the coast."
    )
    assert article_from_text(text).body == text


def test_an_agency_in_byline_or_outlet() -> None:
    article = article_from_text(f"Northland closes border\nBy JANE ROE, Associated Press\n\n{BODY}")
    assert (article.byline, article.agencies) == ("JANE ROE", ("Associated Press",))
    assert article_from_text(BODY, outlet="Reuters").agencies == ("Reuters",)


def test_an_agency_named_twice_is_one() -> None:
    article = article_from_text(
        f"Border closed\nBy Associated Press\n\nPORT ELLEN (AP) — {BODY}\n\n© 2020 AP"
    )
    assert article.agencies == ("AP",)


def test_entities_and_unseen_characters() -> None:
    article = article_from_text(
        "The ministry&#39;s &quot;red line&quot; was\u200b crossed\x00, it said\ud800."
    )
    assert article.body == 'The ministry\'s "red line" was crossed, it said.'


def test_the_seed_article() -> None:
    folder = Path(os.environ.get("BEDE_SHARED", "../shared")) / "data" / "seed"
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        pytest.skip(f"no seed article in {folder}")
    (article,) = read(paths)
    assert isinstance(article, Article)
    assert article.outlet == "UrduPoint.com"
    assert article.agencies == ("UrduPoint News", "Sputnik")
    assert article.byline == "Muhammad Irfan"
    assert article.title.startswith("US-Led Forces in Iraq Committed to Mission")
    assert article.published == dt.datetime(2020, 1, 6, 20, 7)
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.date) == ("WASHINGTON", dt.date(2020, 1, 6))
    assert article.body.startswith("WASHINGTON (UrduPoint News / Sputnik")
    assert len(article.body.split("\n\n")) == 6
    assert "ago" not in article.text.split()


def test_a_reworded_standfirst_is_dropped_but_not_another_fact() -> None:
    lede = "Two soldiers were killed in a clash at the border on Sunday, the ministry said."
    again = "Two soldiers were killed in clash at the border Sunday, the ministry said"
    other = "Four sailors were killed in a clash at the border on Sunday, the ministry said."
    assert (
        article_from_text(f"Border clash kills two\n\n{again}\n\n{lede}\n\n{BODY}").body
        == f"{lede}\n\n{BODY}"
    )
    assert other in article_from_text(f"Border clash kills two\n\n{other}\n\n{lede}\n\n{BODY}").body
