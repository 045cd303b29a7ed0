#include "ui/state/checkpoint_title.h"

#include <QCoreApplication>

namespace kinelens::ui {
namespace {

struct CheckpointTitleWords {
    Q_DECLARE_TR_FUNCTIONS(CheckpointTitle)
};

} // namespace

QString checkpointTitle(const QString& name) {
    bool counts = false;
    const int epoch = name.section(QLatin1Char('-'), 1).toInt(&counts);
    return name.startsWith(QLatin1String("epoch-")) && counts
               ? CheckpointTitleWords::tr("epoch %1").arg(epoch)
               : name;
}

} // namespace kinelens::ui
