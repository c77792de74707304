"""Hold what the steps of a commission work with."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from indexer.primitives import Address
from marketplace.adapters.chain import Chain
from marketplace.adapters.finder import Finder
from marketplace.adapters.imprinter import TakeImprint
from marketplace.adapters.renderer import MakeAgain, Render, Sketch
from marketplace.db import Units
from marketplace.deliverables.credential import Credential
from marketplace.ports import Store
from marketplace.resemblance.attester import Attester
from marketplace.studio.relayer import Relayer

Liked = Callable[[Session, Address], bytes | None]  # a taste's checkpoint


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
    find: Finder
    imprint: TakeImprint
    attester: Attester
    relayer: Relayer
    credential: Credential | None = None  # signs manifests, where there is one
    render_on_gpu: Render | None = None  # for models of the operator's own
    liked: Liked = lambda session, person: None  # what is known of a person's taste, if anything
