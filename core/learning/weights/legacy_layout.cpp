#include "core/learning/weights/legacy_layout.h"

#include "core/learning/weights/pickle_reader.h"

#include <cstring>

namespace kinelens::learning {
namespace {

// 0x1950a86a20f9469cfc6c, little-endian.
constexpr std::string_view magic{"\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19", 10};

std::size_t element_size(const std::string& storage) {
    if (storage == "DoubleStorage" || storage == "LongStorage") return 8;
    if (storage == "FloatStorage" || storage == "IntStorage") return 4;
    if (storage == "HalfStorage" || storage == "BFloat16Storage" || storage == "ShortStorage") return 2;
    return 1;
}

std::map<std::string, StorageRecord> storages_of(const Pickle& pickle) {
    std::map<std::string, StorageRecord> storages;
    for (const auto& object : pickle.objects)
        if (const auto* storage = object.as<StorageRecord>()) storages[storage->key] = *storage;
    return storages;
}

Result<std::size_t> after_preamble(std::string_view bytes) {
    const auto first = read_pickle(bytes);
    const auto* number = first ? first->root->as<std::string>() : nullptr;
    if (!number || *number != magic)
        return fail(ErrorCode::format_unknown, {}, "not a file that torch.save wrote");
    std::size_t at = first->end;
    for (int i = 0; i < 2; ++i) { // protocol and machine
        KINELENS_TRY(skipped, read_pickle(bytes, at));
        at = skipped.end;
    }
    return at;
}

} // namespace

Result<LegacyLayout> read_legacy_layout(std::string_view bytes) {
    KINELENS_TRY(object_at, after_preamble(bytes));
    KINELENS_TRY(pickle, read_pickle(bytes, object_at));
    KINELENS_TRY(keys, read_pickle(bytes, pickle.end));
    const auto* list = keys.root->as<PickleList>();
    if (!list) return malformed({}, "the storages have no keys");
    LegacyLayout layout;
    const auto storages = storages_of(pickle);
    std::size_t at = keys.end;
    for (const auto* item : list->items) {
        const auto* key = item->as<std::string>();
        const auto storage = key ? storages.find(*key) : storages.end();
        if (storage == storages.end()) return malformed({}, "a storage that no tensor uses");
        std::int64_t count = 0;
        if (bytes.size() - at < sizeof count) return fail(ErrorCode::file_truncated);
        std::memcpy(&count, bytes.data() + at, sizeof count);
        at += sizeof count;
        if (count != storage->second.count) return malformed({}, "storage " + *key + " has another size");
        const std::size_t width = element_size(storage->second.type);
        if (static_cast<std::size_t>(count) > (bytes.size() - at) / width)
            return fail(ErrorCode::file_truncated);
        const std::size_t length = static_cast<std::size_t>(count) * width;
        layout.places[*key] = {at, length};
        at += length;
    }
    layout.pickle = std::move(pickle);
    return layout;
}

} // namespace kinelens::learning
