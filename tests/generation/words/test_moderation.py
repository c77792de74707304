"""moderation
whole words, and their plain forms        -> matched; parts of words are not
capitals, full width, hidden characters   -> hide nothing; neither does traditional script
what matched                              -> the word as written and the entry
another file                              -> its entries and its SHA-256
unreadable, wrong digest, too short entry -> WordListRefused, says which and why
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generation.words.moderation import Match, WordListRefused, load, parsed, shipped


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("a scene of gore", Match("gore", "gore")),
        ("GORE!", Match("GORE", "gore")),
        ("\uff27\uff2f\uff32\uff25", Match("GORE", "gore")),
        ("go\u200bre", Match("gore", "gore")),
        ("Nazis marching", Match("Nazis", "nazi")),
        ("child   porn", Match("child   porn", "child porn")),
        ("強姦", Match("强奸", "强奸")),
        ("强 奸", Match("强奸", "强奸")),
    ],
)
def test_words_of_the_list_are_found(text: str, match: Match) -> None:
    assert shipped().match(text) == match


@pytest.mark.parametrize("text", ["grapes", "gorgeous", "rapeseed field", "the gorge", "玫瑰", ""])
def test_parts_of_words_are_let_be(text: str) -> None:
    assert shipped().match(text) is None


def test_a_community_brings_its_own_list(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("# ours\nbanana split  # no thanks\n香蕉\n")
    words = load(path, hashlib.sha256(path.read_bytes()).hexdigest())
    assert words.entries == ("banana split", "香蕉")
    assert words.match("two Banana  Splits") == Match("Banana  Splits", "banana split")
    assert words.match("gore") is None


def test_a_list_that_cannot_be_used_says_why(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    with pytest.raises(WordListRefused, match="No such file"):
        load(path)
    path.write_text("gore\n")
    with pytest.raises(WordListRefused, match="has the SHA-256"):
        load(path, "0" * 64)
    with pytest.raises(WordListRefused, match="'a' is too short"):
        parsed(b"a\n", "list")
    with pytest.raises(WordListRefused, match="not UTF-8"):
        parsed(b"\xff", "list")
