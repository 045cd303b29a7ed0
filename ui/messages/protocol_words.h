// What there is to say of a protocol on the open dataset: why it cannot be used, and what its figures are
// not.
#pragma once

#include "core/preparation/protocol_fit.h"

#include <QString>

namespace kinelens::ui {

// Empty: it can be used.
QString protocolReason(const OfferedProtocol& offered);

// "100 of 1 076 recordings of PKU-MMD I …"; empty: nothing.
QString protocolNote(const OfferedProtocol& offered);

} // namespace kinelens::ui
