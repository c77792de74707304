from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.colour import Colour
    from ..models.hint import Hint
    from ..models.mood import Mood
    from ..models.reading import Reading


T = TypeVar("T", bound="Understanding")


@_attrs_define
class Understanding:
    """What a prompt asks for; whatever it does not say is None or empty.

    `concept` becomes `becoming`; `concepts` are all things named, in the order of the change, the
    chosen ones included. `count` is one, pair, few or swarm.

        Attributes:
            becoming (None | str | Unset):
            colours (list[Colour] | Unset):
            concept (None | str | Unset):
            concepts (list[str] | Unset):
            count (None | str | Unset):
            hints (list[Hint] | Unset):
            layout (None | str | Unset):
            light (None | str | Unset):
            mood (Mood | None | Unset):
            palette (None | str | Unset):
            read (list[Reading] | Unset):
            style (None | str | Unset):
            unread (list[str] | Unset):
    """

    becoming: None | str | Unset = UNSET
    colours: list[Colour] | Unset = UNSET
    concept: None | str | Unset = UNSET
    concepts: list[str] | Unset = UNSET
    count: None | str | Unset = UNSET
    hints: list[Hint] | Unset = UNSET
    layout: None | str | Unset = UNSET
    light: None | str | Unset = UNSET
    mood: Mood | None | Unset = UNSET
    palette: None | str | Unset = UNSET
    read: list[Reading] | Unset = UNSET
    style: None | str | Unset = UNSET
    unread: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.mood import Mood  # noqa: PLC0415

        becoming: None | str | Unset
        if isinstance(self.becoming, Unset):
            becoming = UNSET
        else:
            becoming = self.becoming

        colours: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.colours, Unset):
            colours = []
            for colours_item_data in self.colours:
                colours_item = colours_item_data.to_dict()
                colours.append(colours_item)

        concept: None | str | Unset
        if isinstance(self.concept, Unset):
            concept = UNSET
        else:
            concept = self.concept

        concepts: list[str] | Unset = UNSET
        if not isinstance(self.concepts, Unset):
            concepts = self.concepts

        count: None | str | Unset
        if isinstance(self.count, Unset):
            count = UNSET
        else:
            count = self.count

        hints: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.hints, Unset):
            hints = []
            for hints_item_data in self.hints:
                hints_item = hints_item_data.to_dict()
                hints.append(hints_item)

        layout: None | str | Unset
        if isinstance(self.layout, Unset):
            layout = UNSET
        else:
            layout = self.layout

        light: None | str | Unset
        if isinstance(self.light, Unset):
            light = UNSET
        else:
            light = self.light

        mood: dict[str, Any] | None | Unset
        if isinstance(self.mood, Unset):
            mood = UNSET
        elif isinstance(self.mood, Mood):
            mood = self.mood.to_dict()
        else:
            mood = self.mood

        palette: None | str | Unset
        if isinstance(self.palette, Unset):
            palette = UNSET
        else:
            palette = self.palette

        read: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.read, Unset):
            read = []
            for read_item_data in self.read:
                read_item = read_item_data.to_dict()
                read.append(read_item)

        style: None | str | Unset
        if isinstance(self.style, Unset):
            style = UNSET
        else:
            style = self.style

        unread: list[str] | Unset = UNSET
        if not isinstance(self.unread, Unset):
            unread = self.unread

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if becoming is not UNSET:
            field_dict["becoming"] = becoming
        if colours is not UNSET:
            field_dict["colours"] = colours
        if concept is not UNSET:
            field_dict["concept"] = concept
        if concepts is not UNSET:
            field_dict["concepts"] = concepts
        if count is not UNSET:
            field_dict["count"] = count
        if hints is not UNSET:
            field_dict["hints"] = hints
        if layout is not UNSET:
            field_dict["layout"] = layout
        if light is not UNSET:
            field_dict["light"] = light
        if mood is not UNSET:
            field_dict["mood"] = mood
        if palette is not UNSET:
            field_dict["palette"] = palette
        if read is not UNSET:
            field_dict["read"] = read
        if style is not UNSET:
            field_dict["style"] = style
        if unread is not UNSET:
            field_dict["unread"] = unread

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.colour import Colour  # noqa: PLC0415
        from ..models.hint import Hint  # noqa: PLC0415
        from ..models.mood import Mood  # noqa: PLC0415
        from ..models.reading import Reading  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_becoming(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        becoming = _parse_becoming(d.pop("becoming", UNSET))

        _colours = d.pop("colours", UNSET)
        colours: list[Colour] | Unset = UNSET
        if _colours is not UNSET:
            colours = []
            for colours_item_data in _colours:
                colours_item = Colour.from_dict(colours_item_data)

                colours.append(colours_item)

        def _parse_concept(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        concept = _parse_concept(d.pop("concept", UNSET))

        concepts = cast(list[str], d.pop("concepts", UNSET))

        def _parse_count(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        count = _parse_count(d.pop("count", UNSET))

        _hints = d.pop("hints", UNSET)
        hints: list[Hint] | Unset = UNSET
        if _hints is not UNSET:
            hints = []
            for hints_item_data in _hints:
                hints_item = Hint.from_dict(hints_item_data)

                hints.append(hints_item)

        def _parse_layout(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        layout = _parse_layout(d.pop("layout", UNSET))

        def _parse_light(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        light = _parse_light(d.pop("light", UNSET))

        def _parse_mood(data: object) -> Mood | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                mood_type_0 = Mood.from_dict(data)

                return mood_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Mood | None | Unset, data)

        mood = _parse_mood(d.pop("mood", UNSET))

        def _parse_palette(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        palette = _parse_palette(d.pop("palette", UNSET))

        _read = d.pop("read", UNSET)
        read: list[Reading] | Unset = UNSET
        if _read is not UNSET:
            read = []
            for read_item_data in _read:
                read_item = Reading.from_dict(read_item_data)

                read.append(read_item)

        def _parse_style(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        style = _parse_style(d.pop("style", UNSET))

        unread = cast(list[str], d.pop("unread", UNSET))

        understanding = cls(
            becoming=becoming,
            colours=colours,
            concept=concept,
            concepts=concepts,
            count=count,
            hints=hints,
            layout=layout,
            light=light,
            mood=mood,
            palette=palette,
            read=read,
            style=style,
            unread=unread,
        )

        understanding.additional_properties = d
        return understanding

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
