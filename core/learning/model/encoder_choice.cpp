#include "core/learning/model/encoder_choice.h"

#include "core/learning/model/dste.h"
#include "core/learning/model/sttr.h"

namespace kinelens::learning {

std::shared_ptr<Encoder> make_encoder(const ModelOptions& options) {
    if (options.sttr) return std::make_shared<Sttr>(options);
    return std::make_shared<Dste>(options);
}

} // namespace kinelens::learning
