// The one owner of what options and facts of a stamp are called: files and programs say `learning_rate`,
// people read the label that forms show.
#pragma once

#include <QString>

namespace kinelens::ui {

// The label, help, group or unit of an option table, in the window's language.
QString optionWords(const char* text);

// A title or another text of a verb's description (core/options/verb_descriptions.h).
QString verbWords(const char* text);

// "learning_rate" -> "Learning rate": by the verb's own table, else by the first that has such an option;
// what is no option has its underscores taken out.
QString optionLabel(const QString& key, const QString& verb = {});

// The same for what a stamp or an experiment holds besides options: "data_hash" -> "Dataset".
QString factLabel(const QString& key, const QString& verb = {});

// "must divide hidden_size 60" -> "must divide “Hidden size” 60".
QString withOptionLabels(const QString& text);

bool isOption(const QString& key);

} // namespace kinelens::ui
