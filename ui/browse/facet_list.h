// FacetList: the values of every field with their counts; ticking some filters the table.
#pragma once

#include "ui/state/sequence_filter.h"

#include <QTreeWidget>

namespace kinelens::ui {

class SequenceTableModel;

class FacetList : public QTreeWidget {
    Q_OBJECT
public:
    explicit FacetList(SequenceTableModel& model, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void update();
    void updateGroup(Facet facet);
    void updateItem(QTreeWidgetItem& item, Facet facet, const FacetValue& value, bool chosen);
    void applyChecks(QTreeWidgetItem* item);
    QTreeWidgetItem* group(Facet facet);

    SequenceTableModel& model_;
    bool updating_ = false;
};

} // namespace kinelens::ui
