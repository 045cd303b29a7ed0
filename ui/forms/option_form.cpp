#include "ui/forms/option_form.h"

#include "ui/forms/labelled_rows.h"
#include "ui/forms/option_row.h"
#include "ui/messages/option_words.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>
#include <set>

namespace kinelens::ui {

OptionForm::OptionForm(const OptionTable& table, QWidget* parent)
    : QWidget(parent)
    , table_(table)
    , search_(new QLineEdit(this))
    , all_options_(new QCheckBox(this)) {
    auto* content = new QWidget(this);
    auto* rows = new LabelledRows(content);
    rows->setContentsMargins(8, 0, 8, 8);
    buildRows(*rows);
    search_->setPlaceholderText(tr("Find an option, symbol or word"));
    search_->setClearButtonEnabled(true);
    search_->setAccessibleName(tr("Find an option"));
    all_options_->setText(tr("All options"));
    all_options_->setToolTip(tr("Show the options that are rarely changed, too"));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(8, 0, 8, 0);
    head->addWidget(search_, 1);
    head->addWidget(all_options_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(content);
    connect(search_, &QLineEdit::textChanged, this, &OptionForm::filter);
    connect(all_options_, &QCheckBox::toggled, this, &OptionForm::filter);
    filter();
}

namespace {

// Options of one group stand together, groups in the order in which they first come; places in the table.
std::vector<std::size_t> byGroup(const OptionTable& table) {
    std::vector<std::string> groups;
    std::vector<std::size_t> places, group_of;
    for (const OptionInfo& info : table) {
        const auto found = std::find(groups.begin(), groups.end(), info.group);
        group_of.push_back(static_cast<std::size_t>(found - groups.begin()));
        if (found == groups.end()) groups.emplace_back(info.group);
        places.push_back(places.size());
    }
    std::stable_sort(places.begin(), places.end(),
                     [&](std::size_t a, std::size_t b) { return group_of[a] < group_of[b]; });
    return places;
}

QLabel* headingOf(const std::string& group, bool first, QWidget* parent) {
    auto* heading = new QLabel(optionWords(group.c_str()), parent);
    QFont font = heading->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.1);
    heading->setFont(font);
    heading->setContentsMargins(0, first ? 0 : 12, 0, 0);
    return heading;
}

} // namespace

void OptionForm::buildRows(LabelledRows& layout) {
    rows_.resize(table_.size());
    std::string group;
    for (const std::size_t place : byGroup(table_)) {
        const OptionInfo& info = table_[place];
        if (info.group != group) {
            group = info.group;
            headings_.emplace_back(headingOf(group, headings_.empty(), this), group);
            layout.addRow(headings_.back().first);
        }
        auto* row = new OptionRow(info, layout.parentWidget());
        layout.addRow(row->label(), row->field());
        connect(row, &OptionRow::edited, this, &OptionForm::edited);
        rows_[place] = row;
    }
}

void OptionForm::filter() {
    std::set<std::string> shown;
    for (OptionRow* row : rows_) {
        const bool searched = !search_->text().isEmpty();
        const bool visible = searched ? row->matches(search_->text())
                                      : all_options_->isChecked() || !row->info().expert || row->differs();
        row->setVisible(visible);
        if (visible) shown.insert(row->info().group);
    }
    for (const auto& [heading, group] : headings_) heading->setVisible(shown.contains(group));
}

void OptionForm::setBaseline(const OptionValues& values) {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        rows_[i]->setBaseline(values[i]);
        rows_[i]->setValue(values[i]);
    }
    filter();
}

void OptionForm::setValues(const OptionValues& values) {
    for (std::size_t i = 0; i < rows_.size(); ++i) rows_[i]->setValue(values[i]);
    filter();
}

Result<OptionValues> OptionForm::values() const {
    OptionValues values;
    for (const OptionRow* row : rows_) {
        KINELENS_TRY(value, row->value());
        values.push_back(value);
    }
    return values;
}

std::vector<std::string> OptionForm::changedKeys() const {
    std::vector<std::string> keys;
    for (const OptionRow* row : rows_)
        if (row->differs()) keys.push_back(row->info().key);
    return keys;
}

QJsonObject OptionForm::state() const {
    QJsonObject state;
    for (const OptionRow* row : rows_)
        if (const auto value = row->value(); value && row->differs())
            state[QString::fromStdString(row->info().key)] = QString::fromStdString(option_text(*value));
    return state;
}

void OptionForm::restore(const QJsonObject& state) {
    for (auto one = state.begin(); one != state.end(); ++one) {
        OptionRow* row = this->row(one.key().toStdString());
        if (!row) continue;
        const auto value = parse_option(row->info(), one.value().toString().toStdString());
        if (value) row->setValue(*value);
    }
    filter();
}

OptionRow* OptionForm::row(std::string_view key) const {
    for (OptionRow* row : rows_)
        if (row->info().key == key) return row;
    return nullptr;
}

} // namespace kinelens::ui
