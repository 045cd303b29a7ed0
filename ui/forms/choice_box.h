// ChoiceBox: a list to choose one of that may be filled anew at any time. What was chosen stays, also where
// it can no longer be used or is no longer there: it is grey then and says why, and nothing takes its place.
// Long names are cut in the middle, where they differ least.
#pragma once

#include <QComboBox>
#include <vector>

namespace kinelens::ui {

struct Choice {
    QString text;
    QVariant value;
    QString tip{};
    QString reason{}; // why it cannot be used; empty: it can
};

class ChoiceBox : public QComboBox {
    Q_OBJECT
public:
    explicit ChoiceBox(QWidget* parent = nullptr);

    // Quiet. As long as nobody has chosen, the first that can be used is chosen, and stays while it can.
    void setChoices(const std::vector<Choice>& choices);
    // As a person's choice; false: it is none of them, and nothing has changed.
    bool choose(const QVariant& value);
    bool chosenByHand() const { return byHand_; }
    // Forgets who chose, as for a list of other things.
    void forget();

    QString reason() const; // why what is chosen cannot be used; empty: it can, or nothing is chosen
    QString reasonOf(int index) const;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void add(const Choice& choice);
    int firstUsable() const;

    bool byHand_ = false;
};

} // namespace kinelens::ui
