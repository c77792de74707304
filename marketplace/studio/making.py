"""Make the work: render the recipe, keep its folder, then pin metadata under its own digest."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from uuid import UUID

from generation.recipe import Recipe, parse
from indexer.primitives import Address
from marketplace import fault, metadata
from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.renderer import Render, Rendering
from marketplace.curation.queries import is_artist
from marketplace.db import unit
from marketplace.deliverables import folder, manifest
from marketplace.resemblance import queries as resemblances
from marketplace.studio import commission as commissions
from marketplace.studio import glimpse, job, queries, signing
from marketplace.studio.models import Commission
from marketplace.studio.progress import Progress, Withdrawn
from marketplace.studio.state import State
from marketplace.studio.workshop import Workshop


class StepFailed(Exception):
    """A step cannot be done, and trying again by itself would not help; says why."""


def render(workshop: Workshop, engine: Render, id_: UUID, check: Callable[[], None]) -> None:
    """asked -> rendered: the artefact is in the store, and the metadata is decided.

    `check` is called at every progress and may raise to stop the work.
    """
    with unit(workshop.units) as session:
        commission = queries.commission(session, id_)
        if commission is None or commission.state != State.ASKED:
            return
        require_admitted(is_artist(session, commission.artist), commission.artist)
        glimpse.begin(session, Commission, id_)
    recipe = _recipe(commission)
    progress = Progress(workshop.units, Commission, id_)

    def hear(permille: int, stage: str, preview: bytes | None = None) -> None:
        check()
        progress(permille, stage, preview)

    try:
        rendering = engine(recipe, hear)
    except Withdrawn:
        return
    fault.point("render.done")
    made = _folder(workshop, commission, rendering)
    workshop.store.add_folder(made.files)
    fault.point("render.stored")
    with unit(workshop.units) as session:
        found = queries.locked(session, id_)
        if found is None or found.state != State.ASKED:
            return
        _keep(found, rendering, made)
        glimpse.forget_preview(session, id_)
        commissions.enter(session, found, State.RENDERED)
        job.defer(session, job.PIN, id_)
    fault.point("render.committed")


def pin(workshop: Workshop, id_: UUID) -> None:
    """rendered -> pinned: every file was read back and is what its CID says."""
    with unit(workshop.units) as session:
        commission = queries.commission(session, id_)
        if commission is None or commission.state != State.RENDERED:
            return
        require_admitted(is_artist(session, commission.artist), commission.artist)
    signing.sign_submitted(workshop, commission)
    with unit(workshop.units) as session:
        commission = queries.commission(session, id_)
    if commission is None or commission.state != State.RENDERED:
        return
    if commission.content is None or commission.artefact_cid is None:
        raise StepFailed("the rendering left no metadata; this is a fault of ours")
    for held in {commission.artefact_cid, *_listed(commission.content)}:
        workshop.store.read(Cid.parse(held))  # verified by its CID, or refused
    content = metadata.encode(commission.content)
    cid = workshop.store.add_block(content)
    fault.point("pin.stored")
    if workshop.store.block(cid) != content:
        raise StepFailed(f"the store holds other metadata under {cid}")
    with unit(workshop.units) as session:
        found = queries.locked(session, id_)
        if found is None or found.state != State.RENDERED:
            return
        found.metadata_cid, found.work = str(cid), cid.token
        resemblances.ask(session, queries.subject(found))
        commissions.enter(session, found, State.PINNED)
    fault.point("pin.committed")


def require_admitted(is_admitted: bool, artist: Address) -> None:
    """An artist who lost the admission gets no further, at whatever step that is noticed."""
    if not is_admitted:
        raise StepFailed(f"{artist} is no longer an admitted artist")


def _recipe(commission: Commission) -> Recipe:
    if commission.recipe is None:
        raise StepFailed("a submitted work has no recipe to render; this is a fault of ours")
    return parse(commission.recipe)


def _folder(workshop: Workshop, commission: Commission, rendering: Rendering) -> folder.Folder:
    piece = folder.Piece(
        title=commission.title,
        description=commission.description,
        artist=commission.artist,
        recipe=_recipe(commission),
    )
    if workshop.credential is None:
        return folder.assemble(piece, rendering)
    signed = manifest.sign(rendering.png, piece.title, piece.recipe, workshop.credential)
    return folder.assemble(piece, rendering, signed)


def _keep(commission: Commission, rendering: Rendering, made: folder.Folder) -> None:
    commission.artefact_cid = str(made.artefact_cid)
    commission.artefact_sha256 = rendering.sha256
    commission.content = made.content
    commission.progress_permille, commission.stage = 1000, ""


def _listed(content: Mapping[str, Any]) -> Iterator[str]:
    """The CIDs of the files that go with the artefact; older works have none."""
    for line in content.get("properties", {}).get("files", ()):
        yield line["cid"]
