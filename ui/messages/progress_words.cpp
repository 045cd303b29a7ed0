#include "ui/messages/progress_words.h"

#include <QCoreApplication>
#include <array>

namespace kinelens::ui {
namespace {

struct ProgressWords {
    Q_DECLARE_TR_FUNCTIONS(ProgressWords)
};

constexpr std::array units{QT_TRANSLATE_NOOP("ProgressWords", "cells"),
                           QT_TRANSLATE_NOOP("ProgressWords", "epochs"),
                           QT_TRANSLATE_NOOP("ProgressWords", "epochs of pretraining"),
                           QT_TRANSLATE_NOOP("ProgressWords", "files"),
                           QT_TRANSLATE_NOOP("ProgressWords", "frames"),
                           QT_TRANSLATE_NOOP("ProgressWords", "iterations"),
                           QT_TRANSLATE_NOOP("ProgressWords", "sequences"),
                           QT_TRANSLATE_NOOP("ProgressWords", "splits")};

} // namespace

QString progressUnitText(const std::string& unit) {
    for (const char* known : units)
        if (unit == known) return ProgressWords::tr(known);
    return QString::fromStdString(unit);
}

} // namespace kinelens::ui
