// The words of a pretraining that takes a second.
#pragma once

#include <QStringList>

namespace kinelens::testing {

inline QStringList small_pretraining(const QString& data, const QString& folder, int epochs,
                                     int threads = 1) {
    return {"pretrain",
            "--data",
            data,
            "--run",
            folder,
            "--quiet",
            "--device",
            "cpu",
            "--hidden-size",
            "32",
            "--epochs",
            QString::number(epochs),
            "--batch-size",
            "8",
            "--frames",
            "16",
            "--views",
            "2",
            "--threads",
            QString::number(threads),
            "--crop-frames-minimum",
            "8"};
}

} // namespace kinelens::testing
