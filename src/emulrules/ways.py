"""Ways: one figure going up or down, and the numbers of steps at which something may change.

Between two edges of a figure every comparison changes one way, so that the next change is found by halving. Where that
cannot be known, and where no comparisons are known, every step is a number to try, up to a bound.
"""

from emulrules.comparisons import Comparisons, Order
from emulrules.figures import Figure

__all__ = ["GuidedWay", "Way"]


class Way:
    """One figure going up or down: the numbers of steps, nearest first, where something may change.

    `is_even`: between two edges comparisons change one way only. Where they may not, and where none are known, every
    step is tried, but no more than `tries` of them; `most` is then how far it came, and `is_cut` that more is left.
    """

    def __init__(self, figure: Figure, way: int, comparisons: Comparisons | None, tries: int, *, is_even: bool) -> None:
        self.figure = figure
        self.way = way
        self.comparisons = comparisons
        self.most = figure.reach(way)
        self.order: Order = () if comparisons is None else comparisons.order
        self.is_cut = False
        self._is_even = is_even
        self._tries = tries
        self._at = 0
        self._cuts = (*(cut for cut in figure.cuts(way) if cut <= self.most), self.most + 1)

    @property
    def seen(self) -> int:
        """Up to so many steps nothing was missed."""
        return self.most

    def next(self, far: int) -> int | None:
        """The next number of steps, as far as `far`, at which some comparison changes, with its `order`.

        Where nothing is known of comparisons, it is every number. What was passed is not looked at again.
        """
        while self._at < min(far, self.most):
            if self._moved(min(far, self.most)):
                return self._at
        return None

    def _moved(self, far: int) -> bool:
        """Goes on as far as `far` or the next edge at the most, and says whether anything may be different there."""
        if self.comparisons is None:
            return self._tried()
        stretch = next(cut for cut in self._cuts if cut > self._at)
        end = min(far, stretch - 1)
        if end <= self._at:
            return self._went(self.comparisons, min(far, stretch))
        if self._is_even or self._leaves_others(self.comparisons, end):
            return self._went(self.comparisons, self._first(self.comparisons, end))
        return self._tried() and self._went(self.comparisons, self._at)

    def _tried(self) -> bool:
        """Goes one step, if there are tries left."""
        if not self._tries:
            self.most, self.is_cut = self._at, True
            return False
        self._tries -= 1
        self._at += 1
        return True

    def _went(self, comparisons: Comparisons, steps: int) -> bool:
        """Goes so far, and says whether a comparison is another there."""
        former, self._at = self.order, steps
        self.order = comparisons.at(self.figure, self.way * steps)
        return self.order != former

    def _first(self, comparisons: Comparisons, end: int) -> int:
        """The first step of this stretch where a comparison differs, or its end where none does."""
        low, high = self._at, end
        if comparisons.at(self.figure, self.way * high) == self.order:
            return high
        while high - low > 1:
            middle = (low + high) // 2
            if comparisons.at(self.figure, self.way * middle) == self.order:
                low = middle
            else:
                high = middle
        return high

    def _leaves_others(self, comparisons: Comparisons, end: int) -> bool:
        return comparisons.leaves_others(self.figure, self.way * self._at, self.way * end)


class GuidedWay(Way):
    """One figure going up or down under a plugin: the nearest steps, `tries` of them, then where a comparison changes.

    Where halving passes over a change that is taken back, one likely step is missed, of which none is promised.
    """

    def __init__(self, figure: Figure, way: int, comparisons: Comparisons, tries: int) -> None:
        super().__init__(figure, way, comparisons, tries, is_even=True)
        self._near = min(tries, self.most)
        self.is_cut = self._near < self.most

    @property
    def seen(self) -> int:
        return self._near

    def _moved(self, far: int) -> bool:
        if self._at >= self._near or self.comparisons is None:
            return super()._moved(far)
        self._at += 1
        if self._at == self._near:
            self._went(self.comparisons, self._at)
        return True
