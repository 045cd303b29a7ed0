#include "core/import/array_members.h"

#include "core/foundation/lower_case.h"

#include <algorithm>
#include <array>

namespace kinelens {
namespace {

ArrayMember described(std::string name, std::string path, Result<std::string> bytes) {
    ArrayMember member{std::move(name), std::move(path), {}, {}};
    if (!bytes) {
        member.fault = bytes.error();
        return member;
    }
    member.bytes = std::move(*bytes);
    auto shape = parse_npy_shape(member.bytes, member.path);
    if (shape)
        member.shape = std::move(*shape);
    else
        member.fault = shape.error();
    return member;
}

Result<std::shared_ptr<ZipArchive>> archive_of(const SourceFile& source) {
    if (!source.archive) return ZipArchive::open(source.path);
    KINELENS_TRY(bytes, source.read());
    return ZipArchive::open_bytes(std::move(bytes), source.path);
}

} // namespace

Result<std::vector<ArrayMember>> array_members(const SourceFile& source) {
    std::vector<ArrayMember> members;
    if (source.ending == ".npy") {
        KINELENS_TRY(bytes, source.read());
        members.push_back(described(source.name, source.path, std::move(bytes)));
        return members;
    }
    KINELENS_TRY(archive, archive_of(source));
    for (std::size_t place = 0; place < archive->names().size(); ++place) {
        const std::string name = Path(archive->names()[place]).stem().string();
        members.push_back(described(name, source.path + ":" + name, archive->read(place)));
    }
    return members;
}

std::optional<double> frame_rate_beside(const std::vector<ArrayMember>& members) {
    constexpr std::array names{"fps", "frame_rate", "framerate", "sampling_rate"};
    for (const ArrayMember& member : members) {
        if (member.fault || std::ranges::find(names, lower_case(member.name)) == names.end()) continue;
        const auto array = parse_npy(member.bytes, member.path);
        if (array && array->values.size() == 1 && array->values[0] > 0) return array->values[0];
    }
    return std::nullopt;
}

} // namespace kinelens
