// Of several questions only the newest is answered, in whatever order the workers end.
#include "tests/support/test_program.h"
#include "ui/background/latest.h"

#include <memory>

namespace latest_test {

using namespace kinelens::ui;

namespace {

struct Question {
    QPromise<int> promise;
    Question() { promise.start(); }
    void answer(int value) {
        promise.addResult(value);
        promise.finish();
    }
};

struct Asker : QObject {
    Latest latest{*this};
    QList<int> heard;
    void ask(Question& question) {
        latest.ask(question.promise.future(), [this](int value) { heard << value; });
    }
};

void settle() {
    QTest::qWait(20);
}

} // namespace

class LatestTest : public QObject {
    Q_OBJECT
private slots:
    void onlyTheNewestIsAnswered() {
        Asker asker;
        Question first, second;
        asker.ask(first);
        asker.ask(second);
        QVERIFY(asker.latest.waiting());
        second.answer(2);
        first.answer(1); // late
        settle();
        QCOMPARE(asker.heard, QList<int>{2});
        QVERIFY(!asker.latest.waiting());
    }

    void anOldAnswerDoesNotEndTheWaiting() {
        Asker asker;
        Question first, second;
        asker.ask(first);
        asker.ask(second);
        first.answer(1);
        settle();
        QVERIFY(asker.heard.isEmpty());
        QVERIFY(asker.latest.waiting());
        second.answer(2);
        QTRY_COMPARE(asker.heard, QList<int>{2});
    }

    void whatIsForgottenIsNotAnswered() {
        Asker asker;
        Question question;
        asker.ask(question);
        asker.latest.forget();
        QVERIFY(!asker.latest.waiting());
        question.answer(1);
        settle();
        QVERIFY(asker.heard.isEmpty());
    }

    void anAnswerMayLeadToTheNextQuestion() {
        Asker asker;
        Question first, second;
        asker.latest.ask(first.promise.future(), [&](int value) {
            asker.heard << value;
            asker.ask(second);
        });
        first.answer(1);
        QTRY_COMPARE(asker.heard, QList<int>{1});
        QVERIFY(asker.latest.waiting());
        second.answer(2);
        QTRY_COMPARE(asker.heard, (QList<int>{1, 2}));
    }

    void whoeverAskedMayBeGone() {
        auto asker = std::make_unique<Asker>();
        Question question;
        asker->ask(question);
        asker.reset();
        question.answer(1);
        settle();
    }
};

KINELENS_TEST(LatestTest, event_loop);

} // namespace latest_test
#include "latest_test.moc"
