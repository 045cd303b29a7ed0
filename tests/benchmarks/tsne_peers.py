"""Other programs' t-SNE, and one judge for all: the peers of `kinelens-cli bench tsne`. For measuring only.

    tsne_peers.py sklearn|opentsne FEATURES.h5 MAP.npy THREADS   makes a map, prints the seconds it took
    tsne_peers.py judge FEATURES.h5 MAP                          prints its divergence and the share of the
                                                                 ten nearest neighbours that it keeps

Perplexity 30, PCA start, 1000 iterations, 250 of them exaggerated.
"""
import os
import sys
import time

if len(sys.argv) > 4:
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ[variable] = sys.argv[4]

import h5py
import numpy as np
from sklearn.neighbors import NearestNeighbors


def by_sklearn(features, threads):
    from sklearn.manifold import TSNE
    return TSNE(perplexity=30, init="pca", n_iter=1000, learning_rate="auto", n_jobs=threads,
                random_state=0).fit_transform(features)


def by_opentsne(features, threads):
    from openTSNE import TSNE
    return np.asarray(TSNE(perplexity=30, initialization="pca", negative_gradient_method="fft", n_jobs=threads,
                           early_exaggeration_iter=250, n_iter=750, random_state=0).fit(features))


def divergence(features, places):
    """Of the affinities that scikit-learn makes, with the normaliser of all pairs."""
    from sklearn.manifold._t_sne import _joint_probabilities_nn
    graph = NearestNeighbors(n_neighbors=91, n_jobs=-1).fit(features).kneighbors_graph(mode="distance")
    graph.data **= 2
    wanted = _joint_probabilities_nn(graph, 30, 0).tocoo()
    near = 1 / (1 + ((places[wanted.row] - places[wanted.col]) ** 2).sum(1))
    total = -len(places)
    for begin in range(0, len(places), 500):
        part = places[begin:begin + 500]
        total += (1 / (1 + ((part[:, None] - places[None]) ** 2).sum(2))).sum()
    some = wanted.data > 0
    return (wanted.data[some] * np.log(wanted.data[some] * total / near[some])).sum()


def neighbours_kept(features, places, k=10):
    def nearest(points):
        return NearestNeighbors(n_neighbors=k, n_jobs=-1).fit(points).kneighbors(return_distance=False)
    pairs = zip(nearest(features), nearest(places))
    return np.mean([len(set(a) & set(b)) / k for a, b in pairs])


def main():
    with h5py.File(sys.argv[2], "r") as file:
        features = file["instance"][:]
    if sys.argv[1] == "judge":
        if sys.argv[3].endswith(".npy"):
            places = np.load(sys.argv[3])
        else:
            with h5py.File(sys.argv[3], "r") as file:
                places = file["coordinates"][:]
        places = places.astype(np.float64)
        print(f"{divergence(features, places):.6f} {neighbours_kept(features, places):.6f}")
        return
    maker = {"sklearn": by_sklearn, "opentsne": by_opentsne}[sys.argv[1]]
    start = time.perf_counter()
    places = maker(features, int(sys.argv[4]))
    seconds = time.perf_counter() - start
    np.save(sys.argv[3], places)
    print(f"{seconds:.3f}")


main()
