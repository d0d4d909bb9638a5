"""One set of preferences, twice: reward model and tilted optimum, and DPO."""
from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn.functional import logsigmoid

BETA = 0.5
torch.set_default_dtype(torch.float64)
reference = torch.tensor([0.30, 0.30, 0.20, 0.15, 0.045, 0.005])
quality = torch.tensor([0.0, 1.0, 2.0, 3.0, 2.0, -1.0])

# How often i is shown with j and preferred: Bradley-Terry, without sampling noise.
prefers = torch.sigmoid(quality[:, None] - quality[None, :])
pairs = reference[:, None] * reference[None, :] * prefers


def fitted(loss_of: Callable[[Tensor], Tensor], start: Tensor) -> Tensor:
    """The minimum of a convex loss."""
    parameters = start.clone().requires_grad_()
    optimizer = torch.optim.LBFGS([parameters], max_iter=500, tolerance_grad=1e-12,
                                  tolerance_change=0, line_search_fn="strong_wolfe")

    def closure() -> Tensor:
        optimizer.zero_grad()
        loss = loss_of(parameters)
        loss.backward()
        return loss

    optimizer.step(closure)
    return parameters.detach()


# region: losses
def reward_loss(scores: Tensor) -> Tensor:
    return -(pairs * logsigmoid(scores[:, None] - scores[None, :])).sum()


def dpo_loss(logits: Tensor) -> Tensor:
    log_ratio = logits.log_softmax(-1) - reference.log()
    margins = BETA * (log_ratio[:, None] - log_ratio[None, :])
    return -(pairs * logsigmoid(margins)).sum()
# endregion


scores = fitted(reward_loss, torch.zeros(6))
policy = fitted(dpo_loss, reference.log()).softmax(-1)
implicit = BETA * (policy / reference).log()
optimum = (reference.log() + scores / BETA).softmax(-1)

print("quality   reward model   implicit reward   tilted optimum   DPO policy")
for i in range(6):
    print(f"{quality[i]:7.1f} {scores[i] - scores[0]:14.3f}"
          f" {implicit[i] - implicit[0]:17.3f} {optimum[i]:16.5f}{policy[i]:13.5f}")
print(f"\nlowest loss: reward model {reward_loss(scores):.4f},"
      f" DPO {dpo_loss(policy.log()):.4f}")
print(f"mean quality: reference {reference @ quality:.3f},"
      f" tilted optimum {optimum @ quality:.3f}, DPO {policy @ quality:.3f}")
