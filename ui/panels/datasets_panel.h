// DatasetsPanel: open, import and make datasets; find sequences in them.
#pragma once

#include "ui/jobs/verb_process.h"
#include "ui/state/dataset_service.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSplitter;
class QStackedWidget;

namespace kinelens::ui {

class EmptyPage;
class FacetList;
class ImportForm;
class JobStrip;
class MessageBar;
class Preferences;
class Selection;
class SequenceTable;
class SequenceTableModel;
class WorkspaceDocument;

class DatasetsPanel : public QWidget {
    Q_OBJECT
public:
    struct Parts {
        DatasetService& service;
        Selection& selection;
        WorkspaceDocument& workspace;
        Preferences& preferences;
    };
    // `program`: kinelens-cli
    DatasetsPanel(const Parts& parts, const QString& program, QWidget* parent = nullptr);

    void openDataset(const QString& file);
    void offerImport(const QStringList& sources);
    void makeDemo(); // opens the demo dataset, made first if it is not there
    void chooseDataset();
    void chooseRecordings();
    void chooseFolder();
    void focusSearch();
    void showError(const Error& error);
    void showOnly(const QStringList& names); // until the person takes it back

    const SequenceTableModel& model() const { return *model_; }
    QString shownText() const; // "120 of 1 000 sequences"
    QSplitter& splitter() { return *splitter_; }

signals:
    void datasetOpened(const QString& file);

private:
    QWidget* makeBar();
    QWidget* makeBody();
    void connectService();
    void showDataset(const OpenDatasetPtr& dataset);
    void listDatasets();
    void showRecovery();
    void updateCount();
    void import();
    void tellOpening(const QString& file);
    void tellImportEnd(const VerbEnd& end, const QString& file);

    Parts parts_;
    SequenceTableModel* model_;
    QComboBox* datasets_;
    QLineEdit* search_;
    MessageBar* message_;
    MessageBar* recovery_; // what an earlier session left unsaved is back
    ImportForm* form_;
    JobStrip* job_;
    QStackedWidget* stack_;
    EmptyPage* empty_;
    QSplitter* splitter_;
    FacetList* facets_;
    SequenceTable* table_;
    QLabel* count_;
    QTimer opening_; // what takes longer is said
};

} // namespace kinelens::ui
