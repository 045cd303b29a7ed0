// Embedding files: where the points of a features file lie on a map of two dimensions.
//   /names (N), /frames (N) i4                     a point is a sequence, or with /frames a frame of its clip
//   /coordinates (N, 2) f4
//   /kl (I, 2) f8                                  iteration, Kullback-Leibler divergence before it:
//                                                the report has that of the end
//   /preservation, /trustworthiness (N) f4         of each point, where they were measured; 1 is best. None
//                                                  where all neighbours lie on the point's own spot
//   /neighbours (N, k) i4, /distances (N, k) f4    the nearest in the original space, nearest first: rows
//   /state/velocity, /state/gains (N, 2) f4        what going on from here needs
// Root attributes: "options" (JSON), "report" (the verb's summary, JSON), "iteration", "clip_frames" and the
// stamp (features, features_hash, data_hash, checkpoint, code_version …).
#pragma once

#include "core/foundation/files.h"
#include "core/results/stamp.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kinelens {

struct DivergencePoint {
    std::int64_t iteration = 0; // counted from 1
    double value = 0;           // of the map as the iteration found it
    bool operator==(const DivergencePoint&) const = default;
};

struct Embedding {
    std::vector<std::string> names;
    std::vector<std::int32_t> frames; // empty where points are whole sequences; otherwise 0 … clip_frames − 1
    std::int64_t clip_frames = 0;     // a sequence of n frames was resampled to this many
    std::vector<float> coordinates; // (N, 2)
    std::int64_t iteration = 0;     // done
    std::vector<DivergencePoint> divergence;
    std::vector<float> preservation, trustworthiness; // N each, or empty
    std::size_t k = 0;
    std::vector<std::int32_t> neighbours; // (N, k)
    std::vector<float> distances;         // (N, k)
    std::vector<float> velocity, gains;   // (N, 2) each, or empty
    std::string options = "{}";
    std::string report = "{}";
    Stamp stamp;
    bool operator==(const Embedding&) const = default;

    std::size_t points() const { return names.size(); }
};

// The file appears under its name when it is whole. Errors: those of check_output(); disk_full.
Result<void> write_embedding(const Path& file, const Embedding& embedding);

// Also files of other programs that hold only /names and /coordinates. Errors: file_not_found,
// format_unknown, format_invalid (subject = file, detail = the array at fault), value_not_finite.
Result<Embedding> read_embedding(const Path& file);

// Whether the file looks like an embedding, by the arrays it has: cheap.
bool is_embedding(const Path& file);

// What a run shows while it computes: the coordinates alone, of the points of an embedding file.
//   /coordinates (N, 2) f4; attributes "iteration", "kl" (before that iteration), "total_iterations"
struct EmbeddingSnapshot {
    std::vector<float> coordinates; // (N, 2)
    std::int64_t iteration = 0, total_iterations = 0;
    double kl = 0;
    bool operator==(const EmbeddingSnapshot&) const = default;
};
Result<void> write_embedding_snapshot(const Path& file, const EmbeddingSnapshot& snapshot);
Result<EmbeddingSnapshot> read_embedding_snapshot(const Path& file);

// Types of ArtifactReady in an `embed` run, files relative to the run folder:
inline constexpr const char* embedding_points_artifact = "embedding_points"; // first: names, start
inline constexpr const char* embedding_snapshot_artifact = "embedding_snapshot";
inline constexpr const char* embedding_artifact = "embedding"; // last: the whole

} // namespace kinelens
