// FormParts: what the forms for new runs are made of.
#pragma once

namespace kinelens::ui {

class CurrentDataset;
class JobRunner;
class RunScanner;

struct FormParts {
    JobRunner& runner;
    RunScanner& scanner; // knows where runs lie, and which checkpoints there are
    const CurrentDataset& dataset;
};

} // namespace kinelens::ui
