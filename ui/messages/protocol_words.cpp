#include "ui/messages/protocol_words.h"

#include "ui/messages/error_sentences.h"
#include "ui/messages/figures.h"

#include <QCoreApplication>

namespace kinelens::ui {
namespace {

struct ProtocolWords {
    Q_DECLARE_TR_FUNCTIONS(ProtocolWords)
};

} // namespace

QString protocolReason(const OfferedProtocol& offered) {
    return offered.reason ? errorSentence(*offered.reason) : QString();
}

QString protocolNote(const OfferedProtocol& offered) {
    const bool published = !published_dataset(offered.protocol).empty();
    if (published && !offered.share)
        return ProtocolWords::tr(
                   "Published for %1; these are other recordings, so no published figure compares.")
            .arg(QString::fromStdString(published_dataset(offered.protocol)));
    if (!offered.share || offered.share->whole()) return {};
    return ProtocolWords::tr("%1 of %2 recordings of %3: no published figure compares.")
        .arg(countText(offered.share->here), countText(offered.share->all),
             QString::fromStdString(offered.share->dataset));
}

} // namespace kinelens::ui
