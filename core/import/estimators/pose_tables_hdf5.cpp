#include "core/import/estimators/pose_tables_hdf5.h"

#include "core/dataset/hdf5_handle.h"
#include "core/dataset/limits.h"
#include "core/foundation/number_text.h"
#include "core/import/estimators/joint_names.h"
#include "core/import/people/body_places.h"

#include <algorithm>
#include <mutex>

namespace kinelens {
namespace {

// A file in memory: members of archives are read like files on disk.
hdf5::File open_bytes(std::string_view bytes) {
    const hdf5::Properties access(H5Pcreate(H5P_FILE_ACCESS));
    H5Pset_fapl_core(access.id(), std::size_t(1) << 20, 0);
    H5Pset_file_image(access.id(), const_cast<char*>(bytes.data()), bytes.size()); // which is copied
    return hdf5::File(H5Fopen("in memory", H5F_ACC_RDONLY, access.id()));
}

// HDF5 as it is packaged must not be called from two threads at once; files are read on several.
std::mutex& one_at_a_time() {
    static std::mutex mutex;
    return mutex;
}

bool holds(const SourceFile& source, std::initializer_list<const char*> paths) {
    if (!is_hdf5(source.head(8))) return false;
    std::string bytes;
    const bool on_disk = !source.archive && !source.zipped;
    if (!on_disk && !source.read_into(bytes)) return false;
    const std::scoped_lock lock(one_at_a_time());
    const hdf5::QuietErrors quiet;
    const hdf5::File file =
        on_disk ? hdf5::File(H5Fopen(source.path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT)) : open_bytes(bytes);
    return file && std::ranges::all_of(paths, [&](const char* path) { return hdf5::exists(file, path); });
}

struct Numbers {
    std::vector<hsize_t> sizes;
    std::vector<double> values;
};

Result<Numbers> read_numbers(const hdf5::File& file, const std::string& path, std::size_t rank) {
    const hdf5::Array array(H5Dopen2(file.id(), path.c_str(), H5P_DEFAULT));
    const auto sizes = hdf5::extents(array);
    if (!sizes || sizes->size() != rank)
        return malformed(path, "must have " + counted(std::int64_t(rank), "dimension"));
    const auto count = hdf5::believable_count(array, *sizes, sizeof(double));
    if (!count) return malformed(path, "claims more values than the file can hold");
    Numbers numbers{*sizes, std::vector<double>(*count)};
    if (*count > 0 &&
        H5Dread(array.id(), H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers.values.data()) < 0)
        return malformed(path, "cannot be read as numbers");
    return numbers;
}

// Texts of any length, fixed or not.
Result<std::vector<std::string>> read_names(const hdf5::File& file, const std::string& path) {
    if (auto names = hdf5::read_strings(file, path)) return names;
    const hdf5::Array array(H5Dopen2(file.id(), path.c_str(), H5P_DEFAULT));
    const auto sizes = hdf5::extents(array);
    const hdf5::Type type(array ? H5Dget_type(array.id()) : -1);
    if (!sizes || sizes->size() != 1 || !type || H5Tget_class(type.id()) != H5T_STRING ||
        H5Tis_variable_str(type.id()) > 0)
        return malformed(path, "must be a list of texts");
    const std::size_t width = H5Tget_size(type.id());
    const auto count = hdf5::believable_count(array, *sizes, width);
    if (!count) return malformed(path, "claims more texts than the file can hold");
    std::vector<char> bytes(*count * width);
    if (!bytes.empty() && H5Dread(array.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, bytes.data()) < 0)
        return malformed(path, "cannot be read as texts");
    std::vector<std::string> names;
    for (std::size_t i = 0; i < *count; ++i) {
        const std::string_view text(bytes.data() + i * width, width);
        names.emplace_back(text.substr(0, text.find('\0')));
    }
    return names;
}

// Edges become parents where they make one tree; otherwise the joints hang from the first.
void set_edges(SkeletonLayout& layout, const hdf5::File& file) {
    const auto edges = hdf5::exists(file, "/edge_inds") ? read_numbers(file, "/edge_inds", 2)
                                                        : Result<Numbers>(fail(ErrorCode::not_found));
    if (!edges || edges->sizes[1] != 2) return;
    SkeletonLayout tree = layout;
    tree.parents.assign(tree.joint_names.size(), -1);
    for (std::size_t i = 0; i + 1 < edges->values.size(); i += 2) {
        const double parent = edges->values[i];
        const double child = edges->values[i + 1];
        if (!(parent >= 0 && parent < tree.joint_count() && child >= 0 && child < tree.joint_count())) return;
        tree.parents[static_cast<std::size_t>(child)] = static_cast<int>(parent);
    }
    if (validate(tree)) layout = std::move(tree);
}

Result<std::vector<SeenBodies>> sleap_tracks(const hdf5::File& file, const std::string& path) {
    KINELENS_TRY(tracks, read_numbers(file, "/tracks", 4));
    KINELENS_TRY(names, read_names(file, "/node_names"));
    const auto scores = hdf5::exists(file, "/point_scores") ? read_numbers(file, "/point_scores", 3)
                                                            : Result<Numbers>(fail(ErrorCode::not_found));
    const std::size_t many = tracks.sizes[0], nodes = tracks.sizes[2], frames = tracks.sizes[3];
    if (tracks.sizes[1] != 2 || nodes != names.size() || nodes > static_cast<std::size_t>(most_joints) ||
        nodes == 0)
        return fail(ErrorCode::shape_mismatch, path,
                    "tracks must be tracks x 2 x nodes x frames, for " +
                        counted(std::int64_t(names.size()), "node"));
    SeenBodies seen;
    seen.layout = layout_of_names(names, "points" + std::to_string(nodes));
    set_edges(seen.layout, file);
    seen.counts_from_zero = true;
    if (many <= static_cast<std::size_t>(most_people)) seen.individuals = static_cast<int>(many);
    for (std::size_t frame = 0; frame < frames; ++frame) {
        seen.frames.try_emplace(static_cast<std::int64_t>(frame));
        for (std::size_t track = 0; track < many; ++track) {
            SeenBody body(static_cast<int>(nodes));
            body.id = static_cast<std::int64_t>(track) + 1;
            for (std::size_t node = 0; node < nodes; ++node) {
                const auto at = [&](std::size_t axis) {
                    return tracks.values[((track * 2 + axis) * nodes + node) * frames + frame];
                };
                const std::size_t place = (track * nodes + node) * frames + frame;
                body.set_joint(static_cast<int>(node), at(0), at(1), 0,
                               scores && place < scores->values.size() ? scores->values[place] : 1);
            }
            if (body.has_joints()) seen.add(static_cast<std::int64_t>(frame), std::move(body));
        }
    }
    std::vector<SeenBodies> all;
    all.push_back(std::move(seen));
    return all;
}

} // namespace

bool is_hdf5(std::string_view bytes) {
    return bytes.starts_with("\x89HDF\r\n\x1a\n");
}

bool is_deeplabcut_hdf5(const SourceFile& source) {
    return holds(source, {"/df_with_missing"});
}

bool is_sleap_hdf5(const SourceFile& source) {
    return holds(source, {"/node_names", "/tracks"});
}

Result<std::vector<SeenBodies>> parse_sleap_hdf5(std::string_view bytes, const std::string& path) {
    const std::scoped_lock lock(one_at_a_time());
    const hdf5::QuietErrors quiet;
    const hdf5::File file = open_bytes(bytes);
    if (!file) return fail(ErrorCode::file_truncated, path, hdf5::last_message());
    auto seen = sleap_tracks(file, path);
    if (!seen && seen.error().subject != path) {
        seen.error().detail = seen.error().subject + " " + seen.error().detail;
        seen.error().subject = path;
    }
    return seen;
}

Result<std::vector<SeenBodies>> parse_deeplabcut_hdf5(std::string_view, const std::string& path) {
    return fail(ErrorCode::format_unknown, path,
                "DeepLabCut's HDF5 holds its header as a Python object: import the .csv of the same name");
}

} // namespace kinelens
