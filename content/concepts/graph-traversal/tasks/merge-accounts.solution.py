"""Accounts of one person, merged."""


def merge(accounts):
    parent = list(range(len(accounts)))

    def find(item):
        while parent[item] != item:
            parent[item] = parent[parent[item]]  # halve the path
            item = parent[item]
        return item

    first = {}
    for at, (_, *addresses) in enumerate(accounts):
        for address in addresses:
            a, b = sorted((find(first.setdefault(address, at)), find(at)))
            parent[b] = a  # the earlier account stays the root
    groups = {}
    for at, (_, *addresses) in enumerate(accounts):
        groups.setdefault(find(at), set()).update(addresses)
    return [[accounts[root][0], *sorted(groups[root])] for root in sorted(groups)]
