#include "app/command_line/learning/processor_kernels.h"

#include <cstdlib>
#include <dlfcn.h>

namespace kinelens {
namespace {

bool has_avx2() {
#ifdef __x86_64__
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#else
    return false;
#endif
}

} // namespace

std::string better_kernels() {
    using CoreName = char* (*)();
    const auto core_name = reinterpret_cast<CoreName>(dlsym(RTLD_DEFAULT, "openblas_get_corename"));
    if (!core_name || std::getenv("OPENBLAS_CORETYPE")) return {};
    return std::string(core_name()) == "Prescott" && has_avx2() ? "Haswell" : "";
}

} // namespace kinelens
