#include "core/import/tables/column_names.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <regex>
#include <set>

namespace kinelens {
namespace {

using Words = std::vector<std::string>;

bool is_one_of(const std::string& word, std::initializer_list<const char*> words) {
    return std::ranges::any_of(words, [&](const char* one) { return word == one; });
}

// Ways to write one word.
std::string plain_word(const std::string& word) {
    static const std::map<std::string, std::string> same{
        {"l", "left"},         {"lt", "left"},      {"lft", "left"},
        {"r", "right"},        {"rt", "right"},     {"rgt", "right"},
        {"center", "centre"},  {"mid", "middle"},   {"shoulders", "shoulder"},
        {"shldr", "shoulder"}, {"sho", "shoulder"}, {"elb", "elbow"},
        {"wri", "wrist"},      {"ank", "ankle"},    {"kne", "knee"},
        {"navel", "naval"},    {"hips", "hip"},     {"toe", "toes"},
        {"fingers", "finger"}, {"links", "left"},   {"rechts", "right"}};
    const auto found = same.find(word);
    return found == same.end() ? word : found->second;
}

// "lknee", "kneeleft", "spinebase", "handtip" without any sign where a word ends.
Words words_in(const std::string& word) {
    static const std::set<std::string> parts{
        "knee", "hip",    "ankle",  "shoulder", "elbow", "wrist",  "hand",     "foot",  "eye",   "ear",
        "toe",  "heel",   "thumb",  "index",    "pinky", "collar", "clavicle", "spine", "base",  "mid",
        "tip",  "center", "centre", "chest",    "naval", "left",   "right",    "big",   "small", "mouth"};
    const std::size_t digit = word.find_first_of("0123456789");
    if (digit != std::string::npos && digit > 0) {
        Words words = words_in(word.substr(0, digit));
        words.push_back(word.substr(digit));
        return words;
    }
    if (parts.contains(word)) return {word};
    for (std::size_t cut = 1; cut < word.size(); ++cut) {
        const std::string first = word.substr(0, cut);
        if (first != "l" && first != "r" && !parts.contains(first)) continue;
        Words words = words_in(word.substr(cut));
        if (!std::ranges::all_of(words, [&](const std::string& one) { return parts.contains(one); }))
            continue;
        words.insert(words.begin(), first);
        return words;
    }
    return {word};
}

bool ends_word(const std::string& name, std::size_t at) {
    const auto is = [&](std::size_t i, int (*kind)(int)) {
        return i < name.size() && kind(static_cast<unsigned char>(name[i])) != 0;
    };
    if (!is(at, std::isupper)) return false;
    return is(at - 1, std::islower) || (is(at - 1, std::isdigit)) ||
           (is(at - 1, std::isupper) && is(at + 1, std::islower));
}

// What says nothing of which joint it is.
bool is_filler(const std::string& word) {
    return is_one_of(word, {"pos",    "position", "positions", "coord", "coords",      "coordinate",
                            "of",     "at",       "the",       "3d",    "mm",          "cm",
                            "m",      "metres",   "meters",    "px",    "value",       "joint",
                            "marker", "landmark", "keypoint",  "point", "translation", "global"});
}

bool is_turn(const std::string& word) {
    return is_one_of(word,
                     {"rot",    "rotation", "quat",     "quaternion", "orientation", "orient",       "angle",
                      "angles", "vel",      "velocity", "speed",      "acc",         "acceleration", "euler",
                      "qw",     "qx",       "qy",       "qz",         "std",         "error"});
}

struct Part {
    ColumnRole role = ColumnRole::other;
    std::string number; // "x12": "12"
};

Part part_of(const std::string& word) {
    static const std::regex axis("(?:pos|position|coord|loc|p|t)?([xyz])(?:pos|position|coord)?([0-9]*)");
    static const std::regex numbered("([0-9]+)([xyz])");
    static const std::regex score(
        "(confidence|conf|score|visibility|vis|likelihood|prob|probability|c|v|s)([0-9]*)");
    std::smatch match;
    const auto role = [](const std::string& letter) {
        return letter == "x" ? ColumnRole::x : letter == "y" ? ColumnRole::y : ColumnRole::z;
    };
    if (std::regex_match(word, match, axis)) return {role(match[1].str()), match[2].str()};
    if (std::regex_match(word, match, numbered)) return {role(match[2].str()), match[1].str()};
    if (std::regex_match(word, match, score)) return {ColumnRole::confidence, match[2].str()};
    return {};
}

double unit_of(const Words& words) {
    for (const std::string& word : words) {
        if (word == "mm") return 0.001;
        if (word == "cm") return 0.01;
        if (is_one_of(word, {"m", "metres", "meters"})) return 1;
    }
    return 0;
}

double seconds_of(const Words& words) {
    for (const std::string& word : words) {
        if (is_one_of(word, {"ms", "millis", "msec", "milliseconds"})) return 1e-3;
        if (is_one_of(word, {"us", "usec", "micros", "microseconds"})) return 1e-6;
        if (is_one_of(word, {"ns", "nanos", "nsec", "nanoseconds"})) return 1e-9;
        if (is_one_of(word, {"s", "sec", "secs", "seconds"})) return 1;
    }
    return 0;
}

std::string joined(const Words& words, const char* between) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
    return text;
}

std::string key_of(const Words& words) {
    Words plain;
    for (const std::string& word : words)
        for (const std::string& part : words_in(word)) plain.push_back(plain_word(part));
    std::erase_if(plain, [](const std::string& word) { return is_one_of(word, {"of", "at", "the"}); });
    std::ranges::sort(plain);
    return joined(plain, " ");
}

ColumnRole role_of_column(const Words& words) {
    const std::string all = joined(words, "");
    if (all.starts_with("time") || is_one_of(all, {"t", "seconds", "sec", "elapsed", "ms", "tms", "ts"}))
        return ColumnRole::time;
    if (is_one_of(all, {"frame", "frames", "framenumber", "frameno", "frameid", "frameindex", "framenum",
                        "index", "idx", "unnamed0", "nr"}))
        return ColumnRole::frame;
    if (is_one_of(all, {"label", "labels", "class", "action", "activity", "target", "gesture", "annotation",
                        "actionlabel", "classid", "actionid", "behavior", "behaviour", "phase", "klasse"}))
        return ColumnRole::label;
    if (is_one_of(all, {"sequence", "sequencename", "sequenceid", "seq", "file", "filename", "video",
                        "videoname", "recording", "trial", "clip", "sample", "take"}))
        return ColumnRole::sequence;
    if (is_one_of(all, {"body", "person", "personid", "bodyid", "trackid", "bodyindex", "playerid", "player",
                        "skeleton", "skeletonid", "trackingid", "id"}))
        return ColumnRole::body;
    if (is_one_of(all, {"joint", "jointname", "landmark", "keypoint", "marker", "jointid", "bodypart"}))
        return ColumnRole::joint_name;
    return ColumnRole::other;
}

ColumnMeaning meaning_of(const std::string& name) {
    Words words = words_of_name(name);
    ColumnMeaning meaning;
    meaning.role = role_of_column(words);
    if (meaning.role == ColumnRole::time) meaning.unit = seconds_of(words);
    if (meaning.role != ColumnRole::other || std::ranges::any_of(words, is_turn)) return meaning;
    for (std::size_t i = words.size(); i-- > 0;) {
        const Part part = part_of(words[i]);
        if (part.role == ColumnRole::other) continue;
        meaning.role = part.role;
        meaning.unit = unit_of(words);
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
        if (!part.number.empty()) words.insert(words.begin() + static_cast<std::ptrdiff_t>(i), part.number);
        break;
    }
    std::erase_if(words, is_filler);
    meaning.joint = key_of(words);
    meaning.joint_name = joined(words, " ");
    return meaning;
}

// "kneex", "kneey", "kneez": the last letter is an axis where all three are there.
void read_last_letters(const std::vector<std::string>& names, std::vector<ColumnMeaning>& meanings) {
    std::map<std::string, std::map<char, std::size_t>> stems;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string word = joined(words_of_name(names[i]), "");
        if (meanings[i].role != ColumnRole::other || word.size() < 2) continue;
        if (std::string_view("xyz").find(word.back()) != std::string_view::npos)
            stems[word.substr(0, word.size() - 1)].emplace(word.back(), i);
    }
    for (const auto& [stem, axes] : stems) {
        if (axes.size() != 3) continue;
        for (const auto& [axis, i] : axes) {
            meanings[i].role = axis == 'x' ? ColumnRole::x : axis == 'y' ? ColumnRole::y : ColumnRole::z;
            meanings[i].joint = key_of({stem});
            meanings[i].joint_name = stem;
        }
    }
}

// Joints lack no axis, and each part of them stands there once.
void drop_incomplete(std::vector<ColumnMeaning>& meanings) {
    const auto is_part = [](ColumnRole role) { return role <= ColumnRole::confidence; };
    std::map<std::string, std::set<ColumnRole>> found;
    for (ColumnMeaning& meaning : meanings)
        if (is_part(meaning.role) && !found[meaning.joint].insert(meaning.role).second)
            meaning.role = ColumnRole::other;
    for (ColumnMeaning& meaning : meanings) {
        if (!is_part(meaning.role)) continue;
        const std::set<ColumnRole>& parts = found[meaning.joint];
        if (!parts.contains(ColumnRole::x) || !parts.contains(ColumnRole::y) ||
            !parts.contains(ColumnRole::z))
            meaning.role = ColumnRole::other;
    }
}

} // namespace

std::vector<std::string> words_of_name(const std::string& name) {
    Words words;
    std::string word;
    const auto take = [&] {
        if (!word.empty()) words.push_back(word);
        word.clear();
    };
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto letter = static_cast<unsigned char>(name[i]);
        if (letter < 128 && std::isalnum(letter) == 0) {
            take();
            continue;
        }
        if (i > 0 && ends_word(name, i)) take();
        word += static_cast<char>(std::tolower(letter));
    }
    take();
    return words;
}

std::string joint_key(const std::string& name) {
    return key_of(words_of_name(name));
}

std::vector<ColumnMeaning> column_meanings(const std::vector<std::string>& names) {
    std::vector<ColumnMeaning> meanings;
    for (const std::string& name : names) meanings.push_back(meaning_of(name));
    read_last_letters(names, meanings);
    drop_incomplete(meanings);
    return meanings;
}

} // namespace kinelens
