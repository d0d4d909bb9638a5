"""How many servers a log asks for: one queue, first come, first served."""


def waits(arrivals: list[int], services: list[int], servers: int) -> list[int]:
    """How long each request waits until a server begins with it.

    `arrivals` are times in ascending order, `services` how long each keeps a server
    busy. Requests begin in the order of the log; all servers are free at first.

    >>> waits([0, 1, 2], [5, 5, 5], 2)
    [0, 0, 3]
    """
    raise NotImplementedError


def servers_needed(
    arrivals: list[int], services: list[int], limit: int, percent: int
) -> int:
    """The fewest servers with which `percent` of the requests wait at most `limit`.

    The wait to compare with the limit has rank ceil(n * percent / 100) among the n
    waits in ascending order, counted from 1; `percent` is from 1 to 100. An empty
    log needs no server. Logs have up to 100,000 requests.

    >>> servers_needed([0, 1, 2], [5, 5, 5], 3, 100)
    2
    >>> servers_needed([0, 1, 2], [5, 5, 5], 0, 100)
    3
    """
    raise NotImplementedError
