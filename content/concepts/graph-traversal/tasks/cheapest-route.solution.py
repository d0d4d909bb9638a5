"""The cheapest way along roads that have prices."""
from heapq import heappop, heappush
from itertools import count


def cheapest(roads, source, target):
    number = count()  # places need not be comparable
    best, parent, settled = {source: 0}, {source: None}, set()
    heap = [(0, next(number), source)]
    while heap:
        price, _, place = heappop(heap)
        if place in settled:
            continue
        settled.add(place)
        if place == target:
            way = []
            while place is not None:
                way.append(place)
                place = parent[place]
            return price, way[::-1]
        for after, toll in roads.get(place, ()):
            if after not in best or price + toll < best[after]:
                best[after] = price + toll
                parent[after] = place
                heappush(heap, (price + toll, next(number), after))
    return None
