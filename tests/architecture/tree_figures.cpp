// tree_figures: how long the tree's files, functions and classes are, and how much of it is tests
// (packaging/tree_figures.sh).
#include "tests/architecture/rules.h"

#include <cstdio>

using namespace kinelens::architecture;

namespace {

void tell(const char* what, std::vector<std::size_t> lines) {
    if (lines.empty()) return;
    std::sort(lines.begin(), lines.end());
    std::printf("%-10s %6zu   median %zu, 90 %% up to %zu, longest %zu lines\n", what, lines.size(),
                lines[lines.size() / 2], lines[lines.size() * 9 / 10], lines.back());
}

void tell_largest(const std::map<std::string, std::size_t>& classes) {
    std::vector<std::pair<std::size_t, std::string>> largest;
    for (const auto& [name, lines] : classes)
        if (!is_below(name, "tests")) largest.emplace_back(lines, name);
    std::sort(largest.rbegin(), largest.rend());
    largest.resize(std::min<std::size_t>(largest.size(), 12));
    std::printf("largest classes, in all their files:\n");
    for (const auto& [lines, name] : largest) std::printf("  %5zu  %s\n", lines, name.c_str());
}

} // namespace

int main() {
    const SourceTree tree = read_tree(KINELENS_SOURCE_FOLDER);
    std::vector<std::size_t> files, functions;
    std::size_t code = 0, tests = 0;
    for (const auto& [path, source] : tree) {
        if (is_below(path, "tests/benchmarks")) continue; // neither
        (is_below(path, "tests") ? tests : code) += source.lines;
        if (is_below(path, "tests")) continue;
        files.push_back(source.lines);
        for (const FunctionSpan& function : source.functions) functions.push_back(function.lines);
    }
    tell("files", files);
    tell("functions", functions);
    std::printf("code %zu lines, tests %zu: %.2f lines of tests a line of code\n", code, tests,
                static_cast<double>(tests) / static_cast<double>(code));
    tell_largest(class_lines(tree));
}
