#include "core/learning/weights/pickle_calls.h"

#include <algorithm>
#include <array>

namespace kinelens::learning {
namespace {

constexpr std::array storages{"Float", "Double", "Half", "BFloat16", "Long",
                              "Int",   "Short",  "Char", "Byte",     "Bool"};

bool is_storage(const std::string& name) {
    return std::any_of(storages.begin(), storages.end(),
                       [&](const char* type) { return name == "torch." + std::string(type) + "Storage"; });
}

Result<std::vector<std::int64_t>> numbers_of(const PickleObject& object) {
    const auto* list = object.as<PickleList>();
    if (!list) return malformed({}, "a shape that is no tuple");
    std::vector<std::int64_t> numbers;
    for (const auto* item : list->items) {
        const auto* number = item->as<std::int64_t>();
        if (!number || *number < 0) return malformed({}, "a shape that is no row of numbers");
        numbers.push_back(*number);
    }
    return numbers;
}

// (storage, offset, size, stride, …)
Result<PickleObject> rebuilt_tensor(const std::vector<PickleObject*>& arguments) {
    if (arguments.size() < 4) return malformed({}, "a tensor of too few arguments");
    const auto* storage = arguments[0]->as<StorageRecord>();
    const auto* offset = arguments[1]->as<std::int64_t>();
    if (!storage || !offset || *offset < 0) return malformed({}, "a tensor without a storage");
    KINELENS_TRY(sizes, numbers_of(*arguments[2]));
    KINELENS_TRY(strides, numbers_of(*arguments[3]));
    if (sizes.size() != strides.size()) return malformed({}, "a tensor whose shape and strides disagree");
    return PickleObject{TensorRecord{*storage, *offset, std::move(sizes), std::move(strides)}};
}

// OrderedDict() is empty, OrderedDict([(key, value), …]) is not.
Result<PickleObject> dictionary_of(const std::vector<PickleObject*>& arguments) {
    PickleDictionary dictionary;
    const auto* pairs = arguments.empty() ? nullptr : arguments[0]->as<PickleList>();
    if (!arguments.empty() && !pairs) return malformed({}, "a dictionary of something else than pairs");
    for (const auto* item : pairs ? pairs->items : std::vector<PickleObject*>{}) {
        const auto* pair = item->as<PickleList>();
        if (!pair || pair->items.size() != 2)
            return malformed({}, "a dictionary of something else than pairs");
        dictionary.items.emplace_back(pair->items[0], pair->items[1]);
    }
    return PickleObject{std::move(dictionary)};
}

} // namespace

Result<PickleObject> call_global(const PickleObject& callable, const PickleObject& arguments) {
    const auto* global = callable.as<PickleGlobal>();
    const auto* list = arguments.as<PickleList>();
    if (const auto* opaque = callable.as<PickleOpaque>()) return PickleObject{*opaque};
    if (!global || !list) return malformed({}, "a call of something that cannot be called");
    if (global->name == "collections.OrderedDict") return dictionary_of(list->items);
    if (global->name.starts_with("torch._utils._rebuild_tensor")) return rebuilt_tensor(list->items);
    if (global->name != "torch._utils._rebuild_parameter" && global->name != "torch.Size")
        return PickleObject{PickleOpaque{global->name}};
    if (list->items.empty()) return malformed({}, global->name + " without arguments");
    return PickleObject{list->items[0]->value};
}

Result<PickleObject> storage_of(const PickleObject& id) {
    const auto* list = id.as<PickleList>();
    if (!list || list->items.size() < 5) return malformed({}, "a storage of too few arguments");
    const auto* word = list->items[0]->as<std::string>();
    const auto* type = list->items[1]->as<PickleGlobal>();
    const auto* key = list->items[2]->as<std::string>();
    const auto* count = list->items[4]->as<std::int64_t>();
    if (!word || *word != "storage" || !type || !is_storage(type->name) || !key || !count || *count < 0)
        return malformed({}, "something kept elsewhere that is no storage");
    if (list->items.size() > 5 && !list->items[5]->as<std::monostate>())
        return malformed({}, "a storage that is part of another");
    return PickleObject{StorageRecord{type->name.substr(6), *key, *count}};
}

} // namespace kinelens::learning
