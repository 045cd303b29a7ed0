#include "tests/fuzz/import_target.h"

#include "core/import/import_job.h"

#include <fstream>
#include <unistd.h>

namespace kinelens::fuzz {
namespace {

const Path& folder() {
    static const Path path = [] {
        const Path made = Path("/dev/shm") / ("kinelens-fuzz-" + std::to_string(::getpid()));
        std::filesystem::create_directories(made / "in");
        std::atexit([] { std::filesystem::remove_all(folder()); });
        return made;
    }();
    return path;
}

} // namespace

void lay_beside(const std::vector<std::string>& files) {
    for (const std::string& file : files)
        std::filesystem::copy_file(file, folder() / "in" / Path(file).filename(),
                                   std::filesystem::copy_options::overwrite_existing);
}

void read_as(const std::string& name, const std::uint8_t* data, std::size_t size) {
    const Path file = folder() / "in" / name;
    {
        std::ofstream stream(file, std::ios::binary);
        stream.write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
    }
    ImportOptions options;
    options.threads = 1;
    (void)run_import({(folder() / "in").string()}, folder() / "out.h5", options, [](const Event&) {}, {});
    std::filesystem::remove(file);
}

} // namespace kinelens::fuzz

// With clang's -fsanitize=fuzzer; the name comes from the environment.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const char* name = std::getenv("KINELENS_FUZZ_NAME");
    kinelens::fuzz::read_as(name ? name : "a.bvh", data, size);
    return 0;
}
