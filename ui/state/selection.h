// The one selection of the program: sequences by name, never by row.
#pragma once

#include <QObject>
#include <QStringList>

namespace kinelens::ui {

class Selection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    QString current() const { return current_; }       // the sequence that is shown; empty: none
    QStringList selected() const { return selected_; } // those chosen, in the table's order

    void setCurrent(const QString& sequence);
    void setSelected(const QStringList& sequences);
    void clear();

signals:
    void currentChanged(const QString& sequence);
    void selectedChanged(const QStringList& sequences);

private:
    QString current_;
    QStringList selected_;
};

} // namespace kinelens::ui
