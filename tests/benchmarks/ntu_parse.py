"""Plain Python parse of one NTU .skeleton file: the peer of `kinelens-cli bench import`. Prints seconds."""
import sys
import time

import numpy as np


def parse(path):
    with open(path) as file:
        lines = iter(file.readlines())
    frames = int(next(lines))
    positions = np.zeros((frames, 4, 25, 3))
    for frame in range(frames):
        for body in range(int(next(lines))):
            next(lines)
            for joint in range(int(next(lines))):
                values = next(lines).split()
                if body < 4:
                    positions[frame, body, joint] = [float(value) for value in values[:3]]
    return positions


start = time.perf_counter()
parse(sys.argv[1])
print(time.perf_counter() - start)
