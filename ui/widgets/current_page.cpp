#include "ui/widgets/current_page.h"

#include <QStackedWidget>

namespace kinelens::ui {
namespace {

void showSize(QStackedWidget& stack) {
    for (int page = 0; page < stack.count(); ++page) {
        const auto policy = page == stack.currentIndex() ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        stack.widget(page)->setSizePolicy(policy, policy);
    }
}

} // namespace

void followCurrentPage(QStackedWidget& stack) {
    QObject::connect(&stack, &QStackedWidget::currentChanged, &stack, [&stack] { showSize(stack); });
    showSize(stack);
}

} // namespace kinelens::ui
