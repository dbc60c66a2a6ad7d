"""Order: places and shortlists beside how many units the clusters have."""

from collections.abc import Iterator

from emulrules.checks.finding import Finding
from emulrules.model.ruleset import Ruleset

__all__ = ["findings"]


def findings(ruleset: Ruleset) -> Iterator[Finding]:
    """Places that the smallest cluster has not, and a shortlist that leaves nobody out."""
    order = ruleset.order
    sizes = {id_: len(cluster.members) for id_, cluster in ruleset.clusters.items()}
    for dated in ruleset.rosters:
        sizes[f"{dated.cluster} ({dated.on})"] = len(dated.members)
    if order is None or not sizes or ruleset.successions:
        return
    smallest = min(sizes, key=lambda id_: (sizes[id_], id_))
    largest = max(sizes, key=lambda id_: (sizes[id_], id_))
    for index, place in enumerate(order.name_places):
        if place > sizes[smallest]:
            data = {"place": place, "cluster": smallest, "units": sizes[smallest]}
            yield Finding("check-place-beyond", ("order", "name_places", index), data, order.basis)
    if order.shortlist is not None and order.shortlist.number >= sizes[largest]:
        data = {"number": order.shortlist.number, "cluster": largest, "units": sizes[largest]}
        yield Finding("check-shortlist-holds-all", ("order", "shortlist", "number"), data, order.basis)
