// ImportForm: what to import, how and whereto, inside the panel; no dialog stands in the way.
#pragma once

#include "core/foundation/error.h"

#include <QFrame>
#include <QStringList>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace kinelens::ui {

class ImportForm : public QFrame {
    Q_OBJECT
public:
    explicit ImportForm(QWidget* parent = nullptr);

    // Shows the form for these files and folders; the result goes into `folder` unless changed.
    void offer(const QStringList& sources, const QString& folder);
    void offerAgain(); // as it was left
    void useRecipe(const QString& file);

    QStringList arguments() const; // of kinelens-cli
    QString output() const;

signals:
    void accepted(); // who imports hides the form
    void failed(const kinelens::Error& error);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fillChoices();
    void layOut();
    void chooseRecipe(int index);
    void chooseOutput();
    void proposeOutput();
    void update();

    QStringList sources_;
    QString folder_;   // where the output goes unless changed
    QString proposed_; // the output as it was proposed
    QLabel* what_;
    QComboBox* format_;
    QComboBox* recipe_;
    int chosenRecipe_ = 0; // to go back to, where another cannot be read
    QCheckBox* trim_;
    QLineEdit* output_;
    QLineEdit* command_;
    QPushButton* start_;
};

} // namespace kinelens::ui
