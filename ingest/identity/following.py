"""What took over from a body that is no more: 贵阳市卫生和计划生育委员会 was followed by 贵阳市卫生健康局."""

from ingest.identity.naming import Identity
from ingest.identity.register import Body, Succession, register


def successors_of(identity: Identity) -> tuple[tuple[str, Succession], ...]:
    """Names of the bodies that took over directly, each with the decision; none where no place is known."""
    if not identity.place or not identity.functions:
        return ()
    known = register()
    return tuple(
        (name, succession)
        for (before, after), succession in known.successions.items()
        if before == identity.functions[0] and (name := _name(known.bodies[after], identity.place, identity.level))
    )


def _name(body: Body, place: str, level: str | None) -> str | None:
    if level not in body.levels:
        return None
    if level == "nation":
        return body.nation or None
    if not body.normal or body.form:
        return None  # a branch is named after its centre: which it is, the name of the old one does not say
    return place + body.name + (body.normal[0] if level == "province" else body.normal[-1])
