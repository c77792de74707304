"""Tell reasons in words, English and Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from generation.muse.reason import Reason
from generation.painter.concept.catalogue import BY_NAME
from generation.taste.feature import FEATURES

Language = Literal["en", "zh"]

# Things that are not counted, or that there is one of.
_NAMED = {
    "petals": "petals",
    "wings": "Cupid's wings",
    "wind": "wind",
    "rain": "rain",
    "snow": "snow",
    "moonbeams": "moonbeams",
    "sun": "the sun",
    "moon": "the moon",
    "sea": "the sea",
    "mountain": "mountains",
    "swarm": "a swarm of butterflies",
    "abstract": "an abstract form",
}
_LIGHT = {
    "dawn": ("at dawn", "黎明"),
    "morning": ("in the morning", "清晨"),
    "noon": ("at noon", "正午"),
    "golden": ("in the golden hour", "金色时刻"),
    "dusk": ("at dusk", "黄昏"),
    "night": ("by night", "夜"),
    "storm": ("in a storm", "暴风雨中"),
    "mist": ("in mist", "雾中"),
}
_TONE = {
    "ember": ("dark, warm", "暗而暖"),
    "deep": ("dark, cool", "深而冷"),
    "gold": ("light, warm", "明而暖"),
    "clear": ("light, cool", "明而清"),
    "silver": ("silver", "银灰"),
}
_BUSINESS = {"quiet": ("quiet", "静谧"), "rich": ("rich", "丰富"), "busy": ("busy", "繁密")}
_THEME = {
    "Sky and weather": ("sky and weather", "天空与天气"),
    "Flowers and trees": ("flowers and trees", "花与树"),
    "Animals": ("animals", "动物"),
    "Land and water": ("land and water", "山水"),
    "Places and things": ("places and things", "地方与器物"),
    "Music": ("music", "音乐"),
    "Love, dreams, forms": ("love, dreams and forms", "爱、梦与形"),
}
# Of each feature of taste: more of it, less of it; the English words are the features' own.
_LIKED_ZH = {
    "lightness": ("明亮的画面", "暗的画面"),
    "contrast": ("强烈的明暗对比", "柔和的明暗对比"),
    "shadows": ("通透的阴影", "深沉的阴影"),
    "highlights": ("明亮的高光", "含蓄的高光"),
    "colour": ("浓郁的色彩", "素淡的色彩"),
    "accents": ("点睛的强色", "均匀的色彩"),
    "span": ("多种色相并置", "统一的色相"),
    "red": ("红色", "少些红色"),
    "yellow": ("黄与金", "少些黄色"),
    "green": ("绿色", "少些绿色"),
    "cyan": ("青色", "少些青色"),
    "blue": ("蓝色", "少些蓝色"),
    "violet": ("紫与粉", "少些紫色"),
    "fine": ("精细的细节", "平滑的表面"),
    "middling": ("清晰的形", "柔和的形"),
    "coarse": ("大块面的对照", "一片开阔"),
    "upright": ("竖直的线条", "水平的线条"),
    "mirrored": ("左右相似", "左右不同"),
    "reflected": ("上下相似", "上下不同"),
    "glow": ("明亮的中心", "暗的中心"),
    "focus": ("细节在中央", "细节遍布"),
    "aside": ("偏在一侧的主体", "居中的主体"),
    "low": ("偏低的主体", "偏高的主体"),
}


def sentence(reason: Reason, language: Language = "en") -> str:
    """The reason in words; raises KeyError for facts that its kind does not state."""
    return (_english if language == "en" else _chinese)(reason.kind, reason.facts)


def thing(concept: str) -> str:
    """A thing as it stands in an English sentence."""
    if concept in _NAMED:
        return _NAMED[concept]
    title = BY_NAME[concept].title.lower()
    return f"{'an' if title[0] in 'aeiou' else 'a'} {title}"


def _english(kind: str, facts: Mapping[str, str | int]) -> str:
    match kind:
        case "unseen":
            return f"Nothing yet shows {_change(facts)}, {_light(facts, 0)} or at any hour."
        case "unseen_light":
            return f"Nothing yet shows {_change(facts)} {_light(facts, 0)}."
        case "rhyme":
            one, other = thing(str(facts["concept"])), thing(str(facts["becoming"]))
            share = _percent(facts["overlap"])
            return f"Their outlines rhyme: {one} and {other} share {share} of what they cover."
        case "liked":
            return f"People who chose between pictures liked {_liked(facts)}."
        case "empty":
            theme = _THEME[str(facts["theme"])][0]
            after = _THEME[str(facts["becoming"])][0] if facts["becoming"] else ""
            change = f"{theme} becoming {after}" if after and after != theme else theme
            look = f"{_BUSINESS[str(facts['business'])][0]}, {_TONE[str(facts['tone'])][0]}"
            return f"My studies hold no {look} picture of {change}."
        case "far":
            share = _percent(facts["per_mille"])
            return f"It looks less like my studies than {share} of them look like each other."
        case "explored":
            return (
                f"Kept free for exploring ({facts['places']} of these places): "
                "it is far from all that is known, liked or not."
            )
        case "closer":
            towards = f" to “{facts['text']}”" if "text" in facts else " to what is liked"
            return f"Closer{towards} than what it began from, by {_gain(facts)}."
    raise KeyError(kind)


def _chinese(kind: str, facts: Mapping[str, str | int]) -> str:
    match kind:
        case "unseen":
            return f"还没有作品表现{_change_zh(facts)}，无论{_light(facts, 1)}或别的时刻。"
        case "unseen_light":
            return f"还没有作品在{_light(facts, 1)}里表现{_change_zh(facts)}。"
        case "rhyme":
            one, other = _zh(facts["concept"]), _zh(facts["becoming"])
            return f"两者轮廓相和：{one}与{other}有{_percent(facts['overlap'], '')}重合。"
        case "liked":
            more = 0 if int(facts["worth"]) > 0 else 1
            return f"在比较画作时，人们喜欢{_LIKED_ZH[str(facts['feature'])][more]}。"
        case "empty":
            theme = _THEME[str(facts["theme"])][1]
            after = _THEME[str(facts["becoming"])][1] if facts["becoming"] else ""
            change = f"{theme}化为{after}" if after and after != theme else theme
            look = f"{_TONE[str(facts['tone'])][1]}、{_BUSINESS[str(facts['business'])][1]}"
            return f"我的习作中还没有{look}的“{change}”。"
        case "far":
            return f"它与我习作的距离，超过其中{_percent(facts['per_mille'], '')}彼此之间的距离。"
        case "explored":
            return f"这些位置中有{facts['places']}个留给探索：它离已知的一切最远，不论是否讨喜。"
        case "closer":
            towards = f"“{facts['text']}”" if "text" in facts else "人们所喜欢的"
            return f"比起点更接近{towards}，近了{_gain(facts)}。"
    raise KeyError(kind)


def _change(facts: Mapping[str, str | int]) -> str:
    first = thing(str(facts["concept"]))
    if "becoming" not in facts:
        return first
    return f"{first} becoming {thing(str(facts['becoming']))}"


def _change_zh(facts: Mapping[str, str | int]) -> str:
    first = _zh(facts["concept"])
    return f"{first}化为{_zh(facts['becoming'])}" if "becoming" in facts else first


def _zh(concept: str | int) -> str:
    return BY_NAME[str(concept)].titles_zh[0]


def _light(facts: Mapping[str, str | int], language: int) -> str:
    return _LIGHT[str(facts["light"])][language]


def _liked(facts: Mapping[str, str | int]) -> str:
    feature = next(one for one in FEATURES if one.name == facts["feature"])
    return feature.title if int(facts["worth"]) > 0 else feature.less


def _gain(facts: Mapping[str, str | int]) -> str:
    return f"{int(facts['gain']) / 1000:.2f}"


def _percent(per_mille: str | int, gap: str = " ") -> str:
    return f"{round(int(per_mille) / 10)}{gap}%"
