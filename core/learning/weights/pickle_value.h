// What a pickle of tensors is made of: numbers, texts, lists, tuples, dictionaries, records that stand for
// tensors and the storages they look into, and the names of what else lies beside them. Every object lives in
// the Pickle that read it, so shared and circular ones cost nothing.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace kinelens::learning {

struct PickleObject;
using PickleValue = const PickleObject*;

struct PickleGlobal {
    std::string name; // "module.name"
};

// What the pickle asks a program to make that is no part of a model (numpy's numbers, the arguments of a
// training, anything): its name alone is kept, nothing is run.
struct PickleOpaque {
    std::string name; // "argparse.Namespace"
};

// A stretch of memory kept elsewhere in the file.
struct StorageRecord {
    std::string type; // "FloatStorage"
    std::string key;
    std::int64_t count = 0; // elements
};

struct TensorRecord {
    StorageRecord storage;
    std::int64_t offset = 0; // elements
    std::vector<std::int64_t> sizes, strides;
};

struct PickleList {
    std::vector<PickleObject*> items;
    bool tuple = false;
};

struct PickleDictionary {
    std::vector<std::pair<PickleObject*, PickleObject*>> items; // in the order written
    // The value of a text key; nullptr if it has none.
    PickleValue find(const std::string& key) const;
};

struct PickleObject {
    std::variant<std::monostate, bool, std::int64_t, double, std::string, PickleGlobal, PickleOpaque,
                 StorageRecord, TensorRecord, PickleList, PickleDictionary>
        value;

    template <class T>
    const T* as() const {
        return std::get_if<T>(&value);
    }
};

struct Pickle {
    std::deque<PickleObject> objects; // stable addresses
    PickleValue root = nullptr;
    std::size_t end = 0; // first byte after it
};

inline PickleValue PickleDictionary::find(const std::string& key) const {
    for (const auto& [name, value] : items)
        if (const auto* text = name->as<std::string>(); text && *text == key) return value;
    return nullptr;
}

} // namespace kinelens::learning
