# kinelens_torch: the LibTorch that CMake finds (Debian's, or one named in CMAKE_PREFIX_PATH), or, with
# KINELENS_TORCH_SITE, the one of PyPI's `torch` wheel unpacked there. That wheel's own CMake files ask for the whole
# CUDA toolkit, while compiling and linking need only the headers and libraries that lie beside it.
set(KINELENS_TORCH_SITE "" CACHE PATH "Folder with PyPI's torch and nvidia packages (packaging/torch-cuda.txt)")

# at::parallel_for lives in LibTorch's headers and runs on one thread in files that are compiled without OpenMP, which
# Debian's targets do not say.
find_package(OpenMP REQUIRED COMPONENTS CXX)
add_library(kinelens_torch INTERFACE)
target_link_libraries(kinelens_torch INTERFACE OpenMP::OpenMP_CXX)
if(NOT KINELENS_TORCH_SITE)
  set(CMAKE_FIND_PACKAGE_TARGETS_GLOBAL ON) # the tests link it too
  find_package(Torch REQUIRED)
  target_link_libraries(kinelens_torch INTERFACE ${TORCH_LIBRARIES})
  return()
endif()

set(torch "${KINELENS_TORCH_SITE}/torch")
if(NOT EXISTS "${torch}/lib/libtorch_cuda.so")
  message(FATAL_ERROR "${KINELENS_TORCH_SITE} holds no torch with CUDA; packaging/run.sh --cuda fetches it.")
endif()
file(GLOB nvidia_headers "${KINELENS_TORCH_SITE}/nvidia/*/include")
file(GLOB nvidia_libraries "${KINELENS_TORCH_SITE}/nvidia/*/lib")
target_include_directories(kinelens_torch SYSTEM INTERFACE
  "${torch}/include" "${torch}/include/torch/csrc/api/include" ${nvidia_headers})
list(TRANSFORM nvidia_libraries PREPEND "-Wl,-rpath-link,")
# Nobody calls libtorch_cuda by name: the linker must not leave it out. CMake tells programs of no folder inside the
# source tree, where run.sh puts this one.
get_filename_component(torch_libraries "${torch}/lib" ABSOLUTE)
target_link_options(kinelens_torch INTERFACE ${nvidia_libraries} -Wl,--no-as-needed "-Wl,-rpath,${torch_libraries}")
foreach(name torch torch_cpu torch_cuda c10 c10_cuda)
  target_link_libraries(kinelens_torch INTERFACE "${torch}/lib/lib${name}.so")
endforeach()
