#include "ui/state/undo_history.h"

#include <QScopedValueRollback>
#include <algorithm>
#include <utility>

namespace kinelens::ui {

void UndoHistory::add(QUndoStack& stack, const QString& title) {
    contexts_.push_back({&stack, title, {}, {}, {}, 0});
    connect(&stack, &QUndoStack::indexChanged, this, [this, &stack] {
        for (Context& context : contexts_)
            if (context.stack == &stack) follow(context);
    });
}

void UndoHistory::setSeen(const QUndoStack& stack, std::function<bool()> inView, std::function<bool()> may) {
    const auto context = std::find_if(contexts_.begin(), contexts_.end(),
                                      [&stack](const Context& one) { return one.stack == &stack; });
    if (context == contexts_.end()) return;
    context->inView = std::move(inView);
    context->may = std::move(may);
    look();
}

void UndoHistory::forgetPanels() {
    for (Context& context : contexts_) {
        context.inView = [] { return false; };
        context.may = {};
    }
    look();
}

qint64 UndoHistory::Context::momentAt(int place) const {
    return place >= 0 && place < std::ssize(moments) ? moments[static_cast<std::size_t>(place)] : 0;
}

const UndoHistory::Context* UndoHistory::find(const QUndoStack* stack) const {
    const auto found = std::find_if(contexts_.begin(), contexts_.end(),
                                    [stack](const Context& context) { return context.stack == stack; });
    return found == contexts_.end() ? nullptr : &*found;
}

// Every step that the index went over was done, or taken back, now. A stack that was cleared has none.
void UndoHistory::follow(Context& context) {
    const int before = std::exchange(context.index, context.stack->index());
    context.moments.resize(static_cast<std::size_t>(context.stack->count()));
    const int from = std::min(before, context.index), to = std::max(before, context.index);
    for (int i = from; i < std::min(to, context.stack->count()); ++i)
        context.moments[static_cast<std::size_t>(i)] = ++now_;
    look();
    if (stepping_ || context.index <= before || context.index == 0) return;
    const QUndoCommand& done = *context.stack->command(context.index - 1);
    const QString sentence = done.text();
    if (sentence != done.actionText()) emit told({context.stack, now_}, sentence);
}

void UndoHistory::look() {
    undo_ = redo_ = {};
    for (const Context& context : contexts_) {
        if (!seen(context)) continue;
        const auto consider = [&context](Step& best, int place) {
            const qint64 moment = context.momentAt(place);
            if (moment > best.moment) best = {context.stack, moment};
        };
        if (context.stack->canUndo()) consider(undo_, context.index - 1);
        if (context.stack->canRedo()) consider(redo_, context.index);
    }
    emit changed();
}

QString UndoHistory::undoText() const {
    return undo_ ? undo_.stack->undoText() : QString();
}

QString UndoHistory::redoText() const {
    return redo_ ? redo_.stack->redoText() : QString();
}

QString UndoHistory::title(const Step& step) const {
    const Context* context = find(step.stack);
    return context ? context->title : QString();
}

bool UndoHistory::isLast(const Step& step) const {
    const Context* context = find(step.stack);
    return step && context && context->stack->canUndo() &&
           context->momentAt(context->index - 1) == step.moment;
}

bool UndoHistory::isNextRedo(const Step& step) const {
    const Context* context = find(step.stack);
    return step && context && context->stack->canRedo() && context->momentAt(context->index) == step.moment;
}

void UndoHistory::undo(const Step& wanted) {
    if (isLast(wanted)) step(wanted.stack, false);
}

void UndoHistory::redo(const Step& wanted) {
    if (isNextRedo(wanted)) step(wanted.stack, true);
}

// A step that cannot be taken says so itself and leaves its stack (QUndoCommand::setObsolete()).
void UndoHistory::step(const QUndoStack* of, bool forward) {
    const auto found = std::find_if(contexts_.begin(), contexts_.end(),
                                    [of](const Context& context) { return context.stack == of; });
    if (stepping_ || found == contexts_.end() || (found->may && !found->may())) return;
    QUndoStack& stack = *found->stack;
    const QString text = forward ? stack.redoText() : stack.undoText();
    const int count = stack.count();
    {
        const QScopedValueRollback going(stepping_, true);
        forward ? stack.redo() : stack.undo();
    }
    follow(*found);
    if (stack.count() != count) return;
    forward ? emit redone({&stack, found->momentAt(found->index - 1)}, text)
            : emit undone({&stack, found->momentAt(found->index)}, text);
}

} // namespace kinelens::ui
