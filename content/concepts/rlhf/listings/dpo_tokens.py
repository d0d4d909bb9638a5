"""DPO on token sequences, as trainers compute it: what else falls with the loss."""
import torch
from torch import Tensor, nn
from torch.nn.functional import logsigmoid

torch.set_default_dtype(torch.float32)
torch.manual_seed(2)
torch.set_num_threads(1)
WORDS = "<s> Is it safe No Never Yes , is not </s>".split()


class Tiny(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        self.embed = nn.Embedding(len(WORDS), width)
        self.rnn = nn.GRU(width, width, batch_first=True)
        self.head = nn.Linear(width, len(WORDS), bias=False)

    def forward(self, tokens: Tensor) -> Tensor:  # (b, n) -> (b, n, vocabulary)
        return self.head(self.rnn(self.embed(tokens))[0])


# region: loss
def sequence_logp(model: nn.Module, tokens: Tensor, prompt: int) -> Tensor:
    """Log-probability of each answer: its tokens summed, the prompt's left out."""
    logp = model(tokens[:, :-1]).log_softmax(-1)
    return logp.gather(-1, tokens[:, 1:, None])[..., 0][:, prompt - 1 :].sum(-1)


def dpo_loss(logp: Tensor, ref: Tensor, beta: float) -> Tensor:
    chosen, rejected = logp - ref
    return -logsigmoid(beta * (chosen - rejected))
# endregion


PROMPT = "<s> Is it safe"
ANSWERS = ["No , it is not </s>", "Never , it is not </s>", "Yes , it is safe </s>"]
texts = [f"{PROMPT} {answer}".split() for answer in ANSWERS]
batch = torch.tensor([[WORDS.index(word) for word in text] for text in texts])
n = len(PROMPT.split())
model = Tiny(16).double()
optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
for _ in range(300):  # SFT: all three answers, equally often
    optimizer.zero_grad()
    (-sequence_logp(model, batch, n).mean()).backward()
    optimizer.step()

ref = sequence_logp(model, batch, n).detach()  # the reference: SFT, frozen
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
print("step   loss   log p: chosen  rejected  the third   p of all three")
for step in range(201):
    logp = sequence_logp(model, batch, n)
    loss = dpo_loss(logp[:2], ref[:2], beta=0.1)
    if step in (0, 20, 50, 100, 200):
        chosen, rejected, third = logp.tolist()
        print(f"{step:4}  {loss.item():5.3f} {chosen:15.2f}  {rejected:8.2f}"
              f"  {third:9.2f}  {logp.exp().sum().item():14.3f}")
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
