"""understanding
the vision's words                -> their concepts, in English and Chinese
A into B, from A to B, B out of A -> what becomes what, and what comes between is kept
plural, -ing, misspelt, unknown   -> told how it was read; what nothing knows is unread, never lost
two things                        -> the subject, not the place it is at
a look beside its cue             -> the look; alone the thing
adjectives                        -> traits and colours of the thing they stand beside
counts                            -> one, pair, few, swarm
without                           -> left out, and told
traditional, full width, accents  -> read as their plain forms, shown as written
nothing, or anything at all       -> an understanding, never an error
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from generation.words import Colour, Hint, Reading, understand

ROOT = Path(__file__).resolve().parents[3]

VISION = (
    ("cloud turning into a rose at dusk, watercolour", "cloud", "rose"),
    ("云变成玫瑰，黄昏，水彩", "cloud", "rose"),
    ("a cloud dissolving into many butterflies", "cloud", "swarm"),
    ("cloud becomes cupid's wings with love", "cloud", "wings"),
    ("a treble clef turns into flower petals", "treble-clef", "petals"),
    ("musk roses", "rose", None),
    ("moonbeams", "moonbeams", None),
    ("bright dreams", "dream", None),
    ("月光", "moonbeams", None),
    ("东方之珠", "pearl", None),
    ("小河弯弯", "stream", None),
    ("海风", "wind", None),
)


@pytest.mark.parametrize(("text", "concept", "becoming"), VISION)
def test_the_visions_words_are_understood(text: str, concept: str, becoming: str | None) -> None:
    said = understand(text)
    assert (said.concept, said.becoming) == (concept, becoming)
    assert said.unread == ()


def test_light_and_style_are_read_in_both_languages() -> None:
    for text in ("cloud turning into a rose at dusk, watercolour", "云变成玫瑰，黄昏，水彩"):
        said = understand(text)
        assert (said.light, said.palette, said.style) == ("dusk", "dusk", "watercolour")


@pytest.mark.parametrize(
    "text",
    [
        "a cloud into a lotus",
        "from a cloud to a lotus",
        "a lotus emerging from a cloud",
        "cloud -> lotus",
        "云化作莲花",
        "从云到莲花",
        "the cloud, slowly becoming a lotus",
    ],
)
def test_a_change_has_a_direction(text: str) -> None:
    said = understand(text)
    assert (said.concept, said.becoming) == ("cloud", "lotus")


def test_a_chain_keeps_what_is_between() -> None:
    said = understand("a cloud becoming a butterfly, then many butterflies")
    assert (said.concept, said.becoming) == ("cloud", "swarm")
    assert said.concepts == ("cloud", "butterfly", "swarm")


def test_flying_into_is_no_change() -> None:
    said = understand("a swallow flying into a storm")
    assert (said.concept, said.becoming, said.light) == ("swallow", None, "storm")


def test_each_word_tells_how_it_was_read() -> None:
    read = {one.written: one for one in understand("Roses, buterfly, freesias, lotus").read}
    assert read["Roses"] == Reading("Roses", "concept", "rose", "inflected")
    assert read["lotus"] == Reading("lotus", "concept", "lotus", "exact")
    assert read["buterfly"] == Reading("buterfly", "concept", "butterfly", "near", 888)
    assert (read["freesias"].meaning, read["freesias"].how) == ("flower", "near")
    assert 500 <= read["freesias"].similarity < 1000


def test_unknown_words_are_told() -> None:
    assert understand("the quarterly spreadsheet of a rose").unread == ("quarterly", "spreadsheet")
    assert understand("玫瑰和电脑").unread == ("电脑",)


def test_ordinary_words_are_no_misspellings() -> None:
    said = understand("a mouse on the stairs of the clown")  # not a horse, a star, a cloud
    assert said.concept is None
    assert set(said.unread) == {"mouse", "stairs", "clown"}


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("under the moon a boat", "boat"),
        ("a boat under the moon", "boat"),
        ("on the river, two cranes", "crane"),
        ("月光下的荷花", "lotus"),
        ("在海边，一匹马", "horse"),
        ("a butterfly's dream", "dream"),
        ("dream of a butterfly", "butterfly"),
        ("rainy city", "city"),
        ("a dancing horse in the snow", "horse"),
    ],
)
def test_the_subject_is_not_its_place(text: str, concept: str) -> None:
    assert understand(text).concept == concept


def test_a_cue_says_which_look_is_meant() -> None:
    said = understand("a lotus in a rose palette, ring composition, ink style")
    looks = (said.palette, said.layout, said.style)
    assert (said.concepts, looks) == (("lotus",), ("rose", "ring", "ink"))
    assert understand("a ring of roses").concept == "rose"
    assert understand("风格：水墨，玫瑰色调").palette == "rose"


def test_adjectives_belong_to_what_they_stand_beside() -> None:
    said = understand("a white cloud turning into a red rose in full bloom")
    assert said.colours == (
        Colour("cloud", "white", "#fdfcf8"),
        Colour("rose", "red", "#d62f2f"),
    )
    assert said.hints == (Hint("rose", "openness", 950),)
    assert understand("收拢翅膀的蓝色蝴蝶").hints == (Hint("butterfly", "fold", 900),)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("one crane", "one"),
        ("a pair of cranes", "pair"),
        ("3 cranes", "few"),
        ("cranes", "few"),
        ("40 cranes", "swarm"),
        ("无数仙鹤", "swarm"),
        ("两只仙鹤", "pair"),
        ("the crane", None),
    ],
)
def test_counts(text: str, count: str | None) -> None:
    assert understand(text).count == count


def test_what_is_not_wanted_is_left_out() -> None:
    said = understand("a moon without clouds")
    assert said.concepts == ("moon",)
    assert said.read[-1] == Reading("clouds", "without", "cloud", "inflected")
    assert understand("没有云的月亮").concepts == ("moon",)


def test_moods_are_averaged() -> None:
    calm, sad = understand("calm").mood, understand("sad").mood
    both = understand("calm and sad").mood
    assert calm
    assert sad
    assert both
    assert both.valence == (calm.valence + sad.valence) // 2
    assert both.arousal == (calm.arousal + sad.arousal) // 2


def test_one_script_reads_as_the_other() -> None:
    plain, other = understand("云变成蝴蝶，水墨"), understand("雲變成蝴蝶，水墨")
    assert other.read[0].written == "雲"
    assert (other.concept, other.becoming, other.style) == (
        plain.concept,
        plain.becoming,
        plain.style,
    )
    assert understand("\uff32\uff2f\uff33\uff25 Dürer").concepts == ("rose",)
    assert understand("\uff32\uff2f\uff33\uff25 Dürer").style == "engraving"


@given(some.text(max_size=200))
@settings(deadline=None, max_examples=60)
def test_no_text_is_too_odd(text: str) -> None:
    said = understand(text)
    assert all(one.written for one in said.read)
    assert all(word.strip() for word in said.unread)


def test_the_held_out_prompts_are_understood() -> None:
    for name in ("held_out", "fresh"):
        content = tomllib.loads((ROOT / f"bench/prompts/{name}.toml").read_text())
        for text in content.get("prompts", content).values():
            lines = text.strip().splitlines()
            rows = [[cell.strip() for cell in line.split("|")] for line in lines]
            right = [understand(row[0]).concept == row[1] for row in rows]
            assert sum(right) >= 0.98 * len(rows), name


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("musk roses at dusk", ("rose", "musk", 1000)),
        ("麝香玫瑰", ("rose", "musk", 1000)),
        ("two pines", ("tree", "kind", 1000)),
        ("a falling maple leaf", ("leaf", "kind", 150)),
        ("银杏叶", ("leaf", "kind", 500)),
        ("plum blossom", ("blossom-branch", "petal", 80)),
        ("snow becoming sakura", ("blossom-branch", "petal", 950)),
    ],
)
def test_a_kind_is_a_thing_and_a_trait(text: str, kind: tuple[str, str, int]) -> None:
    said = understand(text)
    assert kind[0] in said.concepts
    assert Hint(*kind, is_kind=True) in said.hints


def test_importing_it_is_light() -> None:
    code = (
        "import sys, generation.words; generation.words.understand('a petunia'); "
        "sys.exit(bool({'torch', 'scipy', 'skia'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
