"""A linear layer with a LoRA adapter, on plain lists."""
from random import Random


def product(x, w):
    """The rows of x times the transpose of w: n x k and d x k give n x d."""
    return [[sum(a * b for a, b in zip(row, of)) for of in w] for row in x]


class LoRALinear:
    """Wraps a frozen weight w of d rows and k columns, and its bias of d numbers.

    After the call of __init__ it has
      A: r rows of k numbers, Gaussian, of about 1 / sqrt(k) each;
      B: d rows of r numbers, so that the first output is that of w and bias alone.
    r: the rank. alpha: the update BA is multiplied by alpha / r.
    """

    def __init__(self, w, bias, r, alpha, random=Random(0)):
        raise NotImplementedError

    def forward(self, x):
        """Outputs for the rows of x: n x k gives n x d.

        >>> layer = LoRALinear([[1.0, 2.0]], [0.5], r=1, alpha=2.0)
        >>> layer.A, layer.B = [[1.0, 1.0]], [[3.0]]
        >>> layer.forward([[1.0, 1.0]])
        [[15.5]]
        """
        raise NotImplementedError

    def merged(self):
        """A weight (d x k) and a bias that give the same outputs without A and B.

        What was wrapped stays as it is.
        """
        raise NotImplementedError
