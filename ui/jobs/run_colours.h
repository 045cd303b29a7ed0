// One colour a run, wherever several are compared: in every chart, in the list and in the table of options.
#pragma once

#include <QHash>
#include <QStringList>

namespace kinelens::ui {

class RunColours {
public:
    // The runs that are shown now. A run's colour follows from its folder's name, so that it is the same
    // tomorrow; where another shown run has it already, the next free one. What is shown keeps its colour
    // however others come and go.
    void show(const QStringList& folders);

    const QHash<QString, int>& shown() const { return shown_; } // indices of viz::line_style()

private:
    QHash<QString, int> shown_;
};

} // namespace kinelens::ui
