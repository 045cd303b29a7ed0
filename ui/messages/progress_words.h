// What a job's progress is counted in, in the window's language.
#pragma once

#include <QString>
#include <string>

namespace kinelens::ui {

// "sequences", as it stands after "12 of 40"; what is not known stays as the job says it.
QString progressUnitText(const std::string& unit);

} // namespace kinelens::ui
