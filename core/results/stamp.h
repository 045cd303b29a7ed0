// What made a result, told with it: two results whose stamps differ are never compared silently.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kinelens {

// Options of a verb by key, in the order in which they were written; values as they are typed on the command
// line: "0.1", "true", "validation".
struct StampedOptions {
    std::vector<std::pair<std::string, std::string>> list;
    bool operator==(const StampedOptions&) const = default;

    bool contains(std::string_view key) const;
    std::string text(std::string_view key) const; // empty where there is no such option
    void set(std::string_view key, std::string text);
};

// Of options as JSON, which is how stamps, experiments and checkpoints keep them; none where `json` is no
// object.
StampedOptions stamped_options(std::string_view json);

// Facts by name, each as text: verb, data, data_hash, split_hash, protocol, checkpoint, checkpoint_hash,
// encoder, objective, stream, preprocess, features, features_hash, seed, code_version, and "options", the
// verb's own. A fact may be missing, and files of other programs tell few.
class Stamp {
public:
    using Facts = std::map<std::string, std::string>;

    Stamp() = default;
    Stamp(std::initializer_list<Facts::value_type> facts)
        : facts_(facts) {}
    Stamp(Facts facts)
        : facts_(std::move(facts)) {}
    bool operator==(const Stamp&) const = default;

    bool empty() const { return facts_.empty(); }
    bool contains(const std::string& name) const { return facts_.contains(name); }
    std::string text(const std::string& name) const; // empty where it is not told
    std::string& operator[](const std::string& name) { return facts_[name]; }
    void erase(const std::string& name) { facts_.erase(name); }

    StampedOptions options() const { return stamped_options(text("options")); }
    std::uint64_t seed() const; // 0 where it is not told

    // Ascending by name.
    const Facts& facts() const { return facts_; }
    Facts::const_iterator begin() const { return facts_.begin(); }
    Facts::const_iterator end() const { return facts_.end(); }

private:
    Facts facts_;
};

// In what two results differ though they should not when they are compared: facts of the stamp (data, split,
// protocol, seed, code, normalisation, verb) and options that change numbers, by their own keys. Not what one
// compares, which compared_in() tells.
std::vector<std::string> differing_stamps(const Stamp& left, const Stamp& right);

// Which of encoder, objective, stream, checkpoint and features differ.
std::vector<std::string> compared_in(const Stamp& left, const Stamp& right);

} // namespace kinelens
