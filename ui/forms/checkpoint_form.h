// CheckpointForm: jobs that begin with a checkpoint, one form a kind: which checkpoint, and what is done with
// it.
#pragma once

#include "ui/forms/job_form.h"

class QComboBox;
class QStackedWidget;

namespace kinelens::ui {

class CheckpointBox;

class CheckpointForm : public QWidget {
    Q_OBJECT
public:
    // `title`: what the kinds are kinds of.
    CheckpointForm(const std::vector<JobKind>& kinds, const QString& title, const FormParts& parts,
                   QWidget* parent = nullptr);

    void setCheckpoint(const QString& file);
    QString checkpoint() const;
    void setKind(int kind);
    int kind() const;

    QJsonObject state() const;
    void restore(const QJsonObject& state);
    JobForm& form(int kind) { return *forms_[static_cast<std::size_t>(kind)]; }

signals:
    void started(const QString& folder);
    void changed(); // what state() says

private:
    void build(const QString& title);
    void chooseKind();
    void refresh();

    std::vector<JobKind> kinds_;
    QWidget* head_; // stands above the form of the kind that is shown
    CheckpointBox* checkpoint_;
    QComboBox* kind_;
    QStackedWidget* stack_;
    std::vector<JobForm*> forms_;
};

} // namespace kinelens::ui
