"""update_list and the custom fields of a list: what is made of them, and that definitions and columns agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import Any

import pytest

from nonagent.rules.custom_fields.custom_fields import WITHOUT_VALUE
from nonagent.rules.custom_fields.field_types import LEAD_COLUMNS
from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase

CountStatements = Callable[[], AbstractContextManager[Statements]]

FIELD = {"field_label": "extra", "field_name": "Extra", "field_size": "20", "field_type": "TEXT", "field_rank": "5"}
TWO_FIELDS = """
    CREATE TABLE custom_201 (lead_id INT(9) UNSIGNED PRIMARY KEY NOT NULL, colour VARCHAR(9), own VARCHAR(20))
      ENGINE=MyISAM;
    INSERT INTO custom_201 VALUES (1004, 'turquoise', 'mine');
    INSERT INTO vicidial_lists_fields
      (list_id, field_label, field_name, field_rank, field_type, field_size, field_max, field_default, field_help,
       field_description, field_options)
    VALUES (201, 'colour', 'Colour', 7, 'TEXT', 9, 9, 'NULL', '', '', ''),
           (201, 'own', 'Own', 8, 'TEXT', 10, 20, 'NULL', '', '', '');
    """
OPTIONS = "home,Home\nauto,Auto"


class Fields:
    """Custom field requests for list 201, and what the database holds after them."""

    def __init__(self, api: AppProcess, database: WorkingDatabase) -> None:
        self.api, self.database = api, database

    def request(self, action: str, **fields: str) -> str:
        """The outcome of one: what stands before the last bar of the first line."""
        answer = self.api({"function": "update_list", "list_id": "201", f"custom_fields_{action}": "Y"} | fields)
        assert answer.status_code == 200
        return str(answer.text.split("\n")[0].split("|")[-2])

    def add(self, **fields: str) -> str:
        return self.request("add", **{**FIELD, **fields})

    def update(self, **fields: str) -> str:
        return self.request("update", **{"field_label": "own", **fields})

    def delete(self, label: str) -> str:
        return self.request("delete", field_label=label)

    def copy(self, method: str = "APPEND", source: int = 102) -> str:
        answer = self.api(
            function="update_list", list_id="201", custom_fields_copy=str(source), custom_copy_method=method
        )
        assert answer.status_code == 200
        return str(answer.text.split("\n")[1].split("|")[-2])

    def stored(self, label: str = "extra") -> dict[str, Any]:
        return self.database.one(
            "SELECT * FROM vicidial_lists_fields WHERE list_id = 201 AND field_label = %s", label
        )

    def labels(self) -> list[str]:
        rows = self.database.all(
            "SELECT field_label FROM vicidial_lists_fields WHERE list_id = 201 ORDER BY field_id"
        )
        return [row["field_label"] for row in rows]

    def columns(self) -> dict[str, tuple[str, str | None]]:
        rows = self.database.all(
            "SELECT column_name AS name, column_type AS type, column_default AS preset"
            " FROM information_schema.columns WHERE table_schema = %s AND table_name = 'custom_201'"
            " ORDER BY ordinal_position",
            self.database.name,
        )
        return {row["name"]: (row["type"], row["preset"]) for row in rows}

    def admin_log(self) -> list[tuple[str, str]]:
        rows = self.database.all(
            "SELECT event_type, event_notes FROM vicidial_admin_log WHERE event_section = 'CUSTOM_FIELDS'"
        )
        return [(row["event_type"], row["event_notes"]) for row in rows]

    def check_they_agree(self) -> None:
        """Each definition that has a column finds it, and each column has a definition."""
        rows = self.database.all("SELECT * FROM vicidial_lists_fields WHERE list_id = 201")
        expected = {
            row["field_label"].lower()
            for row in rows
            if row["field_type"] not in WITHOUT_VALUE
            and row["field_duplicate"] != "Y"
            and row["field_label"].lower() not in LEAD_COLUMNS
        }
        assert {name.lower() for name in self.columns()} - {"lead_id"} == expected


@pytest.fixture
def fields(api: AppProcess, database: WorkingDatabase) -> Iterator[Fields]:
    """List 201 without custom fields; whatever a test does, definitions and columns agree at its end."""
    found = Fields(api, database)
    yield found
    found.check_they_agree()


@pytest.fixture
def two_fields(fields: Fields) -> Fields:
    """List 201 with the fields `colour` and `own`, and a lead with values in them."""
    fields.database.run(TWO_FIELDS)
    return fields


# -- types ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "column", "cost"),
    [
        ({"field_type": "TEXT", "field_max": "30"}, ("varchar(30)", "''"), 93),
        ({"field_type": "TEXT", "field_default": "NULL", "field_max": "4"}, ("varchar(4)", "NULL"), 15),
        ({"field_type": "TEXT", "field_max": "7", "field_encrypt": "Y"}, ("varchar(30)", "NULL"), 93),
        ({"field_type": "TEXT", "field_max": "8", "field_encrypt": "Y"}, ("varchar(32)", "NULL"), 99),
        ({"field_type": "READONLY", "field_max": "9", "field_default": "x"}, ("varchar(9)", "'x'"), 30),
        ({"field_type": "AREA", "field_default": "some"}, ("text", "NULL"), 45),
        ({"field_type": "AREA", "field_encrypt": "Y"}, ("text", "NULL"), 45),
        ({"field_type": "HIDEBLOB", "field_encrypt": "Y"}, ("blob", "NULL"), 45),
        ({"field_type": "DATE", "field_encrypt": "Y"}, ("varchar(30)", "NULL"), 93),
        ({"field_type": "TIME", "field_encrypt": "Y"}, ("varchar(30)", "NULL"), 93),
        ({"field_type": "DATE", "field_default": "2025-01-01"}, ("date", "NULL"), 30),
        ({"field_type": "SELECT", "field_default": "auto"}, ("enum('home','auto')", "'auto'"), 39),
        ({"field_type": "RADIO", "field_default": "NULL"}, ("enum('home','auto')", "NULL"), 39),
        ({"field_type": "CHECKBOX"}, ("varchar(13)", "''"), 39),
        (
            {"field_type": "SOURCESELECT", "field_default": "NULL", "field_options": "Option=>a|A\nb|B\nnone"},
            ("enum('a','b')", "NULL"),
            21,
        ),
        (
            {"field_type": "SELECT", "field_default": "NULL", "field_options": "back\\slash,x\na|b\nlost\nc,d"},
            ("enum('back\\\\slash','a|b','c')", "NULL"),
            66,
        ),
    ],
)
def test_a_type_decides_column_and_cost(
    fields: Fields, field: dict[str, str], column: tuple[str, str], cost: int
) -> None:
    assert fields.add(**{"field_options": OPTIONS, **field}) == "SUCCESS: Field added"
    assert fields.columns()["extra"] == column
    assert fields.stored()["field_cost"] == cost


@pytest.mark.parametrize(("kind", "encrypt"), [("SELECT", "N"), ("MULTI", "N"), ("BUTTON", "N"), ("AREA", "Y")])
def test_only_what_can_be_encrypted_is(fields: Fields, kind: str, encrypt: str) -> None:
    fields.add(field_type=kind, field_encrypt="Y", field_options=OPTIONS, field_default="NULL")
    assert fields.stored()["field_encrypt"] == encrypt


@pytest.mark.parametrize("kind", ["NUMBER", "text"])
def test_a_type_that_is_not_known_does_nothing(fields: Fields, kind: str) -> None:
    assert fields.add(field_type=kind) == "NONE"
    assert (fields.labels(), fields.columns(), fields.admin_log()) == ([], {}, [])


# -- adding ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "field",
    [
        {"field_name": "E"},
        {"field_max": "3", "field_default": "four"},
        {"field_default": "NULL"},
        {"field_label": "SeLeCt"},
        {"field_type": "SELECT"},
        {"field_type": "SELECT", "field_options": "home,Home"},
        {"field_type": "SELECT", "field_options": "a\nb\nc\nd"},
        {"field_type": "SELECT", "field_options": "a,\n,b\n,"},
        {"field_type": "SELECT", "field_options": "a,b\nc"},
        {"field_type": "SOURCESELECT", "field_options": "a,b\nc,d"},
        {"field_type": "SWITCH", "field_options": "2010,This\n101,That"},
        {"field_duplicate": "Y"},
    ],
    ids=repr,
)
def test_a_field_that_is_wrong_is_not_added(fields: Fields, field: dict[str, str]) -> None:
    assert fields.add(**field) == "ERROR: Field not added"
    assert (fields.labels(), fields.columns(), fields.admin_log()) == ([], {}, [])


@pytest.mark.parametrize(
    ("setting", "outcome"),
    [
        ("UPDATE vicidial_users SET modify_leads = '0'", "NONE"),
        ("UPDATE system_settings SET custom_fields_enabled = '0'", "ERROR: Field not added"),
        ("UPDATE vicidial_users SET modify_leads = '6'", "SUCCESS: Field added"),
    ],
)
def test_user_and_system_must_allow_it(fields: Fields, setting: str, outcome: str) -> None:
    fields.database.run(setting)
    assert fields.add() == outcome


def test_texts_are_stored_letter_for_letter(fields: Fields) -> None:
    hostile = "it's a \\"
    assert fields.add(field_help=hostile, field_description="\\", field_default="\\", field_max="9").startswith(
        "SUCC"
    )
    stored = fields.stored()
    assert (stored["field_help"], stored["field_description"], stored["field_default"]) == (hostile, "\\", "\\")
    assert fields.columns()["extra"][1] == r"'\\'"


def test_what_follows_an_ampersand_is_no_parameter(fields: Fields) -> None:
    assert fields.add(field_help="help & list_id=101&field_label=other") == "SUCCESS: Field added"
    assert fields.stored()["field_help"] == "help "
    assert fields.labels() == ["extra"]


@pytest.mark.parametrize("label", ["Größe", "x" * 50])
def test_a_label_may_hold_any_letter_and_be_as_long_as_its_column(fields: Fields, label: str) -> None:
    fields.database.run("UPDATE system_settings SET use_non_latin = '1'")
    assert fields.add(field_label=label) == "SUCCESS: Field added"
    assert (label in fields.columns(), fields.labels()) == (True, [label])


@pytest.mark.parametrize("label", ["x" * 51, "x" * 65, "𝒳letter"])
def test_a_label_that_definition_and_column_cannot_both_hold_is_refused(fields: Fields, label: str) -> None:
    fields.database.run("UPDATE system_settings SET use_non_latin = '1'")
    assert fields.add(field_label=label) == "NONE"
    assert (fields.labels(), fields.columns()) == ([], {})


@pytest.mark.parametrize("number", ["0", "99999", "9" * 500])
def test_numbers_of_any_length_are_understood(fields: Fields, number: str) -> None:
    outcome = fields.add(field_size=number, field_rank=number, field_order=number, field_type="BUTTON")
    assert outcome == "SUCCESS: Field added"
    assert fields.stored()["field_size"] == (1 if number == "0" else 100)
    assert fields.stored()["field_rank"] == min(int(number[:9]), 32767)


def test_a_lead_column_gets_a_small_label_and_no_column(fields: Fields) -> None:
    assert fields.add(field_label="First_Name", field_max="10") == "SUCCESS: Field added"
    assert (fields.labels(), list(fields.columns())) == (["first_name"], ["lead_id"])
    assert fields.stored("first_name")["field_cost"] == 33


def test_duplicates_are_numbered_and_have_no_column(two_fields: Fields) -> None:
    for _ in range(2):
        assert two_fields.add(field_label="own", field_duplicate="Y", field_encrypt="Y") == "SUCCESS: Field added"
    assert two_fields.labels() == ["colour", "own", "own_DUPLICATE_001", "own_DUPLICATE_002"]
    assert two_fields.stored("own_DUPLICATE_001")["field_encrypt"] == "N"


def test_a_duplicate_is_a_text(two_fields: Fields) -> None:
    assert two_fields.add(field_label="own", field_duplicate="Y", field_type="AREA") == "ERROR: Field not added"


def test_fields_of_the_same_rank_make_room_until_a_rank_is_free(two_fields: Fields) -> None:
    two_fields.database.run(
        "INSERT INTO vicidial_lists_fields (list_id, field_label, field_rank, field_type)"
        " VALUES (201, 'with_own', 8, 'BUTTON'), (201, 'later', 10, 'BUTTON'), (102, 'elsewhere', 7, 'BUTTON')"
    )
    assert two_fields.add(field_rank="7", field_rerank="YES") == "SUCCESS: Field added"

    rows = two_fields.database.all("SELECT field_label, field_rank FROM vicidial_lists_fields WHERE field_id > 3")
    assert {row["field_label"]: row["field_rank"] for row in rows} == {
        "colour": 8, "own": 9, "with_own": 9, "later": 10, "elsewhere": 7, "extra": 7,
    }  # fmt: skip
    moves = "Field 4(colour) moved to rank 8|Field 5(own) moved to rank 9|Field 6(with_own) moved to rank 9|"
    assert two_fields.admin_log() == [("ADD", f"Rows updated: 1(9)   {moves}")]


@pytest.mark.parametrize("rank", ["1000", "99999"])
def test_making_room_ends_at_any_rank(two_fields: Fields, rank: str) -> None:
    two_fields.database.run("UPDATE vicidial_lists_fields SET field_rank = 1000 WHERE field_label = 'own'")
    assert two_fields.add(field_rank=rank, field_rerank="YES") == "SUCCESS: Field added"


def test_requests_at_once_all_add_their_fields_and_none_twice(fields: Fields) -> None:
    labels = ["red", "green", "blue", "grey"] * 3
    with ThreadPoolExecutor(4) as pool:
        outcomes = Counter(pool.map(lambda label: fields.add(field_label=label, field_duplicate="N"), labels))

    assert outcomes == {"SUCCESS: Field added": 4, "ERROR: Field not added": 8}
    assert sorted(fields.labels()) == ["blue", "green", "grey", "red"]


# -- what the database refuses ----------------------------------------------------------------------------------


def test_an_alter_that_fails_adds_no_definition(two_fields: Fields) -> None:
    # A row of this table cannot grow any more: the server itself refuses.
    two_fields.database.run("ALTER TABLE custom_201 MODIFY own VARCHAR(21000)")
    assert two_fields.add(field_max="9000") == "NONE"
    assert (two_fields.labels(), two_fields.admin_log()) == (["colour", "own"], [])


def test_an_alter_that_fails_changes_no_definition(two_fields: Fields) -> None:
    two_fields.database.run("ALTER TABLE custom_201 MODIFY colour VARCHAR(21000)")
    before = two_fields.stored("own")
    assert two_fields.update(field_max="9000", field_name="Other") == "NONE"
    assert (two_fields.stored("own"), two_fields.admin_log()) == (before, [])


def test_an_alter_that_fails_deletes_no_definition(two_fields: Fields) -> None:
    # The server does not drop the last column of a table.
    two_fields.database.run(
        "ALTER TABLE custom_201 DROP COLUMN colour, DROP PRIMARY KEY, DROP COLUMN lead_id;"
        "DELETE FROM vicidial_lists_fields WHERE field_label = 'colour'"
    )
    assert two_fields.delete("own") == "NONE"
    assert (two_fields.labels(), two_fields.admin_log()) == (["own"], [])


def test_a_create_that_fails_adds_no_definition(fields: Fields) -> None:
    assert fields.add(field_type="SELECT", field_options=OPTIONS, field_default="boat") == "NONE"
    assert (fields.labels(), fields.columns()) == ([], {})


@pytest.fixture
def refused_definitions(fields: Fields) -> Iterator[None]:
    """Definitions of list 201 cannot be inserted."""
    fields.database.run(
        "CREATE TRIGGER refused BEFORE INSERT ON vicidial_lists_fields FOR EACH ROW"
        " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'refused'"
    )
    yield
    fields.database.run("DROP TRIGGER refused")


@pytest.mark.usefixtures("refused_definitions")
@pytest.mark.parametrize("label", ["extra", "first_name"])
def test_a_definition_that_fails_leaves_no_column(fields: Fields, label: str) -> None:
    assert fields.add(field_label=label) == "NONE"
    assert (list(fields.columns()), fields.admin_log()) == (["lead_id"], [])


def test_a_copy_that_fails_half_way_keeps_what_was_copied(fields: Fields) -> None:
    fields.database.run(
        "INSERT INTO vicidial_lists_fields"
        " (list_id, field_label, field_name, field_rank, field_type, field_max, field_default) VALUES"
        " (102, 'first', 'First', 1, 'TEXT', 9, ''), (102, 'wrong', 'Wrong', 2, 'NONSENSE', 9, ''),"
        " (102, 'third', 'Third', 3, 'TEXT', 9, '')"
    )
    assert fields.copy() == "NONE"
    assert fields.labels() == ["first"]


# -- changing ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["NUMBER", ""])
def test_a_type_that_means_nothing_keeps_the_stored_one(two_fields: Fields, kind: str) -> None:
    assert two_fields.update(field_type=kind) == "SUCCESS: Field updated"
    assert two_fields.stored("own")["field_type"] == "TEXT"


def test_the_same_again_changes_no_row(two_fields: Fields) -> None:
    two_fields.update()
    two_fields.update()
    assert two_fields.admin_log() == [("MODIFY", "Rows updated: 1(5)   "), ("MODIFY", "Rows updated: 0(5)   ")]


def test_label_and_column_take_the_letter_case_of_the_request(two_fields: Fields) -> None:
    assert two_fields.update(field_label="OWN") == "SUCCESS: Field updated"
    assert two_fields.labels() == ["colour", "OWN"]
    assert list(two_fields.columns()) == ["lead_id", "colour", "OWN"]


def test_the_word_for_blank_empties_texts_but_not_the_name(two_fields: Fields) -> None:
    texts = ("field_description", "field_help", "field_options", "field_default")
    two_fields.update(**dict.fromkeys(texts, "something"))
    assert two_fields.update(field_name="--BLANK--", **dict.fromkeys(texts, "--BLANK--")).startswith("SUCCESS")
    stored = two_fields.stored("own")
    assert [stored[name] for name in (*texts, "field_name")] == ["", "", "", "", "--BLANK--"]
    assert two_fields.columns()["own"] == ("varchar(20)", "''")


@pytest.mark.parametrize(
    "field",
    [
        {"field_max": "3"},
        {"field_type": "SELECT", "field_options": "one"},
        {"field_type": "SWITCH", "field_options": "101,That"},
    ],
    ids=repr,
)
def test_a_change_that_is_wrong_is_not_made(two_fields: Fields, field: dict[str, str]) -> None:
    before = two_fields.stored("own")
    assert two_fields.update(**field) == "ERROR: Field not updated"
    assert two_fields.stored("own") == before


def test_a_field_without_a_table_is_changed_only_as_a_lead_column_or_duplicate(fields: Fields) -> None:
    fields.database.run(
        TWO_FIELDS + "DROP TABLE custom_201; INSERT INTO vicidial_lists_fields"
        " (list_id, field_label, field_name, field_type, field_max) VALUES (201, 'city', 'C', 'TEXT', 9)"
    )
    assert fields.update() == "ERROR: Field not updated"
    assert fields.update(field_label="city", field_name="City") == "SUCCESS: Field updated"
    assert fields.update(field_label="colour", field_duplicate="Y", field_type="AREA") == "SUCCESS: Field updated"
    assert fields.stored("colour")["field_type"] == "TEXT"
    fields.database.run("DELETE FROM vicidial_lists_fields WHERE field_label = 'own'")


# -- deleting ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", WITHOUT_VALUE)
def test_a_field_without_a_column_is_deleted(two_fields: Fields, kind: str) -> None:
    two_fields.add(field_type=kind, field_options="201,This\n101,That")
    assert two_fields.delete("extra") == "SUCCESS: Field deleted"
    assert two_fields.labels() == ["colour", "own"]


def test_a_duplicate_is_deleted_and_its_original_stays(two_fields: Fields) -> None:
    two_fields.add(field_label="own", field_duplicate="Y")
    assert two_fields.delete("own_DUPLICATE_001") == "SUCCESS: Field deleted"
    assert two_fields.labels() == ["colour", "own"]


def test_a_deletion_that_was_cut_off_behind_the_column_can_be_done_again(two_fields: Fields) -> None:
    two_fields.database.run("ALTER TABLE custom_201 DROP COLUMN own")
    assert two_fields.delete("own") == "SUCCESS: Field deleted"


def test_without_a_table_only_a_lead_column_is_deleted(fields: Fields) -> None:
    fields.database.run(
        TWO_FIELDS + "DROP TABLE custom_201; INSERT INTO vicidial_lists_fields"
        " (list_id, field_label, field_type) VALUES (201, 'city', 'TEXT')"
    )
    assert fields.delete("own") == "ERROR: Field not deleted"
    assert fields.delete("city") == "SUCCESS: Field deleted"
    fields.database.run("DELETE FROM vicidial_lists_fields WHERE list_id = 201")


# -- copying ----------------------------------------------------------------------------------------------------


def test_a_list_is_not_copied_to_itself(two_fields: Fields) -> None:
    assert two_fields.copy(source=201) == "ERROR: Fields not copied"


def test_a_field_that_lost_its_table_counts_as_there(fields: Fields) -> None:
    fields.database.run(TWO_FIELDS + "DROP TABLE custom_201")
    fields.database.run(
        "UPDATE vicidial_lists_fields SET field_label = 'Favorite_Color' WHERE field_label = 'colour'"
    )
    assert fields.copy("REPLACE", source=101) == "SUCCESS: Fields copied"
    assert fields.labels() == ["Favorite_Color", "own", "policy_type", "renewal_date"]
    assert list(fields.columns()) == ["lead_id", "policy_type", "renewal_date"]
    fields.database.run("DELETE FROM vicidial_lists_fields WHERE list_id = 201 AND field_rank > 3")


def test_a_duplicate_is_copied_each_time_under_a_new_label(two_fields: Fields) -> None:
    two_fields.database.run(
        "INSERT INTO vicidial_lists_fields (list_id, field_label, field_name, field_type, field_duplicate)"
        " VALUES (102, 'a_DUPLICATE_001', 'A', 'TEXT', 'Y')"
    )
    assert [two_fields.copy(), two_fields.copy()] == ["SUCCESS: Fields copied"] * 2
    assert two_fields.labels()[2:] == ["a_DUPLICATE_001_DUPLICATE_000", "a_DUPLICATE_001_DUPLICATE_001"]


def test_update_changes_the_fields_that_both_have(two_fields: Fields) -> None:
    two_fields.database.run(
        "INSERT INTO vicidial_lists_fields (list_id, field_label, field_name, field_rank, field_type, field_max,"
        " field_default) VALUES (102, 'OWN', 'Theirs', 1, 'TEXT', 4, 'x'), (102, 'other', 'Other', 2, 'TEXT', 4, '')"
    )
    assert two_fields.copy("UPDATE") == "SUCCESS: Fields copied"
    assert two_fields.labels() == ["colour", "OWN"]
    assert two_fields.columns()["OWN"] == ("varchar(4)", "'x'")


def test_update_without_a_table_ends_there(fields: Fields) -> None:
    fields.database.run(
        TWO_FIELDS + "DROP TABLE custom_201; INSERT INTO vicidial_lists_fields"
        " (list_id, field_label, field_name, field_type, field_max) VALUES (102, 'own', 'Own', 'TEXT', 9)"
    )
    before = fields.stored("own")
    assert fields.copy("UPDATE") == "NONE"
    assert fields.stored("own") == before
    fields.database.run("DELETE FROM vicidial_lists_fields WHERE list_id = 201")


def test_a_stored_label_that_is_no_word_reaches_no_statement(fields: Fields) -> None:
    fields.database.run(
        "INSERT INTO vicidial_lists_fields (list_id, field_label, field_name, field_type, field_max, field_default)"
        " VALUES (102, 'a` INT, DROP COLUMN `lead_id', 'Hostile', 'TEXT', 9, '')"
    )
    assert fields.copy() == "NONE"
    assert (fields.labels(), fields.columns()) == ([], {})


def test_few_statements_add_a_field(two_fields: Fields, count_statements: CountStatements) -> None:
    two_fields.api(function="version")
    with count_statements() as sent:
        two_fields.add()
    assert len(sent) <= 13, sent
