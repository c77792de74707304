"""Shape an engine's card as a form: what is chosen, and the pictures by which to choose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal

from generation.schema import Card, Choice, Example, Parameter, Range, Value
from marketplace.web.asset import assets

MANY: Final = 20  # options, from which on they are looked for in a list of their own
SEED: Final = "seed"
AND: Final = "+"
STILLS: Final = ("webp", "svg")
CONCEPT: Final = "concept"
BECOMING: Final = "becoming"
SHOWN_AS: Final = {BECOMING: CONCEPT}  # parameters that share their pictures

Look = Literal["picker", "pictures", "swatches", "list", "range", "kept"]


@dataclass(frozen=True, slots=True)
class OptionView:
    """One thing to choose; `still` is an asset's name."""

    value: str
    title: str
    help: str
    group: str
    colours: tuple[str, ...]
    still: str | None
    is_chosen: bool
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldView:
    """A parameter as a form shows it; `text` is its value as a field without script sends it."""

    parameter: Parameter
    look: Look
    text: str
    options: tuple[OptionView, ...] = ()

    @property
    def chosen(self) -> OptionView:
        """The option that is chosen."""
        return next(option for option in self.options if option.is_chosen)

    @property
    def groups(self) -> list[tuple[str, list[OptionView]]]:
        """Options under their headings; those without one come first."""
        order = list(dict.fromkeys(option.group for option in self.options))
        ranked = sorted(self.options, key=lambda option: order.index(option.group))
        return [(name, list(of)) for name, of in groupby(ranked, lambda option: option.group)]


@dataclass(frozen=True, slots=True)
class ExampleView:
    """A form filled in beforehand, and its picture; `links` name its forms, if it has several."""

    name: str
    title: str
    help: str
    still: str | None
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Varied:
    """Something that a contact sheet may vary."""

    name: str
    title: str


def fields(card: Card, values: Mapping[str, Value]) -> list[FieldView]:
    """The card's parameters, filled in."""
    return [_field(card, one, values.get(one.name, one.default)) for one in card.parameters]


def examples(card: Card) -> list[ExampleView]:
    """What the engine offers to begin with."""
    return [_example(card, one) for one in card.examples]


def varied(card: Card) -> list[Varied]:
    """What variants may differ in: everything by chance, or one choice that has several values."""
    choices = [p for p in card.parameters if isinstance(p, Choice) and len(p.options) > MANY // 4]
    return [Varied(SEED, "All that chance decides"), *(Varied(p.name, p.title) for p in choices)]


def surroundings(card: Card) -> str:
    """The choices that may change around the same subject, for variants like a given one."""
    few = [p for p in card.parameters if isinstance(p, Choice) and 1 < len(p.options) <= MANY]
    return AND.join(p.name for p in few)


def kept(card: Card, parameters: object) -> dict[str, Value]:
    """What of somebody's parameters the card allows; the rest are its defaults."""
    given = parameters if isinstance(parameters, Mapping) else {}
    found: dict[str, Value] = {}
    for one in card.parameters:
        value = given.get(one.name, one.default)
        value = tuple(value) if isinstance(value, list) else value
        found[one.name] = one.default if one.fault(one.name, value) else value
    return found


def _field(card: Card, parameter: Parameter, value: Value) -> FieldView:
    if isinstance(parameter, Range):
        return FieldView(parameter, "range", str(value))
    if not isinstance(parameter, Choice):
        return FieldView(parameter, "kept", _joined(value))
    options = tuple(
        OptionView(
            option.value,
            option.title,
            option.help,
            option.group,
            option.colours,
            _still(card, SHOWN_AS.get(parameter.name, parameter.name), option.value),
            option.value == value,
            option.also,
        )
        for option in parameter.options
    )
    return FieldView(parameter, _look(options), str(value), options)


def _look(options: tuple[OptionView, ...]) -> Look:
    if len(options) == 1:
        return "kept"
    if len(options) > MANY:
        return "picker"
    if any(option.colours for option in options):
        return "swatches"
    return "pictures" if any(option.still for option in options) else "list"


def _example(card: Card, one: Example) -> ExampleView:
    links = tuple(_link(card, link) for link in one.links) if one.further else ()
    return ExampleView(one.name, one.title, one.help, _still(card, "preset", one.name), links)


def _link(card: Card, parameters: Mapping[str, Value]) -> str:
    """What one form of several says: a cloud to a butterfly."""
    chosen = (card.parameter(name) for name in (CONCEPT, BECOMING))
    return " → ".join(
        next(option.title for option in one.options if option.value == parameters[one.name])
        for one in chosen
        if isinstance(one, Choice) and one.name in parameters
    )


def _still(card: Card, kind: str, name: str) -> str | None:
    """The asset that shows it, if there is one."""
    names: Iterable[str] = (f"pictures/{card.name}/{kind}-{name}.{ending}" for ending in STILLS)
    return next((asset for asset in names if asset in assets()), None)


def _joined(value: Value) -> str:
    return ",".join(map(str, value)) if isinstance(value, tuple) else str(value)
