#include "viz/view/versions.h"

#include <vtkVersion.h>

namespace kinelens::viz {

std::vector<std::string> drawing_libraries() {
    return {std::string("VTK ") + vtkVersion::GetVTKVersion()};
}

} // namespace kinelens::viz
