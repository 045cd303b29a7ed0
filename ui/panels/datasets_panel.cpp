#include "ui/panels/datasets_panel.h"

#include "ui/commands/icons.h"
#include "ui/messages/figures.h"
#include "ui/messages/message_bar.h"
#include "ui/models/sequence_table_model.h"
#include "ui/panels/empty_page.h"
#include "ui/panels/facet_list.h"
#include "ui/panels/import_form.h"
#include "ui/panels/import_words.h"
#include "ui/panels/job_strip.h"
#include "ui/panels/sequence_table.h"
#include "ui/state/preferences.h"
#include "ui/state/selection.h"
#include "ui/state/workspace_document.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace kinelens::ui {
namespace {

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

} // namespace

DatasetsPanel::DatasetsPanel(const Parts& parts, const QString& program, QWidget* parent)
    : QWidget(parent)
    , parts_(parts)
    , model_(new SequenceTableModel(this))
    , message_(new MessageBar(this))
    , form_(new ImportForm(this))
    , job_(new JobStrip(program, this))
    , stack_(new QStackedWidget(this))
    , empty_(new EmptyPage(this))
    , count_(new QLabel(this)) {
    setAcceptDrops(false); // the window takes what is dropped anywhere
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(message_);
    layout->addWidget(form_);
    layout->addWidget(job_);
    stack_->addWidget(empty_);
    stack_->addWidget(makeBody());
    layout->addWidget(stack_, 1);
    empty_->setWords(
        tr("No dataset is open"),
        tr("Open a dataset file, or drop recordings here to import them: .skeleton, .csv, .npz, .npy, "
           "zips and folders."));
    empty_->setButton(tr("Open a dataset…"), [this] { chooseDataset(); });
    connect(form_, &ImportForm::accepted, this, &DatasetsPanel::import);
    connect(&parts_.workspace, &WorkspaceDocument::changed, this, &DatasetsPanel::listDatasets);
    connectService();
    listDatasets();
}

QWidget* DatasetsPanel::makeBar() {
    auto* bar = new QWidget(this);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(4);
    datasets_ = new QComboBox(bar);
    datasets_->setAccessibleName(tr("Dataset"));
    datasets_->setToolTip(tr("The datasets of this workspace"));
    datasets_->setSizeAdjustPolicy(QComboBox::AdjustToContentsOnFirstShow);
    datasets_->setMinimumContentsLength(14);
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
    search_->setMinimumWidth(120);
    layout->addWidget(datasets_, 2);
    layout->addWidget(open);
    layout->addWidget(importMenu);
    layout->addWidget(demo);
    layout->addSpacing(4);
    layout->addWidget(search_, 3);
    connect(open, &QToolButton::clicked, this, &DatasetsPanel::chooseDataset);
    connect(demo, &QToolButton::clicked, this, &DatasetsPanel::makeDemo);
    connect(datasets_, &QComboBox::activated, this,
            [this](int i) { openDataset(datasets_->itemData(i).toString()); });
    connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
        SequenceFilter filter = model_->filter();
        filter.setSearch(text);
        model_->setFilter(filter);
    });
    return bar;
}

QWidget* DatasetsPanel::makeBody() {
    auto* body = new QWidget(this);
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    splitter_ = new QSplitter(Qt::Horizontal, body);
    splitter_->setChildrenCollapsible(true);
    splitter_->setHandleWidth(4);
    facets_ = new FacetList(*model_, splitter_);
    facets_->setFrameShape(QFrame::NoFrame);
    table_ = new SequenceTable(*model_, parts_.selection, splitter_);
    table_->setFrameShape(QFrame::NoFrame);
    splitter_->addWidget(facets_);
    splitter_->addWidget(table_);
    splitter_->setStretchFactor(1, 1);
    splitter_->setSizes({212, 560});
    count_->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(splitter_, 1);
    layout->addWidget(count_);
    connect(model_, &SequenceTableModel::facetsChanged, this, &DatasetsPanel::updateCount);
    return body;
}

void DatasetsPanel::connectService() {
    DatasetService& service = parts_.service;
    connect(&service, &DatasetService::opening, this, [this](const QString& file) {
        message_->hide();
        empty_->setWords(tr("Opening %1…").arg(QFileInfo(file).fileName()), {});
    });
    connect(&service, &DatasetService::opened, this, &DatasetsPanel::showDataset);
    connect(&service, &DatasetService::openFailed, this, [this](const QString&, const Error& error) {
        empty_->setWords(tr("No dataset is open"),
                         tr("Open another dataset file, or drop recordings here to import them."));
        listDatasets();
        message_->showError(error);
    });
    connect(&service, &DatasetService::closed, this, [this] {
        model_->setDataset(nullptr);
        stack_->setCurrentIndex(0);
        parts_.selection.clear();
    });
    connect(&service, &DatasetService::scanned, model_, &SequenceTableModel::addQualities);
    connect(&service, &DatasetService::scanned, this, &DatasetsPanel::updateCount);
}

void DatasetsPanel::openDataset(const QString& file) {
    if (file.isEmpty()) return;
    parts_.service.open(QFileInfo(file).absoluteFilePath());
}

void DatasetsPanel::showDataset(const OpenDatasetPtr& dataset) {
    const QSignalBlocker quiet(search_);
    search_->clear();
    model_->setDataset(dataset);
    table_->fitColumns();
    stack_->setCurrentIndex(1);
    parts_.workspace.addDataset(dataset->file);
    parts_.preferences.addRecentFile(dataset->file);
    listDatasets();
    parts_.service.startScan();
    if (!dataset->hashIsOurs)
        message_->show(MessageBar::Kind::warning,
                       tr("Another program wrote this file: its content hash cannot be checked."));
    emit datasetOpened(dataset->file);
    QTimer::singleShot(0, this, [this] { // after the table has taken the new rows
        if (parts_.selection.current().isEmpty() && model_->rowCount() > 0) table_->selectRow(0);
    });
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

QString DatasetsPanel::shownText() const {
    const int shown = model_->rowCount();
    return shown == model_->total()
               ? countedText(shown, tr("1 sequence"), tr("%1 sequences"))
               : tr("%1 of %2 sequences").arg(countText(shown), countText(model_->total()));
}

void DatasetsPanel::updateCount() {
    QString text = shownText();
    if (model_->scanned() < model_->total())
        text += tr("  ·  looking for problems: %1 of %2")
                    .arg(countText(model_->scanned()), countText(model_->total()));
    count_->setText(text);
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
    message_->hide();
    job_->start(tr("Importing"), form_->arguments(),
                [this, file](const VerbEnd& end) { tellImportEnd(end, file); });
}

void DatasetsPanel::tellImportEnd(const VerbEnd& end, const QString& file) {
    if (end.how == VerbEnd::How::completed) openDataset(file);
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
    std::vector<std::string> wanted;
    for (const QString& name : names) wanted.push_back(name.toStdString());
    SequenceFilter filter = model_->filter();
    filter.setOnly(wanted);
    model_->setFilter(filter);
    if (wanted.empty()) return message_->dismiss();
    message_->show(MessageBar::Kind::information,
                   countedText(names.size(), tr("Only the sequence that was selected is listed."),
                               tr("Only the %1 sequences that were selected are listed.")));
    message_->setAction(tr("Show all"), [this] { showOnly({}); });
}

void DatasetsPanel::focusSearch() {
    search_->setFocus();
    search_->selectAll();
}

} // namespace kinelens::ui
