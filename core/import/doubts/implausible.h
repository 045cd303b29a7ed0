// What no person looks like (core/dataset/plausibility.h), gathered over the recordings of one import.
// Nothing of it is changed; it is told, with what would mend it.
#pragma once

#include "core/dataset/plausibility.h"
#include "core/foundation/error.h"

#include <map>

namespace kinelens {

class PlausibilityCheck {
public:
    explicit PlausibilityCheck(const DatasetInfo& info);

    void look_at(const Motion& motion, const std::string& name);

    // One warning a kind, with how many recordings of how many; the subject is the first of them. People do
    // lie down, and turn their feet: bodies on their side and exchanged sides are told where most recordings
    // have them.
    std::vector<Error> doubts() const;

private:
    struct Finding {
        std::int64_t recordings = 0;
        std::string first;
        void add(const std::string& name);
    };
    std::string share(const Finding& finding) const;

    BodyPlan plan_;
    std::string up_;
    std::int64_t recordings_ = 0;
    Finding size_;
    Finding lying_;
    Finding sides_;
    std::vector<double> sizes_;
    std::map<std::string, std::int64_t> axes_;
};

} // namespace kinelens
