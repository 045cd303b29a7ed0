#include "core/annotation/edits.h"
#include "core/foundation/random.h"
#include "tests/support/test_program.h"

namespace edits_test {

using namespace kinelens;

namespace {

const IntervalList example{{0, 1, 10, 20}, {0, 2, 15, 40, 0.5f}, {0, 1, 30, 50, 1, "me"}, {0, 1, 60, 70}};

IntervalList after(const IntervalList& list, const Result<IntervalEdit>& edit) {
    return edit ? applied(list, *edit) : IntervalList{};
}

// One edit of any kind with arbitrary arguments, many of them wrong.
Result<IntervalEdit> any_edit(CounterRandom& random, const IntervalList& list, std::int64_t frames) {
    const auto frame = static_cast<std::int64_t>(random.below(140)) - 20;
    const std::size_t index = random.below(list.size() + 1);
    const std::vector<std::size_t> several{random.below(list.size() + 1), random.below(list.size() + 1),
                                           index};
    switch (random.below(7)) {
    case 0:
        return draw_interval(list, {0, static_cast<int>(random.below(3)), frame, frame + 7}, frames);
    case 1:
        return move_edge(list, index, random.below(2) == 0 ? IntervalEdge::start : IntervalEdge::end, frame,
                         frames);
    case 2:
        return split_interval(list, index, frame);
    case 3:
        return merge_intervals(list, several);
    case 4:
        return relabel_intervals(list, several, static_cast<int>(random.below(3)));
    case 5:
        return delete_intervals(list, {index});
    default:
        return copy_intervals(list, several, frame, frames);
    }
}

} // namespace

class EditsTest : public QObject {
    Q_OBJECT
private slots:
    void drawing();
    void edges();
    void splitting();
    void merging();
    void relabelling();
    void deleting();
    void copying();
    void everyEditCanBeUndone();
};

void EditsTest::drawing() {
    const Interval drawn{0, 0, 12, 18};
    const auto list = after(example, draw_interval(example, drawn, 100));
    QCOMPARE(list.size(), std::size_t(5));
    QCOMPARE(list[1], drawn);
    QVERIFY(!draw_interval(example, {0, 0, 18, 18}, 100));
    QVERIFY(!draw_interval(example, {0, 0, -1, 18}, 100));
    QVERIFY(!draw_interval(example, {0, 0, 90, 101}, 100));
    QVERIFY(draw_interval(example, {0, 0, 90, 101}, 0).has_value());
}

void EditsTest::edges() {
    QCOMPARE(after(example, move_edge(example, 0, IntervalEdge::end, 25, 100))[0].end, std::int64_t(25));
    QCOMPARE(after(example, move_edge(example, 0, IntervalEdge::end, 5, 100))[0].end, std::int64_t(11));
    QCOMPARE(after(example, move_edge(example, 3, IntervalEdge::end, 500, 100))[3].end, std::int64_t(100));
    QCOMPARE(after(example, move_edge(example, 0, IntervalEdge::start, -7, 100))[0].start, std::int64_t(0));
    const auto list = after(example, move_edge(example, 0, IntervalEdge::start, 99, 100));
    QCOMPARE(list[1].start, std::int64_t(19)); // one frame is left, and it comes second now
    QCOMPARE(move_edge(example, 4, IntervalEdge::start, 1, 100).error().code, ErrorCode::not_found);
    QVERIFY(move_edge(example, 0, IntervalEdge::start, 10, 100)->changes_nothing());
}

void EditsTest::splitting() {
    const auto list = after(example, split_interval(example, 1, 30));
    QCOMPARE(list.size(), std::size_t(5));
    const Interval first{0, 2, 15, 30, 0.5f};
    const Interval second{0, 2, 30, 40, 0.5f};
    QCOMPARE(list[1], first);
    QVERIFY(std::find(list.begin(), list.end(), second) != list.end());
    for (const std::int64_t frame : {15, 40, 14, 41}) QVERIFY(!split_interval(example, 1, frame));
}

void EditsTest::merging() {
    const auto list = after(example, merge_intervals(example, {3, 0, 2}));
    const Interval whole{0, 1, 10, 70, 1};
    QCOMPARE(list.size(), std::size_t(2));
    QCOMPARE(list[0], whole);
    QVERIFY(!merge_intervals(example, {0, 1}));
    QVERIFY(!merge_intervals(example, {0, 0}));
    QVERIFY(!merge_intervals(example, {}));
    const IntervalList unequal{{0, 0, 0, 30, 1}, {0, 0, 40, 50, 0.6f}};
    QCOMPARE(after(unequal, merge_intervals(unequal, {0, 1}))[0].confidence, 0.9f);
}

void EditsTest::relabelling() {
    const auto list = after(example, relabel_intervals(example, {0, 2}, 2));
    QCOMPARE(list[0].label, 2);
    QCOMPARE(list[2].label, 2);
    QCOMPARE(list[2].source, std::string("me"));
    QVERIFY(!relabel_intervals(example, {0}, -1));
}

void EditsTest::deleting() {
    QCOMPARE(after(example, delete_intervals(example, {0, 1, 2})), IntervalList{example[3]});
    QVERIFY(!delete_intervals(example, {0, 9}));
}

void EditsTest::copying() {
    const auto list = after(example, copy_intervals(example, {2, 0}, 45, 100));
    QCOMPARE(list.size(), std::size_t(6));
    const Interval first{0, 1, 45, 55};
    const Interval second{0, 1, 65, 85, 1, "me"};
    QVERIFY(std::find(list.begin(), list.end(), first) != list.end());
    QVERIFY(std::find(list.begin(), list.end(), second) != list.end());
    QVERIFY(!copy_intervals(example, {0, 2}, 75, 100));
}

void EditsTest::everyEditCanBeUndone() {
    CounterRandom random(11);
    for (int turn = 0; turn < 100; ++turn) {
        IntervalList list = example;
        std::vector<IntervalEdit> done;
        for (int step = 0; step < 60; ++step) {
            const auto edit = any_edit(random, list, 100);
            if (!edit) continue;
            const IntervalList before = list;
            list = applied(list, *edit);
            QVERIFY(std::is_sorted(list.begin(), list.end(), comes_before));
            for (const Interval& interval : list)
                QVERIFY(interval.start >= 0 && interval.start < interval.end && interval.end <= 100);
            QCOMPARE(applied(list, inverse(*edit)), before);
            QCOMPARE(inverse(inverse(*edit)), *edit);
            done.push_back(*edit);
        }
        QVERIFY(done.size() > 5);
        const IntervalList last = list;
        for (auto edit = done.rbegin(); edit != done.rend(); ++edit) list = applied(list, inverse(*edit));
        QCOMPARE(list, example);
        for (const IntervalEdit& edit : done) list = applied(list, edit);
        QCOMPARE(list, last);
    }
}

KINELENS_TEST(EditsTest, nothing);

} // namespace edits_test
#include "edits_test.moc"
