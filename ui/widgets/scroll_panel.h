// ScrollPanel: a panel of many rows that may get less height than they need: the rest is scrolled to. Its
// width is never cut.
#pragma once

#include <QScrollArea>

namespace kinelens::ui {

class ScrollPanel : public QScrollArea {
    Q_OBJECT
public:
    explicit ScrollPanel(QWidget* panel, QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    bool eventFilter(QObject* target, QEvent* event) override;
};

} // namespace kinelens::ui
