"""Hold what the steps of a commission work with."""

from dataclasses import dataclass

from marketplace.adapters.chain import Chain
from marketplace.adapters.renderer import MakeAgain, Render, Sketch
from marketplace.db import Units
from marketplace.deliverables.credential import Credential
from marketplace.ports import Store
from marketplace.studio.relayer import Relayer


@dataclass(frozen=True, slots=True)
class Workshop:
    """One worker's tools; each step takes them and a commission's id."""

    units: Units
    store: Store
    chain: Chain
    render: Render
    sketch: Sketch
    sketch_on_gpu: Sketch
    again: MakeAgain
    relayer: Relayer
    credential: Credential | None = None  # signs manifests, where there is one
    render_on_gpu: Render | None = None  # for models of the operator's own
