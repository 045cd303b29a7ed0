#include "ui/browse/import_form.h"

#include "core/foundation/resources.h"
#include "core/import/dataset_name.h"
#include "core/import/recipe.h"
#include "ui/background/when_done.h"
#include "ui/jobs/shell_line.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtConcurrent>

namespace kinelens::ui {
namespace {

QString freeFile(const QString& folder, const QString& base) {
    QString file = QDir(folder).filePath(base + QStringLiteral(".h5"));
    for (int number = 2; QFileInfo::exists(file); ++number)
        file = QDir(folder).filePath(QStringLiteral("%1-%2.h5").arg(base).arg(number));
    return file;
}

} // namespace

ImportForm::ImportForm(QWidget* parent)
    : QFrame(parent)
    , what_(new QLabel(this))
    , format_(new QComboBox(this))
    , recipe_(new QComboBox(this))
    , trim_(new QCheckBox(tr("One sequence per labelled interval"), this))
    , output_(new QLineEdit(this))
    , command_(new QLineEdit(this))
    , start_(new QPushButton(tr("Import"), this)) {
    what_->setWordWrap(true);
    fillChoices();
    trim_->setToolTip(tr("Cuts an untrimmed recording into its labelled actions."));
    command_->setReadOnly(true);
    command_->setToolTip(tr("The same on a terminal; click to select it."));
    start_->setDefault(true);
    layOut();
    connect(start_, &QPushButton::clicked, this, &ImportForm::accepted);
    connect(recipe_, &QComboBox::activated, this, &ImportForm::chooseRecipe);
    connect(recipe_, &QComboBox::currentIndexChanged, this, &ImportForm::proposeOutput);
    connect(recipe_, &QComboBox::currentIndexChanged, this, &ImportForm::update);
    connect(format_, &QComboBox::currentIndexChanged, this, &ImportForm::update);
    connect(trim_, &QCheckBox::toggled, this, &ImportForm::update);
    connect(output_, &QLineEdit::textChanged, this, &ImportForm::update);
    hide();
}

void ImportForm::fillChoices() {
    format_->addItem(tr("Detect from the files"), QStringLiteral("auto"));
    format_->addItem(tr("NTU RGB+D .skeleton"), QStringLiteral("ntu"));
    format_->addItem(tr("Text or CSV by recipe"), QStringLiteral("recipe"));
    format_->addItem(tr("NumPy .npz"), QStringLiteral("npz"));
    format_->addItem(tr("NumPy .npy"), QStringLiteral("npy"));
    recipe_->addItem(tr("None"), QString());
    for (const std::string& name : resource_names("recipes"))
        recipe_->addItem(QString::fromStdString(name), QString::fromStdString(name));
    recipe_->addItem(tr("From a file…"), QStringLiteral("*"));
    recipe_->setToolTip(
        tr("How text or array files are laid out: joints by column, labels, units, file names."));
}

void ImportForm::layOut() {
    auto* choose = new QPushButton(tr("Choose…"), this);
    auto* close = new QPushButton(tr("Close"), this);
    auto* place = new QHBoxLayout;
    place->setSpacing(8);
    place->addWidget(output_, 1);
    place->addWidget(choose);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(start_);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(12, 8, 12, 8);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->addRow(tr("Import"), what_);
    form->addRow(tr("Format"), format_);
    form->addRow(tr("Recipe"), recipe_);
    form->addRow(tr("Trim"), trim_);
    form->addRow(tr("Save as"), place);
    form->addRow(tr("Command"), command_);
    form->addRow(buttons);

    connect(choose, &QPushButton::clicked, this, &ImportForm::chooseOutput);
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
}

void ImportForm::chooseRecipe(int index) {
    if (recipe_->itemData(index).toString() != QStringLiteral("*")) {
        chosenRecipe_ = index;
        return;
    }
    recipe_->setCurrentIndex(chosenRecipe_);
    useRecipe(QFileDialog::getOpenFileName(this, tr("Choose a recipe"), {}, tr("Recipes (*.json)")));
}

// One that cannot be read changes nothing.
void ImportForm::useRecipe(const QString& file) {
    if (file.isEmpty()) return;
    whenDone(QtConcurrent::run([file] { return load_recipe(file.toStdString()); }), this,
             [this, file](const Result<Recipe>& read) {
                 if (!read) return void(emit failed(read.error()));
                 recipe_->insertItem(1, QFileInfo(file).fileName(), file);
                 recipe_->setCurrentIndex(1);
                 chosenRecipe_ = 1;
             });
}

void ImportForm::offer(const QStringList& sources, const QString& folder) {
    sources_ = sources;
    const QFileInfo first(sources.first());
    what_->setText(sources.size() == 1 ? QDir::toNativeSeparators(first.absoluteFilePath())
                                       : tr("%1 and %2 more").arg(first.fileName()).arg(sources.size() - 1));
    folder_ = folder;
    proposed_.clear();
    output_->clear();
    format_->setCurrentIndex(0);
    recipe_->setCurrentIndex(0);
    // A recipe whose name is in the path is most likely meant: data/precog2016/CSV.
    for (int i = 1; i + 1 < recipe_->count(); ++i)
        if (first.absoluteFilePath().contains(recipe_->itemText(i), Qt::CaseInsensitive))
            recipe_->setCurrentIndex(i);
    chosenRecipe_ = recipe_->currentIndex();
    proposeOutput();
    update();
    offerAgain();
}

void ImportForm::offerAgain() {
    if (sources_.isEmpty()) return;
    show();
    start_->setFocus();
}

// A recipe names the dataset where the folder's name says nothing. What somebody typed stays.
void ImportForm::proposeOutput() {
    if (sources_.isEmpty() || output_->text() != proposed_) return;
    std::vector<std::string> sources;
    for (const QString& source : sources_) sources.push_back(source.toStdString());
    const QString recipe = recipe_->currentData().toString();
    const std::string name =
        proposed_name(sources, recipe == QStringLiteral("*") ? "" : recipe.toStdString());
    proposed_ = freeFile(folder_, QString::fromStdString(name));
    output_->setText(proposed_);
}

QString ImportForm::output() const {
    return output_->text().trimmed();
}

QStringList ImportForm::arguments() const {
    QStringList list{QStringLiteral("import")};
    list << sources_ << QStringLiteral("--output") << output();
    if (format_->currentIndex() > 0) list << QStringLiteral("--format") << format_->currentData().toString();
    if (!recipe_->currentData().toString().isEmpty())
        list << QStringLiteral("--recipe") << recipe_->currentData().toString();
    if (trim_->isChecked()) list << QStringLiteral("--trim");
    return list;
}

void ImportForm::chooseOutput() {
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Save the dataset as"), output(), tr("Datasets (*.h5)"));
    if (!file.isEmpty())
        output_->setText(file.endsWith(QStringLiteral(".h5")) ? file : file + QStringLiteral(".h5"));
}

void ImportForm::update() {
    command_->setText(shellLine(QStringList{QStringLiteral("kinelens-cli")} + arguments()));
    command_->setCursorPosition(0);
    start_->setEnabled(!output().isEmpty() && !sources_.isEmpty());
}

// Escape is a command of the window's too; with the focus in the form it closes the form.
bool ImportForm::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QFrame::event(event);
}

void ImportForm::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

} // namespace kinelens::ui
