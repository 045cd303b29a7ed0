// The one owner of what values are called: files, programs and the command line say `dste`, `folds:subject/4`
// or 0, people read what is meant by it.
#pragma once

#include "core/options/option_table.h"

#include <QString>

namespace kinelens::ui {

// One choice of an option: "tsne" -> "t-SNE"; what is a plain word already stays.
QString choiceWords(const QString& choice);

// What 0 stands for where it is no number: "all cores"; empty: it is one.
QString zeroWords(const OptionInfo& info);

// A value of an option, or of another fact of a stamp, as the command line has it.
QString valueWords(const QString& key, const QString& value, const QString& verb = {});

QString deviceWords(const QString& device);     // "cuda:1" -> "CUDA 1"
QString presetWords(const QString& preset);     // "ntu60-xsub" -> "NTU RGB+D 60, cross-subject"
QString protocolTitle(const QString& protocol); // "folds:subject/4" -> "4 folds by subject"
QString verbTitle(const QString& verb);         // "detect-train" -> "training of a detector"

} // namespace kinelens::ui
