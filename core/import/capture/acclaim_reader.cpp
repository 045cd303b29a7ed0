#include "core/import/capture/acclaim_reader.h"

#include "core/foundation/number_text.h"
#include "core/import/capture/acclaim_files.h"

#include <map>

namespace kinelens {
namespace {

constexpr double usual_rate = 120; // of CMU's and HDM05's cameras; the files seldom say it

Path folder_with(const SourceFile& source) {
    return Path(source.path).parent_path();
}

class AcclaimReader : public Reader {
public:
    explicit AcclaimReader(const std::vector<SourceFile>& sources) {
        for (const SourceFile& source : sources)
            if (source.ending == ".asf" && !source.fault) skeletons_.emplace(folder_with(source), source);
    }

    bool accepts(const SourceFile& source) const override { return source.ending == ".amc"; }
    bool reads_beside(const SourceFile& source) const override { return source.ending == ".asf"; }
    std::string accepted() const override { return ".amc file"; }

    Result<DatasetInfo> describe(const std::vector<SourceFile>& sources) const override {
        std::optional<Error> first;
        for (const SourceFile& source : sources) {
            const auto skeleton =
                source.fault ? Result<AcclaimSkeleton>(fail(*source.fault)) : skeleton_of(source);
            if (!skeleton && !first) first = skeleton.error();
            if (!skeleton) continue;
            DatasetInfo info;
            info.layout = acclaim_layout(*skeleton);
            info.frame_rate = usual_rate;
            return info;
        }
        if (first) return fail(*first);
        return fail(ErrorCode::dataset_empty, {}, "there is no .amc file");
    }

    std::vector<Error> remarks(const DatasetInfo& info,
                               const std::vector<SourceFile>& sources) const override {
        return {
            {ErrorCode::rate_assumed,
             sources.front().path,
             "taken for " + short_number_text(info.frame_rate) + " frames a second, as in the CMU database",
             {}}};
    }

    Result<std::vector<RawSequence>> read(const SourceFile& source) const override {
        KINELENS_TRY(skeleton, skeleton_of(source));
        KINELENS_TRY(text, source.read());
        KINELENS_TRY(motion, parse_amc(text, source.path, skeleton));
        std::vector<RawSequence> sequences(1);
        sequences[0].info.name = source.name;
        sequences[0].layout = acclaim_layout(skeleton);
        sequences[0].frame_rate = motion.frame_rate;
        sequences[0].motion = std::move(motion.motion);
        sequences[0].warnings = std::move(motion.warnings);
        return sequences;
    }

private:
    Result<AcclaimSkeleton> skeleton_of(const SourceFile& source) const {
        const auto [first, last] = skeletons_.equal_range(folder_with(source));
        const SourceFile* best = std::distance(first, last) == 1 ? &first->second : nullptr;
        for (auto one = first; one != last; ++one)
            if (source.stem.starts_with(one->second.stem) && (!best || !source.stem.starts_with(best->stem) ||
                                                              one->second.stem.size() > best->stem.size()))
                best = &one->second;
        if (!best)
            return fail(ErrorCode::file_not_found, source.path,
                        "its skeleton: an .asf file in the same folder whose name it begins with");
        KINELENS_TRY(text, best->read());
        return parse_asf(text, best->path);
    }

    std::multimap<Path, SourceFile> skeletons_; // by folder
};

} // namespace

std::unique_ptr<Reader> make_acclaim_reader(const std::vector<SourceFile>& sources) {
    return std::make_unique<AcclaimReader>(sources);
}

} // namespace kinelens
