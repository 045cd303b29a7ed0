// ChosenRuns: the runs that a person looks at, whatever mode shows them: those chosen in the list of runs,
// and the one that is to be chosen there as soon as it is listed, such as one that was just started.
#pragma once

#include <QHash>
#include <QObject>
#include <QStringList>

namespace kinelens::ui {

class ChosenRuns : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    const QStringList& folders() const { return folders_; }
    void choose(const QStringList& folders);
    void want(const QString& folder) { emit wanted(folder); }

    // Of the runs whose curves are compared: indices of viz::line_style().
    const QHash<QString, int>& colours() const { return colours_; }
    void setColours(const QHash<QString, int>& colours);

signals:
    void chosen(const QStringList& folders);
    void wanted(const QString& folder);
    void coloursChanged(const QHash<QString, int>& colours);

private:
    QStringList folders_;
    QHash<QString, int> colours_;
};

} // namespace kinelens::ui
