// Which of its kernels OpenBLAS runs on this processor.
#pragma once

#include <string>

namespace kinelens {

// OpenBLAS chooses by the processor's model when it is loaded, and for a model newer than itself takes
// "Prescott", the kernels of 2004: Debian 12's does on Intel's of 2023, where training is a third slower for
// it. Returns what OPENBLAS_CORETYPE should say instead; empty where the choice is good, there is no
// OpenBLAS, or the environment names one.
std::string better_kernels();

} // namespace kinelens
