"""PLOVER 2.0 as shipped: what an analyst looks up in it."""

import pytest

from bede.errors import BedeError
from bede.ontology import PLOVER, describe, load

QUADS = {
    1: "AGREE CONSULT SUPPORT CONCEDE",
    2: "COOPERATE AID RETREAT",
    3: "REQUEST ACCUSE REJECT THREATEN",
    4: "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
}
MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack "
    "aerial drone heavy-weapons crowd-control unconventional",
}
CONTEXTS = """military intelligence executive legislative election political_institutions pro_democracy
    pro_autocracy economic legal reparations human_rights rights_freedoms repression human_security gender
    lgbt religion_ethnicity inequality diplomatic territory peacekeeping health asylum migration disasters
    natural_resource environment technology terrorism cbrn cyber misinformation crime corruption illegal_drugs
    trafficking"""
SECTORS = (
    """COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC"""
)


@pytest.fixture(scope="module")
def plover():
    return load()


@pytest.mark.parametrize(("quad", "types"), QUADS.items())
def test_every_type_stands_in_its_quad(plover, quad, types):
    assert [name for name in plover.types if plover.quad(name) == quad] == types.split()


def test_there_are_sixteen_types(plover):
    assert len(plover.types) == 16


def test_only_three_types_need_a_recipient(plover):
    needing = {name for name, item in plover.types.items() if item.requires_recipient}
    assert needing == {"COOPERATE", "AID", "SANCTION"}


def test_modes_are_those_of_the_manual(plover):
    found = {name: {mode.name for mode in item.modes} for name, item in plover.types.items() if item.modes}
    assert found == {name: set(modes.split()) for name, modes in MODES.items()}


def test_contexts_sectors_and_codes_are_those_of_the_manual(plover):
    assert list(plover.contexts) == CONTEXTS.split()
    assert len(plover.contexts) == 37
    assert set(plover.sectors) == set(SECTORS.split())
    assert set(plover.actor_codes) == {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}


def test_everything_has_a_definition_a_score_on_the_scale_and_a_source(plover):
    modes = [mode for item in plover.types.values() for mode in item.modes]
    entries = [*plover.types.values(), *modes, *plover.contexts.values(), *plover.sectors.values()]
    for entry in [*entries, *plover.actor_codes.values()]:
        assert len(entry.definition) > 15
        assert entry.source
    for entry in [*plover.types.values(), *modes]:
        assert -10 <= entry.intensity <= 10


def test_the_sign_of_a_score_follows_the_quad(plover):
    for item in plover.types.values():
        for score in [item.intensity, *(mode.intensity for mode in item.modes)]:
            assert score > 0 if item.quad <= 2 else score <= 0.5, item.name


@pytest.mark.parametrize(
    ("type", "modes", "score"),
    [
        ("ASSAULT", [], -9),
        ("ASSAULT", ["beat"], -7.5),
        ("ASSAULT", ["beat", "unconventional", "firearms"], -10),
        ("CONSULT", ["third-party"], 1),
        ("REQUEST", ["assist"], 0.5),
        ("REQUEST", ["assist", "change"], -1),
        ("ACCUSE", [], -3),
        ("ACCUSE", ["disapprove"], -2),
        ("COOPERATE", [], 9.5),
        ("PROTEST", ["vandalize"], -5),
    ],
)
def test_scores(plover, type, modes, score):
    assert plover.intensity(type, modes) == score


def test_cyber_and_misinformation_bring_their_context(plover):
    assert plover.implied_contexts("COERCE", ["arrest", "cyber", "misinformation"]) == (
        "cyber",
        "misinformation",
    )
    assert plover.implied_contexts("ASSAULT", ["beat"]) == ()


def test_a_sound_record_passes_the_check(plover):
    plover.check("ASSAULT", ["aerial", "targeted"], ["military", "territory"])


@pytest.mark.parametrize(
    ("type", "modes", "contexts", "words"),
    [
        ("FIGHT", [], [], "no event type 'FIGHT'"),
        ("ASSUALT", [], [], "Did you mean ASSAULT?"),
        ("AGREE", ["visit"], [], "no mode of AGREE 'visit'"),
        ("CONSULT", ["phon"], [], "Did you mean phone?"),
        ("PROTEST", ["demo"], ["elections"], "Did you mean election?"),
    ],
)
def test_a_wrong_name_is_told_with_the_nearest_right_one(plover, type, modes, contexts, words):
    with pytest.raises(BedeError, match=words.replace("?", r"\?")):
        plover.check(type, modes, contexts)


def test_plover_is_read_once():
    assert load() is load()
    assert load(PLOVER) == load()


def test_the_overview_has_a_row_for_each_type(plover):
    (table,) = describe()
    assert [row[0] for row in table.rows] == list(plover.types)
    assert all(len(row) == len(table.header) for row in table.rows)


@pytest.mark.parametrize(
    ("topic", "first"),
    [
        ("types", "AGREE"),
        ("modes", "CONSULT"),
        ("context", "military"),
        ("sectors", "COP"),
        ("countries", "IGO"),
        ("cameo", "01"),
        ("cameo-reverse", "AGREE"),
        ("assault", "definition"),
        ("heavy-weapons", "ASSAULT"),
        ("Human_Rights", "human_rights"),
        ("gov", "GOV"),
        ("uno", "UNO"),
        ("183", "183"),
    ],
)
def test_any_entry_can_be_described(topic, first):
    tables = describe(topic)
    assert tables[0].rows[0][0] == first
    assert all(len(row) == len(table.header) for table in tables for row in table.rows)


def test_a_word_that_is_mode_and_context_shows_both():
    assert [table.title for table in describe("cyber")] == ["Mode cyber", "Contexts"]


def test_an_unknown_topic_says_what_can_be_asked():
    with pytest.raises(BedeError, match=r"nothing called 'foo'.*types, modes, contexts"):
        describe("foo")
