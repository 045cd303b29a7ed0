#include "ui/detect/label_words.h"

#include "ui/messages/figures.h"

#include <QCoreApplication>

namespace kinelens::ui {
namespace {

struct LabelWords {
    Q_DECLARE_TR_FUNCTIONS(LabelWords)
};

} // namespace

QString leftOutText(const LabelsLeft& left) {
    QStringList sentences;
    if (left.beyond > 0)
        sentences
            << LabelWords::tr(
                   "%1 holds intervals that end behind their recordings (%2, the first in %3): they were "
                   "left out, and saving keeps the old file beside it (.bak).")
                   .arg(left.file, countText(left.beyond), left.firstBeyond);
    if (left.unknown > 0)
        sentences << LabelWords::tr(
                         "%1 also labels recordings that this dataset does not hold (%2): they stay in it as "
                         "they are.")
                         .arg(left.file, countText(left.unknown));
    if (left.otherData)
        sentences
            << LabelWords::tr(
                   "%1 was made for another content of this dataset: look whether its labels still fit.")
                   .arg(left.file);
    return sentences.join(QLatin1Char(' '));
}

} // namespace kinelens::ui
