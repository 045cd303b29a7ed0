#include "ui/state/open_dataset.h"

namespace kinelens::ui {

std::span<const Interval> OpenDataset::intervalsOf(int sequence) const {
    const auto first = static_cast<std::size_t>(firstInterval[static_cast<std::size_t>(sequence)]);
    const auto last = static_cast<std::size_t>(firstInterval[static_cast<std::size_t>(sequence) + 1]);
    return {intervals.data() + first, last - first};
}

QString OpenDataset::className(int label) const {
    if (label < 0 || label >= static_cast<int>(info.class_names.size())) return QStringLiteral("–");
    return QString::fromStdString(info.class_names[static_cast<std::size_t>(label)]);
}

OpenDatasetPtr makeOpenDataset(const QString& file, DatasetInfo info, std::vector<SequenceInfo> sequences,
                               std::vector<Interval> intervals, bool hashIsOurs) {
    auto dataset = std::make_shared<OpenDataset>();
    dataset->file = file;
    dataset->info = std::move(info);
    dataset->sequences = std::move(sequences);
    dataset->intervals = std::move(intervals);
    dataset->hashIsOurs = hashIsOurs;
    const int count = static_cast<int>(dataset->sequences.size());
    dataset->rowOf.reserve(count);
    std::size_t next = 0;
    for (int i = 0; i < count; ++i) {
        dataset->rowOf.insert(QString::fromStdString(dataset->sequences[static_cast<std::size_t>(i)].name),
                              i);
        while (next < dataset->intervals.size() && dataset->intervals[next].sequence < i) ++next;
        dataset->firstInterval.push_back(static_cast<int>(next));
        while (next < dataset->intervals.size() && dataset->intervals[next].sequence == i) ++next;
    }
    dataset->firstInterval.push_back(static_cast<int>(next));
    return dataset;
}

} // namespace kinelens::ui
