// What people read in place of what files and programs say.
#include "core/options/embed_options.h"
#include "core/options/evaluation_options.h"
#include "core/options/pretrain_options.h"
#include "tests/support/test_program.h"
#include "ui/messages/value_words.h"
#include "ui/state/checkpoint_title.h"

namespace value_words_test {

using namespace kinelens;
using namespace kinelens::ui;

namespace {

template <class Options>
QString zeroOf(const char* key) {
    const auto place = option_index(option_table<Options>(), key);
    return place ? zeroWords(option_table<Options>()[*place]) : QStringLiteral("no such option");
}

} // namespace

class ValueWordsTest : public QObject {
    Q_OBJECT
private slots:
    void choices() {
        QCOMPARE(choiceWords("tsne"), QString("t-SNE"));
        QCOMPARE(choiceWords("euclidean"), QString("Euclidean"));
        QCOMPARE(choiceWords("windows"), QString("windows"));
    }
    // 0 is a rate in one verb and leaves it to the program in another.
    void zeroByItsOption() {
        QCOMPARE(zeroOf<PretrainOptions>("threads"), QString("all cores"));
        QCOMPARE(zeroOf<PretrainOptions>("learning_rate"), QString());
        QCOMPARE(zeroOf<EmbedOptions>("learning_rate"), QString("automatic"));
        QCOMPARE(zeroOf<ProbeOptions>("batch_size"), QString("all at once"));
        QCOMPARE(zeroOf<PretrainOptions>("batch_size"), QString());
        QCOMPARE(zeroOf<PretrainOptions>("seed"), QString());
    }
    void protocols() {
        QCOMPARE(protocolTitle(""), QString("all sequences"));
        QCOMPARE(protocolTitle("folds:subject/4"), QString("4 folds by subject"));
        QCOMPARE(protocolTitle("folds:subject/4#0"), QString("fold 1 of 4 by subject"));
        QCOMPARE(protocolTitle("subjects:1,3"), QString("subjects 1, 3"));
        QCOMPARE(protocolTitle("random:0.8"), QString("80 % at random"));
        QCOMPARE(protocolTitle("leave-subject-out"), QString("each subject left out once"));
        QCOMPARE(protocolTitle("file:/a/b/train.txt"), QString("the list train.txt"));
        QCOMPARE(protocolTitle("ntu60-xsub"), QString("NTU RGB+D 60, cross-subject"));
        QCOMPARE(protocolTitle("of-my-own"), QString("of-my-own"));
    }
    void otherFacts() {
        QCOMPARE(deviceWords("cpu"), QString("CPU"));
        QCOMPARE(deviceWords("cuda:1"), QString("CUDA 1"));
        QCOMPARE(deviceWords("auto"), QString("automatic"));
        QCOMPARE(deviceWords("mps"), QString("mps"));
        QCOMPARE(presetWords("ntu120-xset"), QString("NTU RGB+D 120, cross-setup"));
        QCOMPARE(presetWords("compact"), QString("compact"));
        QCOMPARE(verbTitle("detect-train"), QString("training of a detector"));
        QCOMPARE(checkpointTitle("epoch-0004"), QString("epoch 4"));
        QCOMPARE(checkpointTitle("best"), QString("best"));
        QCOMPARE(valueWords("threads", "0", "pretrain"), QString("all cores"));
        QCOMPARE(valueWords("epochs", "0", "pretrain"), QString("0"));
        QCOMPARE(valueWords("encoder", "dste", "pretrain"), QString("DSTE"));
    }
};

KINELENS_TEST(ValueWordsTest, nothing);

} // namespace value_words_test
#include "value_words_test.moc"
