"""Word lists the place rules share: closed classes of English, not knowledge about the world."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# What a word beside a name says about the kind of place (features of the gazetteer).
KINDS: dict[str, frozenset[str]] = {
    word: frozenset(features.split())
    for words, features in (
        ("city town village suburb municipality capital township", "city capital"),
        ("neighbourhood neighborhood district quarter", "city admin1 district admin2"),
        ("county parish", "admin2 admin1"),
        ("province governorate state oblast prefecture canton department krai voivodeship", "admin1 region"),
        ("region area enclave territory", "admin1 region admin2"),
        ("airport airfield", "airport base"),
        ("airbase base", "base airport"),
        ("river", "river"),
        ("strait straits channel", "strait"),
        ("sea ocean gulf bay", "sea gulf bay ocean"),
        ("lake", "lake"),
        ("island islands archipelago atoll", "island islands country admin1"),
        ("peninsula", "peninsula region admin1 cape"),
        ("mountains mountain hills range", "mountains"),
        ("desert plateau valley plain basin delta", "desert plateau valley plain basin delta region"),
        ("camp", "camp"),
        ("crossing border", "crossing country"),
        ("port harbour harbor", "port city capital"),
        ("republic kingdom", "country admin1 region"),
    )
    for word in words.split()
}
# Words that narrow a name without being part of it ("northern Iraq", "downtown Beirut").
NARROWING = _set(
    """
    north south east west northern southern eastern western central northeast northwest southeast
    southwest northeastern northwestern southeastern southwestern north-eastern north-western
    south-eastern south-western downtown mainland rural greater inner outer upper lower mid nearby
    neighbouring neighboring occupied the war-torn coastal metropolitan
    """
)
# Prepositions after which a name is a place where something is or happens.
LOCATIVE = _set(
    """
    in at near outside inside around off on across over along throughout within above below beneath
    under between amid beyond by toward towards through via into onto from to of against
    """
)
# Of these, the ones that say where an act took place when they hang on its word.
SITTING = _set(
    """
    in at near outside inside around off on across over along throughout within above beneath under
    through into onto between
    """
)
# Places as goals: where the act took place only with verbs of moving and coming.
GOALS = frozenset({"to", "toward", "towards", "for", "via", "from"})
MOVING = _set(
    """
    arrive travel fly go come return move march deploy send walk drive sail land head enter withdraw
    flee leave pull retreat cross advance ship deliver bring take transfer evacuate escape visit tour
    trip flight departure arrival withdrawal deployment delivery dispatch
    """
)
# Verbs whose direct object is where the act took place, when it is a place.
REACHING = _set(
    """
    visit enter leave reach attack strike bomb shell hit raid storm seize capture take retake recapture
    occupy invade besiege target bombard surround liberate cross tour rock shake blockade overrun
    bombing shelling siege invasion occupation bombardment annex blanket fill flood block close evacuate
    quit exit ravage devastate patrol search
    """
)
# Acts of speech: told of a government or person, they seldom have a place of their own.
SPEAKING = _set(
    """
    say tell state announce declare accuse blame condemn denounce criticise criticize demand urge call
    request ask appeal warn threaten vow pledge promise deny reject refuse praise support welcome back
    endorse claim allege insist add note remark comment tweet suggest propose offer argue agree express
    describe statement accusation criticism condemnation threat warning denial refusal allegation plan
    plans proposal opposition oppose complain complaint apologise apologize hope consider expect intend
    seek want encourage invite recommend advise question concern doubt speculate congratulate thank
    commend object disapprove defend
    """
)
# Verbs whose subject, when it is a capital or a seat of power, is a government and not a place.
SAYING = _set(
    """
    say tell announce declare accuse blame condemn demand urge call warn threaten vow deny reject refuse
    want insist believe claim consider fear hope impose offer agree sign send seek support back react
    respond retaliate
    """
)
# Joints of names that are written small: "Strait of Hormuz", "Deir ez-Zor", "Rio de Janeiro".
JOINTS = _set(
    """of the de la del do da dos das al el ez es as ash az an ar ad and y du des les le sur upon on am"""
)
MONTHS = _set("january february march april may june july august september october november december")
# Nouns before "of X" that leave X the place ("the coast of Oman", "the town of Qaim", "parts of Syria").
PARTS = _set(
    """coast city town village province governorate region district part area north south east west outskirt
    suburb capital centre center border shore edge street side port island state county neighborhood heart
    neighbourhood middle rest entrance top waters water camp airport base vicinity territory corner site
    university kilometer kilometre mile km"""
)
# Nouns that a place name before them locates: "the Kirkuk base", "a Gaza hospital".
SITES = PARTS | _set(
    """
    courthouse hospital mosque church cathedral temple school prison jail embassy consulate parliament court
    market hotel square station checkpoint headquarters palace house building bridge road highway stadium hall
    refinery field plant port dam barracks compound cemetery theatre theater club mall store office offices
    seaport garrison complex desert countryside valley mountains peninsula strip"""
)
# Words that only say what kind of body it is: "Gainesville Police Department" names Gainesville.
BODIES = _set(
    """
    police fire department city town county parish village state council court courts sheriff sheriffs office
    district attorney school schools high middle elementary board commission committee government parliament
    senate legislature assembly legislative supreme criminal federal national public health ministry
    hospital medical jail prison airport college chamber commerce prosecutor
    prosecutors mayor municipal regional metropolitan university library planning zoning
    housing authority education 's of
    """
)
COLOURS = _set("white black red green blue grey gray brown yellow orange justice supreme superior royal")
