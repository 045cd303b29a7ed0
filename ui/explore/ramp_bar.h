// RampBar: the colours of a measure from its lowest to its highest value.
#pragma once

#include <QWidget>

namespace kinelens::ui {

class RampBar : public QWidget {
    Q_OBJECT
public:
    explicit RampBar(QWidget* parent = nullptr);
    void setRange(const QString& low, const QString& high);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString low_, high_;
};

} // namespace kinelens::ui
