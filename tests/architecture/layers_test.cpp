// The tree is held to layers.txt; and every rule is shown a small tree that breaks it.
#include "tests/architecture/rules.h"
#include "tests/support/test_program.h"

namespace layers_test {

using namespace kinelens::architecture;

namespace {

const std::filesystem::path root = KINELENS_SOURCE_FOLDER;

// {"core/a/a.h": "<vector> \"core/b/b.h\""}: includes only, one a word.
SourceTree tree_of(const std::map<std::string, std::string>& files) {
    SourceTree tree;
    for (const auto& [path, includes] : files) {
        std::string text;
        for (const auto& word : words(includes)) text += "#include " + word + "\n";
        tree[path] = read_source(text);
    }
    return tree;
}

QByteArray sentences(const Faults& faults) {
    QByteArray text;
    for (const auto& fault : faults) text += "\n  " + QByteArray::fromStdString(fault);
    return text;
}

} // namespace

#define HOLDS(faults)                                                                                        \
    do {                                                                                                     \
        const auto found = faults;                                                                           \
        QVERIFY2(found.empty(), sentences(found).constData());                                               \
    } while (false)

// Exactly one sentence, and it has the words.
#define BREAKS(faults, words)                                                                                \
    do {                                                                                                     \
        const auto found = faults;                                                                           \
        QVERIFY2(found.size() == 1, sentences(found).constData());                                           \
        QVERIFY2(found[0].find(words) != std::string::npos, sentences(found).constData());                   \
    } while (false)

class LayersTest : public QObject {
    Q_OBJECT

    LayerTable table_ = parse_table(read_text(root / "tests/architecture/layers.txt"));
    SourceTree tree_ = read_tree(root);

    Faults forbidden(const std::map<std::string, std::string>& files) const {
        return forbidden_includes(table_, tree_of(files));
    }

private slots:
    void the_table_is_understood() {
        HOLDS(table_.faults);
        QVERIFY(table_.layers.size() >= 6 && table_.most_lines > 0 && table_.most_function_lines > 0);
        QVERIFY(!table_.owners.empty() && table_.most_folder_files > 0 && table_.most_class_lines > 0);
        QVERIFY2(tree_.size() > 100, "the tree was not found");
        for (const Layer& layer : table_.layers) {
            for (const Names* libraries : {&layer.shown, &layer.inside})
                for (const auto& name : *libraries)
                    QVERIFY2(std::any_of(table_.spellings.begin(), table_.spellings.end(),
                                         [&](const auto& spelling) { return spelling.second == name; }),
                             name.c_str());
        }
    }
    void includes_follow_the_table() { HOLDS(forbidden_includes(table_, tree_)); }
    void folders_include_without_circles() { HOLDS(include_cycles(table_, tree_)); }
    void files_include_without_circles() { HOLDS(file_cycles(tree_)); }
    void files_are_short() { HOLDS(long_files(table_, tree_)); }
    void functions_are_short() { HOLDS(long_functions(table_, tree_)); }
    void classes_are_short() { HOLDS(long_classes(table_, tree_)); }
    void facts_have_one_owner() { HOLDS(facts_elsewhere(table_, tree_)); }
    void folders_are_not_crowded() { HOLDS(crowded_folders(table_, tree_)); }
    void the_top_level_is_fixed() { HOLDS(unknown_entries(table_, visible_entries(root))); }

    void every_folder_is_explained_data() {
        QTest::addColumn<QString>("folder");
        for (const char* folder :
             {"core", "viz", "ui", "app", "resources", "translations", "packaging", "tests"})
            QTest::newRow(folder) << folder;
    }
    void every_folder_is_explained() {
        QFETCH(QString, folder);
        const auto path = root / folder.toStdString();
        HOLDS(unnamed_folders(read_text(path / "README.md"), visible_entries(path, true)));
    }

    void a_wrong_line_of_the_table_is_told() {
        QCOMPARE(parse_table("layer a | b | c\n").faults.size(), std::size_t(1));
        QCOMPARE(parse_table("frobnicate all\n").faults.size(), std::size_t(1));
    }
    void the_deepest_folder_decides() {
        QCOMPARE(layer_of(table_, "core/dataset/x.h")->name, std::string("kinelens_data"));
        QCOMPARE(layer_of(table_, "core/learning/training/x.h")->name, std::string("kinelens_learning"));
        QCOMPARE(layer_of(table_, "tests/core/learning/x_test.cpp")->name, std::string("kinelens_learning"));
        QCOMPARE(layer_of(table_, "tests/support/x.h")->name, std::string("tests"));
        QVERIFY(!layer_of(table_, "misc/x.h"));
    }
    void layers_are_one_way() {
        HOLDS(forbidden({{"ui/a/a.cpp", "\"core/b/b.h\""}, {"core/b/b.h", "<vector>"}}));
        BREAKS(forbidden({{"core/b/b.cpp", "\"ui/a/a.h\""}, {"ui/a/a.h", "<QString>"}}),
               "may not include ui");
        BREAKS(forbidden({{"ui/a/a.cpp", "\"core/learning/a/j.h\""}, {"core/learning/a/j.h", ""}}),
               "may not include kinelens_learning");
        BREAKS(forbidden({{"core/b/b.cpp", "\"tests/support/s.h\""}, {"tests/support/s.h", ""}}),
               "of the tests");
    }
    void libraries_stay_in_their_layers() {
        BREAKS(forbidden({{"core/b/b.cpp", "<QString>"}}), "(qt) is not for kinelens_data");
        BREAKS(forbidden({{"ui/a/a.cpp", "<torch/torch.h>"}}), "(torch) is not for ui");
        BREAKS(forbidden({{"ui/a/a.cpp", "<qcustomplot.h>"}}), "(qcustomplot)");
        BREAKS(forbidden({{"viz/charts/c.cpp", "<vtkActor.h>"}}), "(vtk)");
        BREAKS(forbidden({{"viz/scene/s.cpp", "<QWidget>"}}), "(qt)");
        BREAKS(forbidden({{"core/b/b.cpp", "<boost/any.hpp>"}}), "nobody allowed");
        HOLDS(forbidden({{"tests/core/b/b_test.cpp", "<QtTest> <nlohmann/json.hpp> <sys/wait.h>"}}));
        BREAKS(forbidden({{"core/b/b.cpp", "<QtTest>"}}), "(qttest)");
    }
    void libraries_do_not_show_through_headers() {
        const std::map<std::string, std::string> files = {{"core/b/store.h", "\"core/b/handle.h\""},
                                                          {"core/b/handle.h", "<hdf5.h>"},
                                                          {"core/c/c.cpp", "\"core/b/store.h\""}};
        HOLDS(forbidden(files));
        auto shown = files;
        shown["app/command_line/v.cpp"] = "\"core/b/store.h\"";
        BREAKS(forbidden(shown), "shows hdf5 (core/b/handle.h)");
        HOLDS(forbidden({{"viz/charts/c.h", "<QWidget>"}, {"ui/a/a.h", "\"viz/charts/c.h\""}}));
        BREAKS(forbidden({{"viz/charts/c.h", "<qcustomplot.h>"}, {"ui/a/a.cpp", "\"viz/charts/c.h\""}}),
               "shows qcustomplot");
    }
    void includes_name_the_path_from_the_root() {
        BREAKS(forbidden({{"core/b/b.cpp", "\"b.h\""}, {"core/b/b.h", ""}}), "by its path from the root");
        BREAKS(forbidden({{"core/b/b.cpp", "\"core/b/gone.h\""}}), "by its path from the root");
        HOLDS(forbidden({{"tests/core/b/b_test.cpp", "\"b_test.moc\""}}));
    }
    void circles_are_told() {
        const auto circles = [&](const std::map<std::string, std::string>& files) {
            return include_cycles(table_, tree_of(files));
        };
        HOLDS(circles({{"core/a/a.h", "\"core/b/b.h\""}, {"core/b/b.h", "\"core/c/c.h\""}}));
        HOLDS(circles({{"core/a/a.h", "\"core/a/part/p.h\""}, {"core/a/part/p.h", "\"core/a/a.h\""}}));
        BREAKS(circles({{"core/a/a.h", "\"core/b/b.h\""},
                        {"core/b/b.cpp", "\"core/c/c.h\""},
                        {"core/c/c.h", "\"core/a/other.h\""}}),
               "core/a -> core/b (core/a/a.h:1) -> core/c (core/b/b.cpp:1) -> core/a (core/c/c.h:1)");
        BREAKS(circles({{"core/learning/model/m.h", "\"core/learning/training/t.h\""},
                        {"core/learning/training/t.h", "\"core/learning/model/n.h\""}}),
               "a circle");
    }
    void circles_of_files_are_told() {
        const auto circles = [&](const std::map<std::string, std::string>& files) {
            return file_cycles(tree_of(files));
        };
        HOLDS(circles(
            {{"core/a/a.h", ""}, {"core/a/a.cpp", "\"core/a/a.h\""}, {"core/a/b.cpp", "\"core/a/a.h\""}}));
        BREAKS(circles({{"core/a/a.h", ""},
                        {"core/a/a.cpp", "\"core/a/b.h\""},
                        {"core/a/b.h", ""},
                        {"core/a/b.cpp", "\"core/a/a.h\""}}),
               "core/a/a -> core/a/b (core/a/a.cpp:1) -> core/a/a (core/a/b.cpp:1)");
    }
    void long_files_are_told() {
        SourceTree tree = tree_of({{"core/a/a.h", "<vector>"}});
        HOLDS(long_files(table_, tree));
        tree["core/a/a.h"].lines = table_.most_lines + 1;
        BREAKS(long_files(table_, tree), "core/a/a.h");
    }
    void functions_are_found() {
        const auto spans = functions_of("namespace a {\n"
                                        "int one(int x,\n"
                                        "        int y) {\n"
                                        "    switch (x) {\n"
                                        "    case 1:\n"
                                        "        return y;\n"
                                        "    }\n"
                                        "#if 0\n"
                                        "\n"
                                        "    if (x) {\n"
                                        "    }\n"
                                        "}\n"
                                        "struct Two {\n"
                                        "    Two()\n"
                                        "        : x(0) {\n"
                                        "    }\n"
                                        "};\n"
                                        "} // namespace a\n");
        QCOMPARE(spans.size(), std::size_t(2));
        QCOMPARE(spans[0].line, std::size_t(2));
        QCOMPARE(spans[0].lines, std::size_t(11));
        QCOMPARE(spans[1].line, std::size_t(14));
        QCOMPARE(spans[1].lines, std::size_t(3));
    }
    void long_functions_are_told() {
        const auto tree_with = [](std::size_t lines) {
            std::string text = "void f() {\n";
            for (std::size_t i = 2; i < lines; ++i) text += "    g();\n";
            return SourceTree{{"core/a/a.cpp", read_source(text + "}\n")}};
        };
        HOLDS(long_functions(table_, tree_with(table_.most_function_lines)));
        BREAKS(long_functions(table_, tree_with(table_.most_function_lines + 1)), "core/a/a.cpp:1");
    }
    void long_classes_are_told() {
        SourceTree tree;
        tree["ui/a/a.h"] = read_source("class A;\nclass A : public B {\n    void f();\n};\n");
        tree["ui/a/a_more.cpp"] =
            read_source("void A::f() {\n    g();\n}\nA::A()\n    : x(0) {\n    g();\n}\n"
                        "void free() {\n    g();\n}\n");
        QCOMPARE(class_lines(tree).at("ui/a/A"), std::size_t(3 + 3 + 4));
        LayerTable table = table_;
        table.most_class_lines = 10;
        HOLDS(long_classes(table, tree));
        table.most_class_lines = 9;
        BREAKS(long_classes(table, tree), "ui/a/A: a class of 10 lines");
    }
    void facts_elsewhere_are_told() {
        LayerTable table;
        table.owners = {{"limit = 15", "core/a/a.h"}};
        SourceTree tree;
        tree["core/a/a.h"] = read_source("constexpr int limit = 15;\n");
        tree["tests/core/a/a_test.cpp"] = read_source("constexpr int limit = 15;\n");
        HOLDS(facts_elsewhere(table, tree));
        tree["ui/a/a.cpp"] = read_source("constexpr int limit = 15;\n");
        BREAKS(facts_elsewhere(table, tree), "ui/a/a.cpp: holds");
        tree.erase("ui/a/a.cpp");
        tree["core/a/a.h"] = read_source("constexpr int limit = 16;\n");
        BREAKS(facts_elsewhere(table, tree), "does not hold");
    }
    void crowded_folders_are_told() {
        std::map<std::string, std::string> files;
        for (std::size_t i = 0; i < table_.most_folder_files; ++i)
            files["core/a/" + std::to_string(i) + ".h"] = "<vector>";
        files["core/a/b/one_more.h"] = "<vector>"; // of another folder
        HOLDS(crowded_folders(table_, tree_of(files)));
        files["core/a/last.h"] = "<vector>";
        BREAKS(crowded_folders(table_, tree_of(files)), "core/a: ");
    }
    void strangers_at_the_top_are_told() {
        HOLDS(unknown_entries(table_, {"core", "LICENSE", "README.md"}));
        BREAKS(unknown_entries(table_, {"core", "scratch"}), "scratch");
    }
    void unexplained_folders_are_told() {
        BREAKS(unnamed_folders("| `dataset/` | files |", {"dataset", "import"}), "import");
    }
};

KINELENS_TEST(LayersTest, event_loop);

} // namespace layers_test
#include "layers_test.moc"
