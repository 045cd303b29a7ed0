// ClassBars: one bar a class, its accuracy, the worst first. Clicking chooses a class; the list scrolls.
#pragma once

#include <QAbstractScrollArea>
#include <cstdint>
#include <string>
#include <vector>

namespace kinelens::viz {

struct ClassBar {
    int label = 0;
    std::string name;
    std::int64_t right = 0;
    std::int64_t count = 0;
    int colour = -1; // of class_colour(): told by the name

    double share() const { return count > 0 ? static_cast<double>(right) / static_cast<double>(count) : 0; }
};

class ClassBars : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit ClassBars(QWidget* parent = nullptr);

    // Shown by rising accuracy; classes without sequences are left out.
    void setBars(std::vector<ClassBar> bars);
    const std::vector<ClassBar>& bars() const { return bars_; }

signals:
    void classChosen(int label);

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int lineHeight() const;
    int lineAt(double y) const; // -1: none
    void choose(int index);
    void updateScrolling();

    std::vector<ClassBar> bars_;
    int chosen_ = -1; // place in bars_
};

} // namespace kinelens::viz
