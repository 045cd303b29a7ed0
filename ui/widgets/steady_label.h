// SteadyLabel: facts that come and go without moving what stands around them: room for so many lines, always;
// what does not fit is cut in the middle of the last line and stands whole in the tool tip.
#pragma once

#include <QLabel>

namespace kinelens::ui {

class SteadyLabel : public QLabel {
    Q_OBJECT
public:
    explicit SteadyLabel(int lines, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QStringList shownLines() const; // as they are painted

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    int lines_;
};

} // namespace kinelens::ui
