// The three streams a program is given, whatever state they are in.
#pragma once

#include "core/foundation/result.h"

#include <string>

namespace kinelens {

// Call first. A stream that is closed is opened on nothing, or the next file opened (a dataset) would take
// its number and everything printed would land in it. A reader that went away is an error of writing, no
// signal.
void prepare_standard_streams();

// A line on stdout, written through. A reader that has seen enough (`| head -1`) is no error; a full disk is.
Result<void> print_line(const std::string& text);

} // namespace kinelens
