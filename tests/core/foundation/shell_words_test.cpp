// What is quoted for a shell is the same word again: for our own reading and for /bin/sh.
#include "core/foundation/shell_words.h"
#include "tests/support/test_program.h"

#include <array>
#include <cstdio>

namespace shell_words_test {

using namespace kinelens;

namespace {

const std::vector<std::string> odd_words{
    "plain", "/data/ntu 60/x.h5", "",           "it's", "\"said\"", "a\\b",  "$HOME",
    "`id`",  "a;b|c&d",           "*.skeleton", "~",    "~root",    "#1",    "{a,b}",
    "!!",    "line\nbreak",       "tab\there",  "[x]",  "a=b",      "Größe", "--flag",
    "<in>"};

std::string said_by_shell(const std::string& command) {
    std::string text;
    FILE* pipe = ::popen(command.c_str(), "r");
    if (!pipe) return text;
    std::array<char, 256> part{};
    while (const std::size_t read = std::fread(part.data(), 1, part.size(), pipe))
        text.append(part.data(), read);
    ::pclose(pipe);
    return text;
}

} // namespace

class ShellWordsTest : public QObject {
    Q_OBJECT
private slots:
    void theyComeBack() { QCOMPARE(shell_words(shell_line(odd_words)), odd_words); }

    void aShellReadsThemAsTheyWere() {
        for (const std::string& word : odd_words)
            QCOMPARE(said_by_shell("printf '%s' " + shell_quoted(word)), word);
    }

    void whatNeedsNoneGetsNoQuotes() {
        for (const char* word : {"import", "--data", "/tmp/a-b_c.h5", "leave-subject-out", "50%", "Größe"})
            QCOMPARE(shell_quoted(word), std::string(word));
    }

    void linesOfPeopleAreRead() {
        const std::vector<std::string> words{"--data", "my data.h5", "a b", "c\"d"};
        QCOMPARE(shell_words("--data my\\ data.h5  \"a b\"\t\"c\\\"d\"\n"), words);
        QVERIFY(shell_words("  \n").empty());
    }
};

KINELENS_TEST(ShellWordsTest, nothing);

} // namespace shell_words_test

#include "shell_words_test.moc"
