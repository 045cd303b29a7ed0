// Mutated files for the readers, where the compiler has no fuzzer of its own (or a test wants the same ones
// again):
//   fuzz_import [--count N] [--seed S] [--beside FILE]... FILE...
// Each FILE is changed N times: bytes, runs of bytes, numbers, lengths. The last input is kept in
// /dev/shm/kinelens-fuzz-last, so that a crash can be looked at.
#include "core/foundation/files.h"
#include "core/foundation/random.h"
#include "tests/fuzz/import_target.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

using kinelens::CounterRandom;

void change_once(std::string& bytes, CounterRandom& random) {
    static const std::string words[] = {"nan", "-1", "1e999", "99999999999999999999", "", " ", "\n", "0", "{",
                                        "]",   "\"", ":"};
    const std::size_t at = random.below(bytes.size() + 1);
    switch (random.below(8)) {
    case 0:
        if (at < bytes.size()) bytes[at] = static_cast<char>(random.next());
        return;
    case 1:
        if (at < bytes.size()) bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.below(8)));
        return;
    case 2:
        bytes.erase(at, random.below(64));
        return;
    case 3:
        bytes.insert(at, bytes.substr(random.below(bytes.size() + 1), random.below(64)));
        return;
    case 4:
        bytes.insert(at, words[random.below(std::size(words))]);
        return;
    case 5:
        for (std::size_t i = at; i < std::min(bytes.size(), at + 4); ++i) bytes[i] = static_cast<char>(0xff);
        return;
    case 6:
        for (std::size_t i = at; i < std::min(bytes.size(), at + 8); ++i) bytes[i] = 0;
        return;
    default:
        if (random.below(4) == 0) bytes.resize(at);
    }
}

bool run(const std::string& file, long count, std::uint64_t seed) {
    const auto good = kinelens::read_text_file(file);
    if (!good) return false;
    const std::string name = std::filesystem::path(file).filename().string();
    CounterRandom random = CounterRandom(seed).fork(name);
    for (long round = 0; round < count; ++round) {
        std::string bad = *good;
        for (auto changes = 1 + random.below(6); changes > 0; --changes) change_once(bad, random);
        std::ofstream("/dev/shm/kinelens-fuzz-last", std::ios::binary) << bad;
        kinelens::fuzz::read_as(name, reinterpret_cast<const std::uint8_t*>(bad.data()), bad.size());
    }
    std::printf("%s: %ld mutated inputs\n", name.c_str(), count);
    return true;
}

} // namespace

int main(int argc, char** argv) {
    long count = 1000;
    std::uint64_t seed = 1;
    std::vector<std::string> files;
    std::vector<std::string> beside;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--count" && i + 1 < argc)
            count = std::atol(argv[++i]);
        else if (argument == "--seed" && i + 1 < argc)
            seed = std::strtoull(argv[++i], nullptr, 10);
        else if (argument == "--beside" && i + 1 < argc)
            beside.emplace_back(argv[++i]);
        else
            files.push_back(argument);
    }
    kinelens::fuzz::lay_beside(beside);
    for (const std::string& file : files)
        if (!run(file, count, seed)) return 2;
    return files.empty() ? 2 : 0;
}
