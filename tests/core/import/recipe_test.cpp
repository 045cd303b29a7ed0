#include "core/import/recipe.h"
#include "tests/support/test_program.h"

namespace recipe_test {

using namespace kinelens;

namespace {

std::string wanted(const std::string& pattern, const std::string& groups) {
    const auto recipe = recipe_from_json(R"({"name": "mine", "layout": "kinect20", "pattern": ")" + pattern +
                                             R"(", "groups": [)" + groups + "]}",
                                         "mine.json");
    return recipe ? recipe->names_wanted() : recipe.error().detail;
}

} // namespace

class RecipeTest : public QObject {
    Q_OBJECT
private slots:
    // No regular expression is shown to people.
    void namesAreSaidInWords() {
        QCOMPARE(load_recipe("ui_prmd")->names_wanted(),
                 std::string("like m[class]_s[subject]_e[repetition]"));
        QCOMPARE(load_recipe("precog2016")->names_wanted(), std::string("like Seq[repetition]_[subject]"));
        QCOMPARE(wanted(R"(a(\\d+)-(.*))", R"("class")"), std::string("like a[class]-[anything]"));
    }
    void otherPatternsNameTheRecipe() {
        const std::string unsaid = "as the recipe mine asks for";
        for (const char* pattern : {"a.*", R"(a\\d+)", "(a(b|c))d", "(a|b)", "a|b", "[ab](c)", "a?"})
            QCOMPARE(wanted(pattern, R"("class")"), unsaid);
    }
};

KINELENS_TEST(RecipeTest, nothing);

} // namespace recipe_test
#include "recipe_test.moc"
