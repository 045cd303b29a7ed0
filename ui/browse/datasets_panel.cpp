#include "ui/browse/datasets_panel.h"

#include "core/dataset/dataset_reader.h"
#include "ui/background/when_done.h"
#include "ui/browse/import_form.h"
#include "ui/browse/import_words.h"
#include "ui/browse/sequence_browser.h"
#include "ui/commands/icons.h"
#include "ui/messages/error_sentences.h"
#include "ui/state/preferences.h"
#include "ui/state/selection.h"
#include "ui/state/workspace_document.h"
#include "ui/widgets/boxes.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/job_strip.h"
#include "ui/widgets/message_bar.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QtConcurrent>
#include <utility>

namespace kinelens::ui {
namespace {

const QString openingCause = QStringLiteral("opening");

struct OpenableDatasets {
    QStringList files;
    QString others; // why the rest cannot be opened
};

OpenableDatasets openableOf(const QStringList& files) {
    OpenableDatasets openable;
    QStringList sentences;
    for (const QString& file : files)
        if (const auto reader = DatasetReader::open(file.toStdString()); reader)
            openable.files << file;
        else
            sentences << errorText(reader.error());
    openable.others = sentences.join(QLatin1Char(' '));
    return openable;
}

QToolButton* barButton(const QString& iconName, const QString& text, const QString& toolTip,
                       QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

// The buttons keep their words as long as the search has room beside them.
class FoldingBar : public QWidget {
public:
    explicit FoldingBar(QWidget* parent)
        : QWidget(parent) {}

    // When everything is in it: the width from which on there is room for the words.
    void setRoom() { room_ = layout()->minimumSize().width(); }
    void setLeast() {
        setStyles(Qt::ToolButtonIconOnly);
        setMinimumWidth(layout()->minimumSize().width());
        setStyles(Qt::ToolButtonTextBesideIcon);
    }

protected:
    void resizeEvent(QResizeEvent* event) override {
        QWidget::resizeEvent(event);
        setStyles(width() < room_ ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    }

private:
    void setStyles(Qt::ToolButtonStyle style) {
        for (QToolButton* button : findChildren<QToolButton*>(Qt::FindDirectChildrenOnly))
            button->setToolButtonStyle(style);
        layout()->invalidate();
    }

    int room_ = 0;
};

} // namespace

DatasetsPanel::DatasetsPanel(const Parts& parts, const QString& program, QWidget* parent)
    : QWidget(parent)
    , parts_(parts)
    , message_(new MessageBar(this))
    , recovery_(new MessageBar(this))
    , form_(new ImportForm(this))
    , job_(new JobStrip(program, this))
    , stack_(new QStackedWidget(this))
    , empty_(new EmptyPage(this))
    , browser_(new SequenceBrowser(parts.selection, this)) {
    setAcceptDrops(false); // the window takes what is dropped anywhere
    opening_.setSingleShot(true);
    opening_.setInterval(300);
    auto* layout = makeColumn(this);
    layout->addWidget(makeBar());
    layout->addWidget(recovery_);
    layout->addWidget(message_);
    layout->addWidget(form_);
    layout->addWidget(job_);
    stack_->addWidget(empty_);
    stack_->addWidget(browser_);
    layout->addWidget(stack_, 1);
    empty_->setWords(
        tr("No dataset is open"),
        tr("Open a dataset file, or drop recordings here to import them: .skeleton, .csv, .npz, .npy, "
           "zips and folders."));
    empty_->setButton(tr("Open a dataset…"), [this] { chooseDataset(); });
    connect(form_, &ImportForm::accepted, this, &DatasetsPanel::import);
    connect(form_, &ImportForm::failed, message_, &MessageBar::showError);
    connect(&parts_.workspace, &WorkspaceDocument::changed, this, &DatasetsPanel::listDatasets);
    connect(&parts_.workspace, &WorkspaceDocument::recoveryChanged, this, &DatasetsPanel::showRecovery);
    connectService();
    listDatasets();
}

QWidget* DatasetsPanel::makeBar() {
    auto* bar = new FoldingBar(this);
    auto* layout = makeRow(bar, {8, 4, 8, 4}, 4);
    datasets_ = new QComboBox(bar);
    datasets_->setAccessibleName(tr("Dataset"));
    datasets_->setToolTip(tr("The datasets of this workspace"));
    datasets_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    datasets_->setMinimumContentsLength(
        13); // what is written there is read whole before the buttons have words
    auto* open = barButton(QStringLiteral("document-open"), tr("Open"), tr("Open a dataset file"), bar);
    auto* importMenu =
        barButton(QStringLiteral("document-import"), tr("Import"), tr("Make a dataset from recordings"), bar);
    auto* demo =
        barButton(QStringLiteral("tools-wizard"), tr("Demo"), tr("Open the synthetic demo dataset"), bar);
    auto* menu = new QMenu(importMenu);
    menu->addAction(tr("Files…"), this, &DatasetsPanel::chooseRecordings);
    menu->addAction(tr("Folder…"), this, &DatasetsPanel::chooseFolder);
    importMenu->setMenu(menu);
    importMenu->setPopupMode(QToolButton::InstantPopup);
    search_ = new QLineEdit(bar);
    search_->setPlaceholderText(tr("Search names and classes"));
    search_->setAccessibleName(tr("Search"));
    search_->setObjectName(QStringLiteral("search"));
    search_->setClearButtonEnabled(true);
    search_->setMinimumWidth(88);
    layout->addWidget(datasets_, 2);
    layout->addWidget(open);
    layout->addWidget(importMenu);
    layout->addWidget(demo);
    layout->addSpacing(4);
    layout->addWidget(search_, 3);
    bar->setRoom();
    datasets_->setMinimumContentsLength(8);
    bar->setLeast();
    connect(open, &QToolButton::clicked, this, &DatasetsPanel::chooseDataset);
    connect(demo, &QToolButton::clicked, this, &DatasetsPanel::makeDemo);
    connect(datasets_, &QComboBox::activated, this,
            [this](int i) { openDataset(datasets_->itemData(i).toString()); });
    connect(search_, &QLineEdit::textChanged, browser_, &SequenceBrowser::search);
    connect(browser_, &SequenceBrowser::filterChanged, this, [this] {
        const QString& now = browser_->model().filter().search();
        if (search_->text().simplified() != now) search_->setText(now); // cleared or restored
    });
    return bar;
}

void DatasetsPanel::connectService() {
    DatasetService& service = parts_.service;
    connect(&service, &DatasetService::opening, this, &DatasetsPanel::tellOpening);
    connect(&service, &DatasetService::opened, this, &DatasetsPanel::showDataset);
    connect(&service, &DatasetService::openFailed, this, [this](const QString&, const Error& error) {
        opening_.stop();
        empty_->setWords(tr("No dataset is open"),
                         tr("Open another dataset file, or drop recordings here to import them."));
        listDatasets();
        const QString others = std::exchange(notOpened_, {});
        tellNotOpened(others.isEmpty() ? errorText(error) : others);
    });
    connect(&service, &DatasetService::closed, this, [this] {
        browser_->setDataset(nullptr);
        stack_->setCurrentIndex(0);
        parts_.selection.clear();
    });
    connect(&service, &DatasetService::scanned, &browser_->model(), &SequenceTableModel::addQualities);
}

// What is open stays until the other is there.
void DatasetsPanel::tellOpening(const QString& file) {
    message_->dismiss();
    const QString words = tr("Opening %1…").arg(QFileInfo(file).fileName());
    empty_->setWords(words, {});
    opening_.disconnect(this);
    connect(&opening_, &QTimer::timeout, this, [this, words] {
        if (!parts_.service.dataset()) return; // the empty page says it
        message_->show(MessageBar::Kind::information, words);
        message_->because(openingCause);
    });
    opening_.start();
}

void DatasetsPanel::openDataset(const QString& file) {
    if (file.isEmpty()) return;
    notOpened_.clear();
    parts_.service.open(QFileInfo(file).absoluteFilePath());
}

void DatasetsPanel::openDatasets(const QStringList& files) {
    if (files.size() < 2) return openDataset(files.value(0));
    whenDone(QtConcurrent::run([files] { return openableOf(files); }), this,
             [this, first = files.first()](const OpenableDatasets& openable) {
                 openDataset(openable.files.value(0, first));
                 notOpened_ = openable.others;
                 for (const QString& file : openable.files.mid(1)) parts_.workspace.addDataset(file);
             });
}

void DatasetsPanel::tellNotOpened(const QString& sentences) {
    message_->show(MessageBar::Kind::error, sentences);
    emit notOpened(sentences);
}

void DatasetsPanel::showDataset(const OpenDatasetPtr& dataset) {
    opening_.stop();
    message_->end(openingCause);
    browser_->setDataset(dataset);
    stack_->setCurrentIndex(1);
    parts_.workspace.addDataset(dataset->file);
    parts_.preferences.addRecentFile(dataset->file);
    listDatasets();
    parts_.service.startScan();
    if (!dataset->hashIsOurs)
        message_->show(MessageBar::Kind::warning,
                       tr("Another program wrote this file: its content hash cannot be checked."));
    if (const QString others = std::exchange(notOpened_, {}); !others.isEmpty()) tellNotOpened(others);
    emit datasetOpened(dataset->file);
    QTimer::singleShot(0, this, [this] { // after the table has taken the new rows
        if (parts_.selection.current().isEmpty()) browser_->selectFirst();
    });
}

void DatasetsPanel::showRecovery() {
    if (!parts_.workspace.recovered()) return recovery_->dismiss();
    recovery_->show(MessageBar::Kind::information,
                    tr("Changes of the workspace that were not saved when the program ended are back."));
    recovery_->setAction(tr("Drop them"), [this] { parts_.workspace.dropRecovered(); });
}

void DatasetsPanel::listDatasets() {
    const QSignalBlocker quiet(datasets_);
    datasets_->clear();
    for (const QString& file : parts_.workspace.datasets()) {
        datasets_->addItem(QFileInfo(file).completeBaseName(), file);
        datasets_->setItemData(datasets_->count() - 1, QDir::toNativeSeparators(file), Qt::ToolTipRole);
    }
    const OpenDatasetPtr open = parts_.service.dataset();
    datasets_->setCurrentIndex(open ? datasets_->findData(open->file) : -1);
    datasets_->setPlaceholderText(datasets_->count() == 0 ? tr("No dataset yet") : tr("Choose a dataset"));
    datasets_->setEnabled(datasets_->count() > 0);
}

const SequenceTableModel& DatasetsPanel::model() const {
    return browser_->model();
}

QString DatasetsPanel::shownText() const {
    return browser_->shownText();
}

QSplitter& DatasetsPanel::splitter() {
    return browser_->splitter();
}

QJsonObject DatasetsPanel::state() const {
    return toJson(browser_->state());
}

void DatasetsPanel::restore(const QJsonObject& state) {
    browser_->restore(browseStateFromJson(state));
}

void DatasetsPanel::chooseDataset() {
    openDataset(QFileDialog::getOpenFileName(this, tr("Open a dataset"), parts_.preferences.dataFolder(),
                                             tr("Datasets (*.h5 *.hdf5)")));
}

void DatasetsPanel::chooseRecordings() {
    offerImport(QFileDialog::getOpenFileNames(
        this, tr("Import recordings"), {},
        tr("Recordings (*.skeleton *.csv *.txt *.npz *.npy *.zip);;All files (*)")));
}

void DatasetsPanel::chooseFolder() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Import a folder of recordings"));
    if (!folder.isEmpty()) offerImport({folder});
}

void DatasetsPanel::offerImport(const QStringList& sources) {
    if (sources.isEmpty()) return;
    if (job_->running()) {
        message_->show(MessageBar::Kind::information,
                       tr("Another dataset is being made; wait for it or cancel it first."));
        return;
    }
    QDir().mkpath(parts_.preferences.dataFolder());
    form_->offer(sources, parts_.preferences.dataFolder());
}

void DatasetsPanel::import() {
    const QString file = form_->output();
    message_->dismiss();
    form_->hide(); // until it is known how it went: what was typed stays in it
    job_->start(tr("Importing"), form_->arguments(),
                [this, file](const VerbEnd& end) { tellImportEnd(end, file); });
}

void DatasetsPanel::tellImportEnd(const VerbEnd& end, const QString& file) {
    if (end.how == VerbEnd::How::completed)
        openDataset(file);
    else
        form_->offerAgain();
    const ImportWords words = importWords(end);
    message_->show(words.kind, words.text, words.details);
    if (words.details.isEmpty()) return;
    message_->setAction(tr("Copy the list"),
                        [list = words.everything] { QGuiApplication::clipboard()->setText(list); });
}

void DatasetsPanel::makeDemo() {
    const QString folder = parts_.preferences.dataFolder();
    const QString file = QDir(folder).filePath(QStringLiteral("demo.h5"));
    if (QFileInfo::exists(file)) {
        openDataset(file);
        return;
    }
    if (job_->running()) return;
    QDir().mkpath(folder);
    message_->hide();
    job_->start(tr("Making the demo dataset"),
                {QStringLiteral("synthesize"), QStringLiteral("--output"), file},
                [this, file](const VerbEnd& end) {
                    if (end.how == VerbEnd::How::completed)
                        openDataset(file);
                    else if (end.how == VerbEnd::How::failed)
                        message_->show(MessageBar::Kind::error, tr("The demo dataset could not be made."),
                                       end.reason);
                });
}

void DatasetsPanel::showOnly(const QStringList& names) {
    browser_->showOnly(names);
}

void DatasetsPanel::showError(const Error& error) {
    message_->showError(error);
}

void DatasetsPanel::focusSearch() {
    search_->setFocus();
    search_->selectAll();
}

} // namespace kinelens::ui
