"""A cache that throws out the key whose last use is longest ago."""


class Node:
    def __init__(self, key, value) -> None:
        self.key, self.value = key, value
        self.newer = self.older = self


class LRU:
    def __init__(self, capacity: int) -> None:
        self.capacity, self.nodes = capacity, {}
        self.ring = Node(None, None)

    def unlink(self, node: Node) -> None:
        node.newer.older, node.older.newer = node.older, node.newer

    def to_front(self, node: Node) -> None:
        node.newer, node.older = self.ring, self.ring.older
        node.older.newer = self.ring.older = node

    def get(self, key):
        node = self.nodes.get(key)
        if node is None:
            return None
        self.unlink(node)
        self.to_front(node)
        return node.value

    def put(self, key, value) -> None:
        if (node := self.nodes.get(key)) is not None:
            node.value = value
            self.unlink(node)
        else:
            if len(self.nodes) == self.capacity:
                oldest = self.ring.newer
                self.unlink(oldest)
                del self.nodes[oldest.key]
            node = self.nodes[key] = Node(key, value)
        self.to_front(node)
