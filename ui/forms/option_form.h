// OptionForm: a form made from an option table. Groups, search, expert options folded away, what differs from
// the preset marked, what is wrong said beside the field. Whoever shows it scrolls it.
#pragma once

#include "core/options/option_info.h"

#include <QJsonObject>
#include <QWidget>
#include <vector>

class QCheckBox;
class QLineEdit;

namespace kinelens::ui {

class LabelledRows;
class OptionRow;

class OptionForm : public QWidget {
    Q_OBJECT
public:
    explicit OptionForm(const OptionTable& table, QWidget* parent = nullptr);

    // Shows these values and marks later differences from them.
    void setBaseline(const OptionValues& values);
    void setValues(const OptionValues& values);

    // invalid_argument for the first field that is wrong.
    Result<OptionValues> values() const;
    std::vector<std::string> changedKeys() const;
    OptionRow* row(std::string_view key) const;

    // What differs from the baseline, as text by key. What is restored and no longer known or allowed is left
    // out.
    QJsonObject state() const;
    void restore(const QJsonObject& state);

signals:
    void edited();

private:
    void buildRows(LabelledRows& layout);
    void filter();

    const OptionTable& table_;
    std::vector<OptionRow*> rows_;
    std::vector<std::pair<QWidget*, std::string>> headings_; // heading and its group
    QLineEdit* search_;
    QCheckBox* all_options_;
};

} // namespace kinelens::ui
