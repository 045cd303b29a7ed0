// What a dataset holds and a format does not.
#pragma once

namespace kinelens {

class ExportWork;

// One warning for each kind of thing, once all is written.
void tell_losses(ExportWork& work);

} // namespace kinelens
