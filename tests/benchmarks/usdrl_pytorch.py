"""USDRL in plain PyTorch, written from the method's description: the peer of `kinelens-cli bench training`,
`inference` and `loader`. For measuring only.

    usdrl_pytorch.py CASE [DEVICE]   train-full-b8, train-h256-b64, infer-b16, infer-b1, loader

Says "ready" once it is warm and its threads are chosen (the fastest of one and all); then every line on its
input makes one measurement, answered with its rate.
"""
import ctypes
import os
import random
import sys
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

FRAMES, JOINTS, BODIES = 64, 25, 2
DEVICE = sys.argv[2] if len(sys.argv) > 2 else "cpu"


class Attention(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.inner = nn.MultiheadAttention(dim, 1, batch_first=True)

    def forward(self, x):
        return self.inner(x, x, x, need_weights=False)[0]


class Mlp(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.fc1, self.fc2 = nn.Linear(dim, 2 * dim), nn.Linear(2 * dim, dim)

    def forward(self, x):
        return self.fc2(F.gelu(self.fc1(x)))


class DropPath(nn.Module):
    def forward(self, x):
        if not self.training:
            return x
        keep = torch.floor(0.9 + torch.rand(x.shape[0], 1, 1, device=x.device))
        return x / 0.9 * keep


class ConvAttention(nn.Module):
    def __init__(self, dim, attention):
        super().__init__()
        self.conv, self.attention, self.drop = nn.Conv1d(dim, dim, 1), attention, DropPath()
        self.norm1, self.norm2, self.mlp = nn.LayerNorm(dim), nn.LayerNorm(dim), Mlp(dim)

    def forward(self, x):
        c = x + F.relu(self.conv(x.transpose(1, 2)).transpose(1, 2))
        a = x + self.drop(self.attention(self.norm1(c)))
        return self.drop(self.mlp(self.norm2(a)))


class DenseShiftAttention(nn.Module):
    def __init__(self, dim, length, attention):
        super().__init__()
        self.wt1, self.wt2 = nn.Linear(length, length), nn.Linear(length, length)
        self.norm1, self.norm2, self.mlp = nn.LayerNorm(dim), nn.LayerNorm(dim), Mlp(dim)
        self.attention, self.drop = attention, DropPath()

    def branch(self, u):
        a = u + self.drop(self.attention(self.norm1(u)))
        return a + self.drop(self.mlp(self.norm2(a)))

    def forward(self, x):
        along = x.transpose(1, 2)
        mixed = (self.wt2(F.relu(self.wt1(along))) + along).transpose(1, 2)
        shifted = mixed.clone()
        shifted[:, ::4] = x[:, ::4]
        return 0.5 * (self.branch(shifted) + self.branch(x))


class Layer(nn.Module):
    def __init__(self, dim, length):
        super().__init__()
        attention = Attention(dim)
        self.ca, self.dsa = ConvAttention(dim, attention), DenseShiftAttention(dim, length, attention)

    def forward(self, x):
        return 0.5 * self.ca(x) + 0.5 * self.dsa(x)


def embedding(features, dim):
    return nn.Sequential(nn.Linear(features, dim), nn.LayerNorm(dim), nn.ReLU(), nn.Linear(dim, dim))


def projector(entry, middle, exit):
    return nn.Sequential(nn.Linear(entry, middle), nn.BatchNorm1d(middle), nn.ReLU(), nn.Linear(middle, middle),
                         nn.BatchNorm1d(middle), nn.ReLU(), nn.Linear(middle, exit))


class Encoder(nn.Module):
    def __init__(self, dim):
        super().__init__()
        tokens = BODIES * JOINTS
        self.temporal_in, self.spatial_in = embedding(tokens * 3, dim), embedding(FRAMES * 3, dim)
        self.register_buffer("temporal_position", torch.randn(1, FRAMES, dim))
        self.spatial_position = nn.Parameter(torch.randn(1, tokens, dim) * 0.02)
        self.temporal = nn.ModuleList([Layer(dim, FRAMES) for _ in range(2)])
        self.spatial = nn.ModuleList([Layer(dim, tokens) for _ in range(2)])

    def forward(self, clips):  # (N, 3, T, V, M)
        n = clips.shape[0]
        t = self.temporal_in(clips.permute(0, 2, 4, 3, 1).reshape(n, FRAMES, -1))
        s = self.spatial_in(clips.permute(0, 4, 3, 2, 1).reshape(n, BODIES * JOINTS, -1))
        for layer in self.temporal:
            t = layer(t + self.temporal_position)
        for layer in self.spatial:
            s = layer(s + self.spatial_position)
        return t.amax(1), s.amax(1)


class Usdrl(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.encoder = Encoder(dim)
        self.t, self.s = projector(dim, 2 * dim, 2 * dim), projector(dim, 2 * dim, 2 * dim)
        self.i = projector(2 * dim, 2 * dim, 4 * dim)

    def forward(self, clips):
        t, s = self.encoder(clips)
        return self.t(t), self.s(s), self.i(torch.cat([t, s], 1))


def off_diagonal(matrix):
    return matrix.pow(2).sum() - matrix.diagonal().pow(2).sum()


def domain_loss(views):
    a, b, c, d = views
    centre = (a + b + c) / 3
    similarity = sum(F.mse_loss(x, d) for x in (a, c, b)) + sum(F.mse_loss(x, centre) for x in (a, b, c))
    decorrelation = 0
    for z in views:
        z = z - z.mean(0)
        covariance = z.T @ z / (z.shape[0] - 1)
        std = torch.sqrt(z.var(0) + 1e-4)
        decorrelation = decorrelation + 5 * F.relu(1 - std).mean() + off_diagonal(covariance) / z.shape[1]
    normed = [(z - z.mean(0)) / z.std(0) for z in views]
    cross = 0
    for i in range(4):
        for j in range(i + 1, 4):
            r = normed[i].T @ normed[j] / views[0].shape[0]
            cross = cross + (r.diagonal() - 1).pow(2).sum() + 0.005 * off_diagonal(r)
    return 5 * similarity + decorrelation + 1e-3 * cross


def loss_of(views):  # four of (t, s, i)
    t, s, i = zip(*views)
    return domain_loss(i) + 0.5 * (domain_loss(t) + domain_loss(s))


def training_case(dim, batch):
    model = Usdrl(dim).train()
    model.to(DEVICE)
    optimiser = torch.optim.Adam(model.parameters(), lr=5e-4, weight_decay=1e-5)
    views = [torch.randn(batch, 3, FRAMES, JOINTS, BODIES, device=DEVICE) for _ in range(4)]

    def step():
        loss = loss_of([model(view) for view in views])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        loss.item()
        return batch

    return step


def inference_case(batch):
    encoder = Encoder(1024).eval().to(DEVICE)
    clips = torch.randn(batch, 3, FRAMES, JOINTS, BODIES, device=DEVICE)

    def run():
        with torch.no_grad():
            encoder(clips)[0].sum().item()
        return batch

    return run


def resized(clip):  # (3, L, V, M) -> 64 frames
    c, length, v, m = clip.shape
    image = torch.from_numpy(np.ascontiguousarray(clip.transpose(0, 2, 3, 1).reshape(c * v * m, length)))
    image = F.interpolate(image[None, :, :, None], size=(FRAMES, 1), mode="bilinear", align_corners=False)
    return image.squeeze(3).squeeze(0).reshape(c, v, m, FRAMES).permute(0, 3, 1, 2).contiguous().numpy()


def view_of(clip):
    length = clip.shape[1]
    kept = min(max(int(np.floor(length * (0.1 + 0.9 * np.random.rand()))), 64), length)
    start = np.random.randint(0, length - kept + 1)
    view = resized(clip[:, start:start + kept])
    if random.random() < 0.5:
        joints = np.random.choice(JOINTS, 15, replace=False)
        if random.random() < 0.5:
            view[:, :, joints, :] = 0
        else:
            mixing = np.array([random.uniform(-1, 1) for _ in range(9)]).reshape(3, 3)
            view[:, :, joints, :] = np.dot(view[:, :, joints, :].transpose(1, 2, 3, 0), mixing).transpose(3, 0, 1, 2)
        return view
    shear = np.eye(3)
    shear[~np.eye(3, dtype=bool)] = [random.uniform(-1, 1) for _ in range(6)]
    return np.dot(view.transpose(1, 2, 3, 0), shear.T).transpose(3, 0, 1, 2).astype(np.float32)


def loader_case():
    clips = [np.random.randn(3, 60 + i % 140, JOINTS, BODIES).astype(np.float32) for i in range(64)]

    def run():
        for clip in clips:
            for _ in range(4):
                view_of(clip)
        return len(clips)

    return run


CASES = {
    "train-full-b8": lambda: training_case(1024, 8),
    "train-h256-b64": lambda: training_case(256, 64),
    "infer-b16": lambda: inference_case(16),
    "infer-b1": lambda: inference_case(1),
    "loader": loader_case,
}


def rate(work, seconds):
    done, start = 0, time.perf_counter()
    while True:
        done += work()
        spent = time.perf_counter() - start
        if spent >= seconds:
            return done / spent


def set_threads(own, blas):
    """PyTorch's threads and those of the OpenBLAS behind it, which it does not know of."""
    torch.set_num_threads(own)
    try:
        ctypes.CDLL("libopenblas.so.0").openblas_set_num_threads(blas)
    except (OSError, AttributeError):
        pass


def choose_fastest(work, seconds):
    most = os.cpu_count() or 1
    best = (0, 1, 1)
    for own, blas in {(1, 1), (1, most), (most, 1), (most, most)}:
        set_threads(own, blas)
        work()
        best = max(best, (rate(work, seconds), own, blas))
    set_threads(*best[1:])


def main():
    name = sys.argv[1]
    seconds = 1.0
    work = CASES[name]()
    if name == "loader":
        set_threads(1, 1)
    else:
        choose_fastest(work, seconds)
    work()
    print("ready", flush=True)
    for _ in sys.stdin:
        print(rate(work, seconds), flush=True)


main()
