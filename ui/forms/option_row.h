// One option in a form: label, editor by kind, revert button and, when wrong, a sentence below.
#pragma once

#include "core/options/option_info.h"

#include <QObject>
#include <QString>

class QLabel;
class QToolButton;
class QWidget;

namespace kinelens::ui {

class OptionRow : public QObject {
    Q_OBJECT
public:
    OptionRow(const OptionInfo& info, QWidget* parent);

    const OptionInfo& info() const { return info_; }
    QWidget* label() const;
    QWidget* field() const { return field_; } // editor, revert button and problem together
    QWidget* editor() const { return editor_; }

    Result<OptionValue> value() const;
    void setValue(const OptionValue& value);
    // What the value is compared with: the preset's.
    void setBaseline(const OptionValue& baseline);
    bool differs() const;
    void setVisible(bool visible);
    bool matches(const QString& search) const;

signals:
    void edited();

private:
    void buildEditor();
    void buildText();
    void buildDevice();
    QString valueText(const OptionValue& value) const;
    QString text() const;
    void refresh();
    QString tip() const;

    OptionInfo info_;
    QLabel* label_;
    QWidget* field_;
    QWidget* editor_ = nullptr;
    QToolButton* revert_;
    QLabel* problem_;
    OptionValue baseline_;
};

} // namespace kinelens::ui
