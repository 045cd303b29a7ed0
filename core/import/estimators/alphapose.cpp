#include "core/import/estimators/keypoint_lists.h"
#include "core/import/estimators/readers.h"

#include "core/foundation/number_text.h"

namespace kinelens {
namespace {

constexpr std::size_t alphapose_head_size = 16384;

bool is_alphapose(const SourceFile& source) {
    const std::string head = source.head(alphapose_head_size);
    const auto has = [&](std::string_view word) { return head.find(word) != std::string::npos; };
    return JsonPieces(head).is_array() && has("\"image_id\"") && has("\"keypoints\"");
}

// The number in the picture's name, or the picture's own number.
std::int64_t frame_of_picture(const JsonTree& image) {
    if (image.is_string()) return number_at_end(image.get_ref<const std::string&>());
    return image.is_number_integer() ? image.get<std::int64_t>() : -1;
}

std::int64_t id_of_listed(const JsonTree& body) {
    const JsonTree& id = json_of(body, {"idx", "track_id", "person_id"});
    const double number = json_number(id.is_array() && !id.empty() ? id[0] : id);
    return number >= 0 && number < 1e9 ? static_cast<std::int64_t>(number) : 0;
}

Result<std::vector<SeenBodies>> parse_alphapose(std::string_view bytes, const std::string& path) {
    KeypointLists lists(path);
    std::int64_t without_number = 0;
    std::int64_t next = 0;
    std::string last_image;
    std::vector<Error> warnings;
    KINELENS_CHECK(for_each_frame(bytes, {}, path, warnings, [&](std::int64_t, const JsonTree& body) {
        const JsonTree& image = json_of(body, {"image_id"});
        std::int64_t frame = frame_of_picture(image);
        if (frame < 0) { // pictures without numbers follow each other
            if (const std::string text = image.dump(); text != last_image) {
                next += last_image.empty() ? 0 : 1;
                last_image = text;
            }
            ++without_number;
            frame = next;
        }
        lists.add(frame, id_of_listed(body), json_of(body, {"keypoints"}), JsonTree(),
                  json_number(json_of(body, {"score"})));
    }));
    if (without_number > 0)
        warnings.push_back({ErrorCode::data_doubted,
                            path,
                            "names of pictures have no numbers: they are counted as they follow",
                            {}});
    return lists.finish(std::move(warnings));
}

} // namespace

EstimatorFormat alphapose_format() {
    return {{".json"}, "AlphaPose file", is_alphapose, parse_alphapose, 30};
}

} // namespace kinelens
