"""List every concept by name: what a form shows and a planner needs, without drawing anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generation.schema import Option

Setting = Literal["sky", "night", "water", "hills", "meadow", "room", "pond", "deep"]
Layout = Literal["centred", "thirds", "diagonal", "ring", "swarm", "horizon", "monument", "pair"]
SINGLE: tuple[Layout, ...] = ("centred", "centred", "thirds", "monument", "pair")
FREE: tuple[Layout, ...] = (*SINGLE, "horizon", "diagonal", "ring")
MANY: tuple[Layout, ...] = ("swarm", "ring", "diagonal")

_GROUPED = {  # families, under the headings that people look for
    "Sky and weather": "matter heaven weather moonbeams",
    "Flowers and trees": "flora rose lotus garden twig wood forest",
    "Animals": "fauna horse deer cat crane bird swallow fish koi",
    "Land and water": "mountain land sea stream shore",
    "Places and things": "town bridge city",
    "Music": "music strings piano",
    "Love, dreams, forms": "love dream abstract",
}
GROUPS = {family: group for group, families in _GROUPED.items() for family in families.split()}


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept as people see it; `family` names the module that holds its program."""

    name: str
    title: str
    titles_zh: tuple[str, ...]  # simplified first
    family: str
    help: str
    setting: Setting = "sky"
    is_scene: bool = False  # fills the picture instead of standing in it
    many: tuple[int, int] = (1, 1)  # how many of it a picture holds when nobody says
    layouts: tuple[Layout, ...] = SINGLE  # that suit it when nobody says
    turns: int = 12  # degrees by which it may lean; 180 has no upright
    mirrors: bool = True  # whether it may be seen from the other side
    is_alone: bool = False  # whether one picture holds only one of it when nobody says
    elsewhere: tuple[Setting, ...] = ()  # other settings that suit it

    def option(self) -> Option:
        group = GROUPS.get(self.family, "Other")
        return Option(self.name, self.title, self.help, group=group, also=self.titles_zh)


ENTRIES: tuple[Entry, ...] = (
    # matter and sky
    Entry(
        "cloud", "Cloud", ("云", "雲"), "matter", "A cumulus in the light.", layouts=("centred",)
    ),
    # flora
    Entry(
        "flower",
        "Flower",
        ("花",),
        "flora",
        "A blossom of one of six kinds.",
        layouts=FREE,
        turns=180,
        elsewhere=("meadow", "hills", "room"),
    ),
    Entry("rose", "Rose", ("玫瑰",), "rose", "A full rose, or a cluster of musk roses.", turns=30),
    Entry(
        "lotus", "Lotus", ("莲花", "蓮花", "荷花"), "lotus", "A lotus above its leaves.", "water"
    ),
    Entry(
        "tulip",
        "Tulip",
        ("郁金香", "鬱金香"),
        "lotus",
        "Tulips on bending stems.",
        "meadow",
        turns=6,
    ),
    Entry("peony", "Peony", ("牡丹",), "garden", "Ruffled petals around a heart of gold."),
    Entry(
        "sunflower",
        "Sunflower",
        ("向日葵",),
        "garden",
        "Golden rays, a disc of seeds.",
        turns=20,
        is_alone=True,
    ),
    Entry(
        "blossom-branch",
        "Blossom branch",
        ("花枝",),
        "twig",
        "A gnarled bough with plum or cherry blossom.",
    ),
    Entry(
        "petals",
        "Petals",
        ("花瓣",),
        "twig",
        "Petals that drift on a gust.",
        layouts=("centred", "diagonal", "thirds"),
    ),
    Entry("leaf", "Leaf", ("叶子", "葉子"), "twig", "A maple, ginkgo or pointed leaf.", turns=60),
    Entry(
        "tree",
        "Tree",
        ("树", "樹"),
        "wood",
        "A broad-leaved tree or a pine.",
        "meadow",
        turns=4,
        is_alone=True,
    ),
    Entry(
        "willow",
        "Willow",
        ("柳树", "柳樹"),
        "wood",
        "Curtains of whips.",
        "hills",
        turns=4,
        is_alone=True,
    ),
    Entry(
        "forest",
        "Forest",
        ("森林",),
        "forest",
        "Rows of trees, a path between them.",
        is_scene=True,
        layouts=("centred",),
        turns=0,
    ),
    # fauna
    Entry(
        "butterfly",
        "Butterfly",
        ("蝴蝶",),
        "fauna",
        "Four wings, veins, a dark border.",
        layouts=FREE,
        turns=45,
        elsewhere=("meadow", "hills", "water"),
    ),
    Entry(
        "swarm",
        "Swarm of butterflies",
        ("蝶群", "群蝶"),
        "fauna",
        "Many butterflies on one wind.",
        many=(14, 26),
        layouts=MANY,
        turns=75,
        elsewhere=("meadow", "water", "hills"),
    ),
    Entry(
        "horse",
        "Horse",
        ("马", "馬"),
        "horse",
        "A horse that stands or gallops.",
        "meadow",
        turns=4,
        is_alone=True,
    ),
    Entry(
        "deer",
        "Deer",
        ("鹿",),
        "deer",
        "A deer that listens or leaps.",
        "meadow",
        turns=4,
        is_alone=True,
    ),
    Entry(
        "cat",
        "Cat",
        ("猫", "貓"),
        "cat",
        "A cat that sits or walks.",
        "room",
        turns=4,
        is_alone=True,
    ),
    Entry(
        "crane", "Crane", ("鹤", "鶴"), "crane", "A crane that stands or flies.", "water", turns=4
    ),
    Entry("bird", "Bird", ("鸟", "鳥"), "bird", "A songbird on its twig or on the wing."),
    Entry(
        "swallow",
        "Swallow",
        ("燕子", "燕"),
        "swallow",
        "A swallow in a turn, seen from above.",
        many=(1, 4),
        layouts=("centred", "thirds", "diagonal", "pair"),
        turns=60,
    ),
    Entry("fish", "Fish", ("鱼", "魚"), "fish", "A fish with flowing fins.", "deep"),
    Entry(
        "koi",
        "Koi",
        ("锦鲤", "錦鯉"),
        "koi",
        "A koi from above, bending as it swims.",
        "pond",
        many=(1, 3),
        layouts=("centred", "pair", "diagonal", "ring"),
        turns=180,
    ),
    # love
    Entry(
        "heart",
        "Heart",
        ("心",),
        "love",
        "Flesh, jewel or petals, with a light of its own.",
        elsewhere=("water", "room"),
    ),
    Entry(
        "wings",
        "Cupid's wings",
        ("翅膀", "翼"),
        "love",
        "Two wings in rows of feathers that carry a heart of love.",
        is_alone=True,
    ),
    # music
    Entry(
        "treble-clef",
        "Treble clef",
        ("高音谱号", "高音譜號"),
        "music",
        "A golden clef on a waving staff.",
    ),
    # heaven
    Entry(
        "moon",
        "Moon",
        ("月亮", "月"),
        "heaven",
        "A phase of the moon in its halo.",
        "night",
        is_alone=True,
    ),
    Entry("sun", "Sun", ("太阳", "太陽"), "heaven", "A disc in rings of rays.", is_alone=True),
    Entry("star", "Star", ("星星", "星"), "heaven", "A star among its constellation.", "night"),
    # instruments
    Entry("violin", "Violin", ("小提琴",), "strings", "Varnish, strings and a bow."),
    Entry("lute", "Lute", ("琵琶",), "strings", "A pipa with its silk tassel."),
    Entry(
        "piano",
        "Piano",
        ("钢琴", "鋼琴"),
        "piano",
        "A grand piano, seen from above.",
        is_alone=True,
    ),
    # shore
    Entry(
        "pearl", "Pearl", ("珍珠", "明珠"), "shore", "A pearl that shines in its shell.", "water"
    ),
    Entry("shell", "Shell", ("贝壳", "貝殼"), "shore", "A nautilus on its spiral.", "water"),
    # town
    Entry(
        "lantern", "Lantern", ("灯笼", "燈籠"), "town", "Paper on ribs, lit from within.", "night"
    ),
    Entry("boat", "Boat", ("船", "小船"), "town", "A junk or a sloop on its reflection.", "water"),
    Entry(
        "bridge",
        "Bridge",
        ("桥", "橋"),
        "bridge",
        "A moon bridge and its reflection.",
        "water",
        is_alone=True,
    ),
    # land
    Entry(
        "mountain",
        "Mountain",
        ("山", "高山"),
        "mountain",
        "Ranges one before the other, with mist between.",
        is_scene=True,
        layouts=("horizon",),
    ),
    Entry(
        "landscape",
        "Landscape",
        ("风景", "風景"),
        "land",
        "Fields in stripes, a road, a house among cypresses.",
        is_scene=True,
        layouts=("horizon",),
    ),
    # water
    Entry(
        "sea",
        "Sea",
        ("海", "大海"),
        "sea",
        "One great wave with claws of foam.",
        is_scene=True,
        layouts=("horizon",),
    ),
    Entry(
        "stream",
        "Stream",
        ("小溪", "小河"),
        "stream",
        "A little stream that bends through a meadow.",
        is_scene=True,
        layouts=("horizon",),
    ),
    Entry(
        "river",
        "River",
        ("江", "河流"),
        "stream",
        "A broad river that carries the sky.",
        is_scene=True,
        layouts=("horizon",),
    ),
    # weather
    Entry("wind", "Wind", ("风", "風"), "weather", "Ribbons of air with leaves on them."),
    Entry(
        "rain",
        "Rain",
        ("雨",),
        "weather",
        "Rain that falls into a pool in rings.",
        is_scene=True,
        layouts=("horizon",),
    ),
    Entry(
        "snow", "Snow", ("雪", "雪花"), "weather", "A crystal of six arms among flakes.", "night"
    ),
    # visions
    Entry(
        "city",
        "City",
        ("城市",),
        "city",
        "Towers by the harbour and their lights on the water.",
        "night",
        is_scene=True,
        layouts=("horizon",),
    ),
    Entry(
        "dream",
        "Dream",
        ("梦", "夢"),
        "dream",
        "A floating island among rising lights.",
        "night",
        is_alone=True,
    ),
    Entry(
        "moonbeams",
        "Moonbeams",
        ("月光",),
        "moonbeams",
        "Beams that fall upon a garden of roses.",
        "night",
        is_scene=True,
        layouts=("horizon",),
        is_alone=True,
    ),
    # abstract
    Entry(
        "spiral",
        "Spiral",
        ("螺旋",),
        "abstract",
        "Beads or petals on a sunflower's spiral.",
        is_alone=True,
    ),
    Entry(
        "abstract",
        "Abstract",
        ("抽象",),
        "abstract",
        "Orbits, planes, agate or tiles.",
        "room",
        is_alone=True,
    ),
)
BY_NAME = {entry.name: entry for entry in ENTRIES}
