from __future__ import annotations

import json
import re
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from policygen import profile, schema
from policygen.errors import ProfileError
from policygen.profile.fields import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA = Path(__file__).parents[2] / "profiles" / "profile.schema.json"
SECTORS = ["gehandicaptenzorg", "ouderenzorg", "jeugdhulp", "ggz", "sociaal_werk", "gemeente", None]
TYPES = {
    "string": str,
    "number": (int, float),
    "integer": int,
    "boolean": bool,
    "null": type(None),
    "array": list,
    "object": dict,
}


KEYWORDS = {
    *("$ref", "anyOf", "type", "enum", "const", "pattern", "minimum", "maximum", "maxLength", "items", "properties"),
    *("required", "additionalProperties", "propertyNames", "$schema", "$defs", "title", "description", "examples"),
}


class EditorLoader(yaml.SafeLoader):
    """Reads as the YAML extension of an editor does: YAML 1.2, so no dates and only true and false."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if tag.rpartition(":")[2] in {"int", "float", "null"}]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def faults(  # noqa: C901, PLR0912 - one case per keyword
    rule: dict[str, Any], value: Any, root: dict[str, Any], at: str = ""
) -> Iterator[str]:
    """The part of JSON Schema that ours uses; an unknown keyword is a fault of the schema."""
    assert set(rule) <= KEYWORDS, rule
    if "$ref" in rule:
        yield from faults(root["$defs"][rule["$ref"].rpartition("/")[2]], value, root, at)
    if "anyOf" in rule and all(list(faults(option, value, root, at)) for option in rule["anyOf"]):
        yield f"{at}: {value!r}"
    kinds = rule.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(
        isinstance(value, TYPES[kind]) and (not isinstance(value, bool) or kind == "boolean")  # type: ignore[arg-type]
        for kind in kinds
    ):
        yield f"{at}: {value!r} is no {kinds}"
        return
    if ("enum" in rule and value not in rule["enum"]) or ("const" in rule and value != rule["const"]):
        yield f"{at}: {value!r}"
    if isinstance(value, str):
        if "pattern" in rule and not re.search(rule["pattern"], value):
            yield f"{at}: {value!r}"
    elif isinstance(value, (int, float)):
        if not rule.get("minimum", value) <= value <= rule.get("maximum", value):
            yield f"{at}: {value!r}"
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from faults(rule.get("items", {}), item, root, f"{at}.{index}")
    elif isinstance(value, dict):
        for key in rule.get("required", []):
            if key not in value:
                yield f"{at}: {key} is missing"
        for key, item in value.items():
            yield from faults(rule.get("propertyNames", {}), key, root, f"{at}.{key}")
            other = rule.get("additionalProperties", {})
            inner = rule.get("properties", {}).get(key, other)
            if inner is False:
                yield f"{at}: {key} is unknown"
            elif isinstance(inner, dict):
                yield from faults(inner, item, root, f"{at}.{key}")


def editor_faults(text: str) -> list[str]:
    root = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return list(faults(root, yaml.load(text, EditorLoader), root))


class DescribeJsonSchema:
    def it_stands_in_the_repository_as_it_is_generated(self) -> None:
        assert SCHEMA.read_text(encoding="utf-8") == schema.json_schema_text(), "run: policygen schema"

    @pytest.mark.parametrize("name", ["volledig.yaml", "minimaal.yaml"])
    def it_accepts_the_profiles_that_we_accept(self, data: Path, name: str) -> None:
        assert editor_faults((data / name).read_text(encoding="utf-8")) == []

    def it_accepts_numbers_as_text_and_text_as_numbers(self) -> None:
        text = """\
organisatie: {naam: 123, code: 12, medewerkers: "640", locaties: 3.500, minderjarigen: true, plaats: INVULLEN}
document: {versie: 1.10, datum: 2026-01-01}
rollen: {ict: {uren_per_week: 2.5}, expert: {uren_per_week: "2,5", extern: nee}}
visie: {waarden: [1, true, INVULLEN], online_media_in_visie: true, kern: null}
pdca: {momenten: [{maand: "3"}, {maand: 4}]}
documenten: [visie, INVULLEN]
kanalen: INVULLEN
inspraak: {clienten: {vorm: [a, b]}, verwanten: {vorm: geen}}
taal: {termen: {verwant: geen}}
"""
        assert editor_faults(text) == []
        profile.Profile.model_validate(yaml.load(text, yaml.BaseLoader) | {"visie": {"waarden": ["1"]}})

    @pytest.mark.parametrize(
        "text",
        [
            "organisatie: {plaats: x}",
            "organisatie: {naam: x, nam: y}",
            "organisatie: {naam: x, land: DE}",
            "organisatie: {naam: x}\npdca: {momenten: [{maand: 13}]}",
            "organisatie: {naam: x}\ndocument: {datum: 1-1-2026}",
            "organisatie: {naam: x}\nzelfscan: {antwoorden: {ZB12: ja}}",
            "organisatie: {naam: x}\nhuisstijl: {kleur: rood}",
            "organisatie: {naam: x}\nrollen: INVULLEN",
        ],
    )
    def it_refuses_what_we_refuse(self, text: str) -> None:
        assert editor_faults(text)

    def it_speaks_dutch(self) -> None:
        text = SCHEMA.read_text(encoding="utf-8")
        assert not re.search(r"\b(The|A|An|How|What|Who|When|Whether|Everything)\b [a-z]", text)
        assert '"title": "Profiel voor policygen"' in text


class DescribeStarter:
    @pytest.mark.parametrize(("land", "sector"), list(product(["NL", "BE", None], SECTORS)))
    def it_is_valid_for_every_country_and_sector(self, tmp_path: Path, land: str | None, sector: str | None) -> None:
        path = tmp_path / "profiel.yaml"
        text = schema.starter(naam="De Linde", land=land, sector=sector)
        path.write_text(text, encoding="utf-8", newline="\n")
        found = profile.load(path)
        organisation = found.profile.organisatie.model_dump(exclude_none=True)
        given_values = {"naam": "De Linde", "land": land, "sector": sector}
        assert organisation == {key: value for key, value in given_values.items() if value}
        assert [name for name, value in found.profile if value is not None] == ["organisatie"]
        assert [problem.where for problem in found.warnings] == ([] if land else ["organisatie.land"])
        assert editor_faults(text) == []

    @pytest.mark.parametrize(("land", "sector"), list(product(["NL", "BE"], SECTORS)))
    def it_stays_valid_when_every_example_counts(self, tmp_path: Path, land: str, sector: str | None) -> None:
        (tmp_path / "huisstijl.dotx").write_bytes(b"")
        (tmp_path / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
        path = tmp_path / "profiel.yaml"
        path.write_text(uncommented(schema.starter(naam="x", land=land, sector=sector)), encoding="utf-8")
        found = profile.load(path)
        assert found.warnings == ()
        assert [name for name, value in found.profile if value is None] == []

    def it_stays_valid_when_one_example_counts(self, tmp_path: Path) -> None:
        path = tmp_path / "profiel.yaml"
        lines = schema.starter(naam="x", land="NL").split("\n")
        for index, line in enumerate(lines):
            if EXAMPLE.match(line):
                path.write_text(
                    "\n".join([*lines[:index], EXAMPLE.sub(r"\1", line), *lines[index + 1 :]]), encoding="utf-8"
                )
                where = wrong(path)
                assert where <= REFERENCES, line

    @given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40))
    def it_keeps_any_name(self, tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
        path = tmp_path_factory.getbasetemp() / "naam.yaml"
        path.write_bytes(schema.starter(naam=name, land="NL").encode())
        found = profile.load(path).profile.organisatie.naam
        assert found == name.strip() if name.strip() else str(found).startswith("[Nog in te vullen")

    def it_keeps_an_apostrophe_and_quotation_marks(self, tmp_path: Path) -> None:
        path = tmp_path / "naam.yaml"
        path.write_text(schema.starter(naam='\'t Zeepaardje "x" \\ #y: z', land="BE"), encoding="utf-8")
        assert profile.load(path).profile.organisatie.naam == '\'t Zeepaardje "x" \\ #y: z'

    @pytest.mark.parametrize("bestand", ["a\nb.yaml", "a\x07b.yaml", "a\udcffb.yaml", "a\u2028b.yaml"])
    def it_is_valid_whatever_its_file_is_called(self, tmp_path: Path, bestand: str) -> None:
        path = tmp_path / "profiel.yaml"
        path.write_text(schema.starter(naam="De Linde", land="NL", bestand=bestand), encoding="utf-8")
        assert profile.load(path).warnings == ()

    def it_has_no_word_of_the_other_country_in_its_examples(self) -> None:
        examples = "\n".join(
            line for line in schema.starter(land="BE", sector="ouderenzorg").split("\n") if EXAMPLE.match(line)
        )
        assert not re.search(r"cliëntenraad|raad van bestuur|ondersteuningsplan|Helpwanted", examples.split(" # ")[0])


EXAMPLE = re.compile(r"^( *)# (?=(?:[a-z_]+|Z[BG]\d\d): |- \{)")
REFERENCES = {
    "document.eigenaar", "rollen.bestuur.personen.0", "rollen.expert.personen.0", "rollen.expert.personen.1",
    "rollen.expert.vervanger", "rollen.ict.personen.0", "rollen.digicoach.personen.0", "rollen.communicatie.personen.0",
    "ict_contacten.0.persoon", "pdca.bewaker", "pdca.momenten.0.wie", "zelfscan.door", "huisstijl.sjabloon",
    "onlinehulp.team.ict_deskundige.0", "onlinehulp.team.onlinehulpverlener.0", "onlinehulp.team.pionier_inspirator.0",
    "onlinehulp.team.organisator.0", "onlinehulp.team.behartiger.0",
}  # fmt: skip
"""What points to a person or a file, so cannot stand without it."""


def uncommented(text: str) -> str:
    head, mark, body = text.partition("\n# ---")
    return head + mark + re.sub(EXAMPLE.pattern, r"\1", body, flags=re.MULTILINE)


def wrong(path: Path) -> set[str]:
    try:
        profile.load(path)
    except ProfileError as error:
        return {problem.where for problem in error.problems if not problem.warning}
    return set()


class DescribeReferenceTable:
    def it_has_a_row_for_every_key(self) -> None:
        rows = schema.reference_table().splitlines()
        assert rows[0] == "| sleutel | wat | voorbeeld | als het ontbreekt | wie weet dit |"
        assert [row.split("`")[1] for row in rows[2:]] == [path for path, _ in walk()]
        assert all(len(re.findall(r"(?<!\\)\|", row)) == 6 for row in rows)

    def it_tells_what_is_needed_and_what_is_chosen(self) -> None:
        rows = {row.split("`")[1]: row for row in schema.reference_table().splitlines()[2:]}
        assert "| verplicht |" in rows["organisatie.naam"]
        assert "| gemarkeerde invulplek |" in rows["document.eigenaar"]
        assert "Keuze: concept, ter_besluit, definitief." in rows["document.status"]
