// Files of pose estimators and body trackers, read alike once their own format is parsed.
#pragma once

#include "core/import/estimators/seen_bodies.h"
#include "core/import/import_options.h"

namespace kinelens {

struct EstimatorFormat {
    std::vector<std::string_view> endings;
    std::string title; // in the singular: "DeepLabCut file"
    bool (*fits)(const SourceFile& source);
    Result<std::vector<SeenBodies>> (*parse)(std::string_view bytes, const std::string& path);
    double usual_rate = 30; // where the file does not say it
};

class EstimatorReader : public Reader {
public:
    EstimatorReader(EstimatorFormat format, const ImportOptions& options);

    // What the first file that can be read says holds for those that do not say it. Once, before all else.
    void learn(const std::vector<SourceFile>& sources);

    bool accepts(const SourceFile& source) const override;
    std::string accepted() const override { return format_.title; }
    Result<DatasetInfo> describe(const std::vector<SourceFile>& sources) const override;
    std::vector<Error> remarks(const DatasetInfo& info,
                               const std::vector<SourceFile>& sources) const override;
    Result<std::vector<RawSequence>> read(const SourceFile& source) const override;

protected:
    virtual Result<std::vector<SeenBodies>> seen_in(const SourceFile& source) const;
    virtual std::string name_of(const SourceFile& source) const { return source.name; }
    bool has_ending(const SourceFile& source) const;

private:
    EstimatorFormat format_;
    BodyWishes wishes_;
    DatasetInfo info_;
    bool learned_ = false;
    std::vector<Error> remarks_;
    std::optional<Error> first_error_;
};

Result<std::unique_ptr<Reader>> make_estimator_reader(EstimatorFormat format, const ImportOptions& options,
                                                      const std::vector<SourceFile>& sources);

} // namespace kinelens
