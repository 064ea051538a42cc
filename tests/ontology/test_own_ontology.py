"""A user's own ontology folder: it loads like PLOVER, and faults are told by file, line and column."""

import shutil

import pytest

from bede.errors import BedeError
from bede.ontology import PLOVER, describe, load


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(PLOVER, tmp_path / "mine")


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_an_added_type_with_modes_works_throughout(folder):
    with (folder / "types.csv").open("a") as file:
        file.write("CRIME,4,-8,no,An ordinary crime by ordinary people,,,our project\n")
    with (folder / "modes.csv").open("a") as file:
        file.write("CRIME,theft,-6,crime,Something is stolen,,our project\n")
    mine = load(folder)
    assert mine.quad("CRIME") == 4
    assert mine.intensity("CRIME", ["theft"]) == -6
    assert mine.implied_contexts("CRIME", ["theft"]) == ("crime",)
    assert describe("crime", mine)[0].title == "CRIME"
    assert "CRIME" not in load().types
    with pytest.raises(BedeError, match=r"CRIME has no CAMEO code. Add a line for it to cameo_reverse\.csv"):
        mine.plover_to_cameo("CRIME", ["theft"])


def test_a_folder_without_cameo_tables_loads(folder):
    (folder / "cameo.csv").unlink()
    (folder / "cameo_reverse.csv").unlink()
    assert load(str(folder)).quad("AID") == 2


def test_a_file_saved_by_a_spreadsheet_with_a_byte_order_mark_loads(folder):
    path = folder / "types.csv"
    path.write_text("\ufeff" + path.read_text(encoding="utf-8").replace("\n", "\r\n"), encoding="utf-8")
    assert load(folder) == load()


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (
            "types.csv",
            "AGREE,1,",
            "AGREE,5,",
            r"types\.csv, line 2, column 2 \(quad\): '5' is not one of 1, 2",
        ),
        (
            "types.csv",
            "AGREE,1,2.5",
            "AGREE,1,much",
            r"line 2, column 3 \(intensity\): 'much' is not a number",
        ),
        ("types.csv", "AGREE,1,2.5", "AGREE,1,25", r"column 3 \(intensity\): 25 is outside the scale"),
        ("types.csv", "AGREE,1,2.5,no", "AGREE,1,2.5,maybe", r"column 4 \(requires_recipient\): 'maybe'"),
        ("types.csv", "CONSULT,1", "AGREE,1", r"line 3, column 1 \(type\): AGREE stands here a second time"),
        (
            "types.csv",
            "AGREE,1",
            "agree,1",
            r"line 2, column 1 \(type\): 'agree' should be in capital letters",
        ),
        ("types.csv", "type,quad", "type;quad", r"types\.csv, line 1: no column type, quad"),
        (
            "modes.csv",
            "CONSULT,visit",
            "CONSULTT,visit",
            r"line 2, column 1 \(type\): 'CONSULTT' is not in types",
        ),
        (
            "modes.csv",
            "CONSULT,phone",
            "CONSULT,visit",
            r"line 5, column 2 \(mode\): CONSULT has visit a second",
        ),
        (
            "modes.csv",
            "-6.5,misinformation",
            "-6.5,lies",
            r"column 4 \(adds_context\): 'lies' is not in contexts",
        ),
        ("contexts.csv", "military,", "Military,", r"contexts\.csv, line 2, column 1 \(context\)"),
        (
            "sectors.csv",
            "COP,",
            "POLICE,",
            r"sectors\.csv, line 2, column 1 \(sector\): 'POLICE' should be three",
        ),
        ("actor_codes.csv", "UNO,", ",", r"actor_codes\.csv, line 3, column 1 \(code\): is empty"),
        (
            "cameo.csv",
            "CONSULT,phone",
            "CONSULT,fax",
            r"cameo\.csv, line \d+, column 4 \(mode\): 'fax' is not in",
        ),
        ("cameo.csv", "0311,", "311x,", r"column 1 \(cameo\): '311x' should be two to four digits"),
        ("cameo_reverse.csv", ",030,", ",999,", r"cameo_reverse\.csv, line 2, column 4 \(cameo\): '999'"),
        (
            "cameo_reverse.csv",
            "human_security",
            "humanitarian",
            r"column 3 \(contexts\): 'humanitarian' is not in",
        ),
        ("sectors.csv", "COP,", "COP,x,", r"sectors\.csv, line 2: 5 cells where the header has 4"),
    ],
)
def test_a_fault_is_told_with_file_line_and_column(folder, name, old, new, message):
    edit(folder / name, old, new)
    with pytest.raises(BedeError, match=message):
        load(folder)


def test_the_line_is_right_after_a_cell_of_several_lines(folder):
    edit(folder / "contexts.csv", "Police, militias", "Police,\nmilitias")
    edit(folder / "contexts.csv", "\nintelligence,", "\nIntelligence,")
    with pytest.raises(BedeError, match=r"contexts\.csv, line 4, column 1"):
        load(folder)


def test_a_missing_table_is_named(folder):
    (folder / "modes.csv").unlink()
    with pytest.raises(BedeError, match=r"modes\.csv is missing"):
        load(folder)
    with pytest.raises(BedeError, match="nowhere"):
        load(folder / "nowhere")


def test_a_table_in_another_encoding_is_refused(folder):
    path = folder / "sectors.csv"
    path.write_bytes(path.read_bytes() + "CLN,Clergé,no,nous\n".encode("latin-1"))
    with pytest.raises(BedeError, match=r"sectors\.csv is not UTF-8"):
        load(folder)
