// Functions that are compiled for several kinds of processors; the loader takes the best that is there.
// Sanitizers are not ready yet when it does, so they get one kind.
#pragma once

#if defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define KINELENS_VECTOR_CODE __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define KINELENS_VECTOR_CODE
#endif
