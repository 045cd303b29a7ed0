// DatasetsPanel: open, import and make datasets; find sequences in them.
#pragma once

#include "ui/jobs/verb_process.h"
#include "ui/state/dataset_service.h"

#include <QJsonObject>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QSplitter;
class QStackedWidget;

namespace kinelens::ui {

class EmptyPage;
class ImportForm;
class JobStrip;
class MessageBar;
class Preferences;
class Selection;
class SequenceBrowser;
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
    // The first that can be opened is shown, the others are listed; one message names those that cannot.
    void openDatasets(const QStringList& files);
    void offerImport(const QStringList& sources);
    void makeDemo(); // opens the demo dataset, made first if it is not there
    void chooseDataset();
    void chooseRecordings();
    void chooseFolder();
    void focusSearch();
    void showError(const Error& error);
    void showOnly(const QStringList& names); // until the person takes it back

    SequenceBrowser& browser() { return *browser_; }
    const SequenceTableModel& model() const;
    QString shownText() const; // "120 of 1 000 sequences"
    QSplitter& splitter();

    // Sort and filter of the table, to be kept from one session to the next.
    QJsonObject state() const;
    void restore(const QJsonObject& state); // waits for the dataset it belongs to

signals:
    void datasetOpened(const QString& file);
    void notOpened(const QString& sentences); // of every file that was to be opened and could not be

private:
    QWidget* makeBar();
    void connectService();
    void showDataset(const OpenDatasetPtr& dataset);
    void listDatasets();
    void showRecovery();
    void import();
    void tellOpening(const QString& file);
    void tellNotOpened(const QString& sentences);
    void tellImportEnd(const VerbEnd& end, const QString& file);

    Parts parts_;
    QComboBox* datasets_;
    QLineEdit* search_;
    MessageBar* message_;
    MessageBar* recovery_; // what an earlier session left unsaved is back
    ImportForm* form_;
    JobStrip* job_;
    QStackedWidget* stack_;
    EmptyPage* empty_;
    SequenceBrowser* browser_;
    QTimer opening_;    // what takes longer is said
    QString notOpened_; // of the files beside the one that is being opened
};

} // namespace kinelens::ui
