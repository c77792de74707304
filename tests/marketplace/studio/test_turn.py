"""taking turns
five of one artist, then one of each other -> everybody's first comes before anybody's second
who asks one by one                        -> does not pass by those who asked for many
a pause with nobody there                  -> everybody is even again
what was never served                      -> costs nothing
"""

from uuid import UUID, uuid4

from sqlalchemy import text
from sqlalchemy.orm import Session

from indexer.primitives import Address, address
from marketplace.db import unit
from marketplace.parts import Parts
from marketplace.studio import job, turn

ANNE, BERT, CLEO = (address(f"0x{digit * 40}") for digit in "abc")


def ask(session: Session, artist: Address) -> UUID:
    """Queue a rendering of the artist's."""
    id_ = uuid4()
    job.defer(session, job.RENDER, id_, turn=turn.take(session, artist, job.RENDER))
    return id_


def serve(parts: Parts, most: int = 100) -> list[UUID]:
    """Take jobs as a worker does, finishing each before the next; in their order."""
    served: list[UUID] = []
    with unit(parts.units) as session:
        worker = session.scalar(text("SELECT procrastinate_register_worker_v1()"))
        fetch = text("SELECT id, args FROM procrastinate_fetch_job_v2(:queues, :worker)")
        while len(served) < most:
            values = {"queues": [job.CPU_QUEUE], "worker": worker}
            id_, args = session.execute(fetch, values).one()
            if id_ is None:
                break
            served.append(UUID(args["commission"]))
            session.execute(text("DELETE FROM procrastinate_jobs WHERE id = :id"), {"id": id_})
    return served


def test_the_first_of_each_comes_first(parts: Parts) -> None:
    with unit(parts.units) as session:
        anne = [ask(session, ANNE) for _ in range(5)]
        bert = [ask(session, BERT) for _ in range(2)]
        cleo = [ask(session, CLEO)]
    assert serve(parts) == [anne[0], bert[0], cleo[0], anne[1], bert[1], *anne[2:]]


def test_asking_one_by_one_is_no_way_past(parts: Parts) -> None:
    with unit(parts.units) as session:
        anne = [ask(session, ANNE) for _ in range(3)]
    order: list[UUID] = []
    bert: list[UUID] = []
    for _ in range(3):
        with unit(parts.units) as session:
            bert.append(ask(session, BERT))
        order += serve(parts, most=2)
    assert order == [anne[0], bert[0], anne[1], bert[1], anne[2], bert[2]]


def test_after_a_pause_all_are_even(parts: Parts) -> None:
    with unit(parts.units) as session:
        for _ in range(5):
            ask(session, ANNE)
    serve(parts)
    with unit(parts.units) as session:
        anne, bert = ask(session, ANNE), ask(session, BERT)
    assert serve(parts) == [anne, bert]


def test_what_was_never_served_costs_nothing(parts: Parts) -> None:
    with unit(parts.units) as session:
        cleo = [ask(session, CLEO) for _ in range(2)]
        anne = [ask(session, ANNE) for _ in range(5)]
        for id_ in anne:
            assert job.withdraw(session, id_) == 1
            turn.give_back(session, ANNE, job.RENDER)
        last = ask(session, ANNE)
    assert serve(parts) == [cleo[0], last, cleo[1]]
