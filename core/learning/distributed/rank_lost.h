// What a call between processes throws once another of them is gone.
#pragma once

#include <stdexcept>

namespace kinelens::learning {

class RankLost : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

} // namespace kinelens::learning
