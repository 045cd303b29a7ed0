// Protocols: how a dataset is divided. Names tell the training side; the rest is the test side.
//   ntu60-xsub ntu60-xview ntu120-xsub ntu120-xset      the published lists
//   pku-xsub pku-xview                                   PKU-MMD I and II, by name (core/dataset/pku_name.h)
//   subjects:1,3,5   cameras:1,2                         these are the training side
//   folds:subject/4#0 … #3                               subject-disjoint folds; # names the held-out fold
//   leave-subject-out#7   leave-camera-out#1             that subject or camera is held out
//   random:0.8                                           a share of the sequences, drawn by name and seed
//   file:LIST                                            one sequence name a line, or PKU-MMD's split files
// Without # the protocols that have one mean all their folds, one after the other: folds:subject/4,
// leave-subject-out, leave-camera-out.
// An empty protocol puts every sequence on the training side.
#pragma once

#include "core/preparation/split_sides.h"

namespace kinelens {

// Errors: invalid_argument (subject = the protocol), dataset_empty if the training side would be empty, what
// reading a list gives. `seed` is used by random: only.
Result<Split> split_sequences(const std::vector<SequenceInfo>& sequences, std::string_view protocol,
                              std::uint64_t seed);

// The protocols of single splits that `protocol` means, in ascending order; most mean themselves alone.
// invalid_argument for folds that are no number or more than there are subjects or cameras, and where no
// sequence tells its subject or camera.
Result<std::vector<std::string>> single_protocols(const std::vector<SequenceInfo>& sequences,
                                                  std::string_view protocol);

// How many sequences are on either side, without the hash.
struct SplitSizes {
    std::int64_t train = 0;
    std::int64_t test = 0;
};
Result<SplitSizes> split_sizes(const std::vector<SequenceInfo>& sequences, std::string_view protocol,
                               std::uint64_t seed);

} // namespace kinelens
