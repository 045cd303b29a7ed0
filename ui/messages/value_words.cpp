#include "ui/messages/value_words.h"

#include "core/options/verb_options.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>
#include <array>
#include <string_view>

namespace kinelens::ui {
namespace {

struct ValueWords {
    Q_DECLARE_TR_FUNCTIONS(ValueWords)
};

struct Said {
    const char* value;
    const char* words;
};

// nullptr: none of them.
template <std::size_t count>
const char* wordsIn(const std::array<Said, count>& known, const QString& value) {
    for (const Said& one : known)
        if (value == QLatin1String(one.value)) return one.words;
    return nullptr;
}

constexpr std::array choices{Said{"auto", QT_TRANSLATE_NOOP("ValueWords", "automatic")},
                             Said{"dste", QT_TRANSLATE_NOOP("ValueWords", "DSTE")},
                             Said{"sttr", QT_TRANSLATE_NOOP("ValueWords", "STTR")},
                             Said{"tsne", QT_TRANSLATE_NOOP("ValueWords", "t-SNE")},
                             Said{"pca", QT_TRANSLATE_NOOP("ValueWords", "PCA")},
                             Said{"euclidean", QT_TRANSLATE_NOOP("ValueWords", "Euclidean")},
                             Said{"barnes-hut", QT_TRANSLATE_NOOP("ValueWords", "Barnes-Hut")},
                             Said{"fft", QT_TRANSLATE_NOOP("ValueWords", "FFT")},
                             Said{"adam", QT_TRANSLATE_NOOP("ValueWords", "Adam")},
                             Said{"sgd", QT_TRANSLATE_NOOP("ValueWords", "SGD")},
                             Said{"tf32", QT_TRANSLATE_NOOP("ValueWords", "TF32")},
                             Said{"bf16", QT_TRANSLATE_NOOP("ValueWords", "bfloat16")},
                             Said{"fp16", QT_TRANSLATE_NOOP("ValueWords", "float16")}};

constexpr std::array verbs{Said{"pretrain", QT_TRANSLATE_NOOP("ValueWords", "pretraining")},
                           Said{"probe", QT_TRANSLATE_NOOP("ValueWords", "linear probe")},
                           Said{"retrieve", QT_TRANSLATE_NOOP("ValueWords", "retrieval")},
                           Said{"finetune", QT_TRANSLATE_NOOP("ValueWords", "fine-tuning")},
                           Said{"ensemble", QT_TRANSLATE_NOOP("ValueWords", "ensemble")},
                           Said{"features", QT_TRANSLATE_NOOP("ValueWords", "features")},
                           Said{"embed", QT_TRANSLATE_NOOP("ValueWords", "map")},
                           Said{"detect", QT_TRANSLATE_NOOP("ValueWords", "detection")},
                           Said{"detect-train", QT_TRANSLATE_NOOP("ValueWords", "training of a detector")}};

constexpr std::array datasets{Said{"ntu60", "NTU RGB+D 60"}, Said{"ntu120", "NTU RGB+D 120"},
                              Said{"pku", "PKU-MMD"}, Said{"pku2", "PKU-MMD II"}};

constexpr std::array divisions{Said{"xsub", QT_TRANSLATE_NOOP("ValueWords", "cross-subject")},
                               Said{"xview", QT_TRANSLATE_NOOP("ValueWords", "cross-view")},
                               Said{"xset", QT_TRANSLATE_NOOP("ValueWords", "cross-setup")}};

struct Zero {
    const char* verb;
    const char* key;
    const char* words;
};

constexpr const char* all_cores = QT_TRANSLATE_NOOP("ValueWords", "all cores");
constexpr const char* all_at_once = QT_TRANSLATE_NOOP("ValueWords", "all at once");
constexpr const char* never = QT_TRANSLATE_NOOP("ValueWords", "never");

constexpr std::array zeros{
    Zero{"pretrain", "threads", all_cores},
    Zero{"pretrain", "chunk_size", QT_TRANSLATE_NOOP("ValueWords", "whole batch")},
    Zero{"pretrain", "collapse_std", QT_TRANSLATE_NOOP("ValueWords", "no check")},
    Zero{"pretrain", "probe_every", never},
    Zero{"probe", "threads", all_cores},
    Zero{"probe", "batch_size", all_at_once},
    Zero{"retrieve", "threads", all_cores},
    Zero{"finetune", "threads", all_cores},
    Zero{"finetune", "batch_size", all_at_once},
    Zero{"features", "threads", all_cores},
    Zero{"embed", "threads", all_cores},
    Zero{"embed", "learning_rate", QT_TRANSLATE_NOOP("ValueWords", "automatic")},
    Zero{"embed", "snapshot_every", never},
    Zero{"detect", "threads", all_cores},
    Zero{"detect-train", "threads", all_cores},
    Zero{"detect-train", "window_stride", QT_TRANSLATE_NOOP("ValueWords", "as long as the window")}};

// "ntu60-xsub" -> "NTU RGB+D 60, cross-subject"; empty: it is not of this form.
QString publishedTitle(const QString& name) {
    const char* dataset = wordsIn(datasets, name.section(QLatin1Char('-'), 0, 0));
    const QString rest = name.section(QLatin1Char('-'), 1);
    const char* division = wordsIn(divisions, rest);
    if (!dataset || (!division && !rest.isEmpty())) return {};
    return division ? QStringLiteral("%1, %2").arg(QLatin1String(dataset), ValueWords::tr(division))
                    : QString::fromLatin1(dataset);
}

QString listed(QString numbers) {
    return numbers.replace(QLatin1Char(','), QStringLiteral(", "));
}

// What follows the colon of "folds:subject/4#0".
QString foldsTitle(const QString& which) {
    const QString by = which.section(QLatin1Char('/'), 0, 0);
    const QString count = which.section(QLatin1Char('/'), 1).section(QLatin1Char('#'), 0, 0);
    const QString fold = which.section(QLatin1Char('#'), 1);
    return fold.isEmpty() ? ValueWords::tr("%1 folds by %2").arg(count, by)
                          : ValueWords::tr("fold %1 of %2 by %3").arg(fold.toInt() + 1).arg(count, by);
}

// "leave-subject-out", "leave-subject-out#1"; empty: it is not of this form.
QString leftOutTitle(const QString& protocol) {
    const QString name = protocol.section(QLatin1Char('#'), 0, 0),
                  fold = protocol.section(QLatin1Char('#'), 1);
    QString title;
    if (name == QLatin1String("leave-subject-out")) title = ValueWords::tr("each subject left out once");
    if (name == QLatin1String("leave-camera-out")) title = ValueWords::tr("each camera left out once");
    if (title.isEmpty() || fold.isEmpty()) return title;
    return ValueWords::tr("fold %1, %2").arg(fold.toInt() + 1).arg(title);
}

bool isZero(const QString& value) {
    bool number = false;
    return value.toDouble(&number) == 0 && number;
}

const OptionInfo* optionOf(const QString& verb, const QString& key) {
    const OptionTable* table = options_of_verb(verb.toStdString());
    if (!table) return nullptr;
    for (const OptionInfo& info : *table)
        if (info.key == key.toStdString()) return &info;
    return nullptr;
}

} // namespace

QString choiceWords(const QString& choice) {
    const char* words = wordsIn(choices, choice);
    return words ? ValueWords::tr(words) : choice;
}

// By the whole description: 0 is a learning rate in one verb and "automatic" in another.
QString zeroWords(const OptionInfo& info) {
    for (const Zero& zero : zeros) {
        if (info.key != zero.key) continue;
        const OptionInfo* known = optionOf(QLatin1String(zero.verb), QLatin1String(zero.key));
        if (known && *known == info) return ValueWords::tr(zero.words);
    }
    return {};
}

QString valueWords(const QString& key, const QString& value, const QString& verb) {
    if (key == QLatin1String("protocol")) return protocolTitle(value);
    if (key == QLatin1String("preset")) return presetWords(value);
    if (key == QLatin1String("verb")) return verbTitle(value);
    if (key == QLatin1String("device")) return deviceWords(value);
    if (value.isEmpty()) return value;
    if (const OptionInfo* info = optionOf(verb, key); info && isZero(value))
        if (const QString words = zeroWords(*info); !words.isEmpty()) return words;
    return choiceWords(value);
}

QString deviceWords(const QString& device) {
    const QString kind = device.section(QLatin1Char(':'), 0, 0), number = device.section(QLatin1Char(':'), 1);
    if (kind == QLatin1String("auto")) return choiceWords(kind);
    if (kind != QLatin1String("cpu") && kind != QLatin1String("cuda")) return device;
    return number.isEmpty() ? kind.toUpper() : QStringLiteral("%1 %2").arg(kind.toUpper(), number);
}

QString presetWords(const QString& preset) {
    if (preset == QLatin1String("compact-contrastive")) return ValueWords::tr("compact, contrastive");
    if (preset == QLatin1String("semi-1")) return ValueWords::tr("1 % of the labels");
    if (preset == QLatin1String("semi-10")) return ValueWords::tr("10 % of the labels");
    const QString published = publishedTitle(preset);
    return published.isEmpty() ? preset : published;
}

QString protocolTitle(const QString& protocol) {
    const QString kind = protocol.section(QLatin1Char(':'), 0, 0),
                  rest = protocol.section(QLatin1Char(':'), 1);
    if (protocol.isEmpty()) return ValueWords::tr("all sequences");
    if (kind == QLatin1String("folds")) return foldsTitle(rest);
    if (kind == QLatin1String("subjects")) return ValueWords::tr("subjects %1").arg(listed(rest));
    if (kind == QLatin1String("cameras")) return ValueWords::tr("cameras %1").arg(listed(rest));
    if (kind == QLatin1String("file")) return ValueWords::tr("the list %1").arg(QFileInfo(rest).fileName());
    if (kind == QLatin1String("random"))
        return ValueWords::tr("%1 % at random").arg(100 * rest.section(QLatin1Char('#'), 0, 0).toDouble());
    if (const QString left = leftOutTitle(protocol); !left.isEmpty()) return left;
    const QString published = publishedTitle(protocol);
    return published.isEmpty() ? protocol : published;
}

QString verbTitle(const QString& verb) {
    const char* words = wordsIn(verbs, verb);
    return words ? ValueWords::tr(words) : verb;
}

} // namespace kinelens::ui
