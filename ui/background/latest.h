// Latest: of the questions that one object puts to workers one after the other, only the newest is answered.
//
//     Latest reading_{*this};
//     reading_.ask(QtConcurrent::run(read, file), [this](const Result<Recipe>& read) { … });
#pragma once

#include "ui/background/when_done.h"

namespace kinelens::ui {

class Latest {
public:
    explicit Latest(QObject& owner) // of which it is a part
        : owner_(&owner) {}
    Latest(const Latest&) = delete;
    Latest& operator=(const Latest&) = delete;

    // `act` gets the answer in the owner's thread; what was asked before is not answered any more.
    template <class Found, class Act>
    void ask(const QFuture<Found>& future, Act act) {
        waiting_ = true;
        whenDone(future, owner_, [this, asked = ++newest_, act = std::move(act)](Found found) mutable {
            if (asked != newest_) return;
            waiting_ = false;
            act(std::move(found));
        });
    }
    void forget() { // what was asked is of no use any more
        ++newest_;
        waiting_ = false;
    }
    bool waiting() const { return waiting_; } // for an answer

private:
    QObject* owner_;
    quint64 newest_ = 0;
    bool waiting_ = false;
};

} // namespace kinelens::ui
