#include "core/learning/objective/objective.h"

#include "core/learning/objective/correlation.h"
#include "core/learning/objective/feature_health.h"
#include "tests/core/learning/support/golden.h"
#include "tests/support/test_program.h"

namespace objective_test {

using namespace kinelens;
using namespace kinelens::learning;

namespace {

ObjectiveOptions with_form(ObjectiveOptions::Form form) {
    ObjectiveOptions options;
    options.standardise_epsilon = 0;
    options.form = form;
    return options;
}

torch::Tensor golden_views() {
    std::vector<torch::Tensor> views;
    for (int k = 0; k < 4; ++k) views.push_back(golden::load("loss/z" + std::to_string(k) + ".npy"));
    return torch::stack(views).requires_grad_();
}

torch::Tensor sum_of(const DomainTerms& terms) {
    return terms[0] + terms[1] + terms[2] + terms[3] + terms[4];
}

bool close(const torch::Tensor& ours, double theirs) {
    return std::abs(ours.item<double>() / theirs - 1) < 1e-9;
}

} // namespace

class ObjectiveTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void golden_values_and_gradients_data() {
        QTest::addColumn<bool>("gram");
        QTest::newRow("gram") << true;
        QTest::newRow("full") << false;
    }
    void golden_values_and_gradients() {
        if (!golden::present()) QSKIP("no golden numbers beside the tree");
        QFETCH(bool, gram);
        const auto options = with_form(gram ? ObjectiveOptions::Form::gram : ObjectiveOptions::Form::full);
        const auto gradient_matches = [&](auto pick, const char* file) {
            const auto views = golden_views();
            pick(domain_terms(views, options)).backward();
            return golden::relative_difference(views.grad(), golden::load(Path("loss") / file)) < 1e-9;
        };
        const auto terms = domain_terms(golden_views(), options);
        QVERIFY(close(terms[similarity] / 5, 4.56673353474102));
        QVERIFY(close(terms[variance] + terms[covariance], 6.80490616041414));
        QVERIFY(close((terms[invariance] + terms[cross_correlation]) * 1e3, 126.401929480067));
        QVERIFY(close(sum_of(terms), 29.7649757635993));
        QVERIFY(
            gradient_matches([](const DomainTerms& t) { return t[similarity] / 5; }, "grad_similarity.npy"));
        QVERIFY(gradient_matches([](const DomainTerms& t) { return t[variance] + t[covariance]; },
                                 "grad_vac_sum.npy"));
        QVERIFY(gradient_matches(
            [](const DomainTerms& t) { return (t[invariance] + t[cross_correlation]) * 1e3; },
            "grad_cal_xc.npy"));
        QVERIFY(gradient_matches(sum_of, "grad_Lfd.npy"));
    }

    void both_forms_agree_on_any_shape() {
        torch::manual_seed(3);
        for (const auto& [samples, dimensions] : {std::pair{5, 12}, {12, 5}, {8, 8}, {2, 3}}) {
            const auto base = torch::randn({3, samples, dimensions}, torch::kFloat64);
            torch::Tensor gradients[2], totals[2];
            int at = 0;
            for (const auto form : {ObjectiveOptions::Form::gram, ObjectiveOptions::Form::full}) {
                const auto views = base.clone().requires_grad_();
                totals[at] = sum_of(domain_terms(views, with_form(form)));
                totals[at].backward();
                gradients[at++] = views.grad();
            }
            QVERIFY(golden::relative_difference(totals[0], totals[1]) < 1e-12);
            QVERIFY(golden::relative_difference(gradients[0], gradients[1]) < 1e-10);
        }
    }

    void parts_add_up_and_domains_are_weighted() {
        torch::manual_seed(4);
        const Projections z = {torch::randn({4, 6, 10}), torch::randn({4, 6, 10}), torch::randn({4, 6, 20})};
        ObjectiveOptions options;
        const auto losses = objective(z, options);
        const auto values = losses.values();
        QVERIFY(std::abs(values.narrow(0, 1, 15).sum().item<double>() - values[0].item<double>()) < 1e-3);
        options.domain_weight = 1;
        const auto doubled = objective(z, options);
        for (std::size_t term = 0; term < 5; ++term) {
            QVERIFY(torch::allclose(doubled.parts[term][0], 2 * losses.parts[term][0]));
            QVERIFY(torch::equal(doubled.parts[term][2], losses.parts[term][2]));
        }
    }

    void dead_dimensions_give_numbers_with_an_epsilon() {
        auto views = torch::randn({4, 6, 5}, torch::kFloat64);
        views.select(2, 3).fill_(0.25);
        views.requires_grad_();
        QVERIFY(
            std::isnan(sum_of(domain_terms(views, with_form(ObjectiveOptions::Form::gram))).item<double>()));
        const auto terms = domain_terms(views, ObjectiveOptions{});
        const auto total = sum_of(terms);
        total.backward();
        QVERIFY(std::isfinite(total.item<double>()));
        QVERIFY(torch::isfinite(views.grad()).all().item<bool>());
    }

    // On a constant batch the variance term of one view is 5·(1 − √1e-4) = 4.95.
    void constant_batch() {
        const auto terms = domain_terms(torch::ones({4, 6, 5}, torch::kFloat64), ObjectiveOptions{});
        QVERIFY(close(terms[variance], 4 * 4.95));
        QCOMPARE(terms[covariance].item<double>(), 0.0);
        QCOMPARE(terms[similarity].item<double>(), 0.0);
    }

    void paper_forms_by_hand() {
        // Two views of two samples in one dimension: (0, 2) and (4, 2).
        const auto views = torch::tensor({0.0, 2.0, 4.0, 2.0}, torch::kFloat64).view({2, 2, 1});
        ObjectiveOptions options;
        options.paper_similarity = options.linear_invariance = options.paper_variance = true;
        options.standardise_epsilon = 0;
        const auto terms = domain_terms(views, options);
        // Centres 2 and 2: distances 2, 0, 2, 0; mean 1; κ = 5.
        QVERIFY(close(terms[similarity], 5.0));
        // Both σ = √2 > γ + ε: nothing. R = −2·½/2 = −½ (unbiased σ, divisor N): (η/2)·2·(1 + ½).
        QCOMPARE(terms[variance].item<double>(), 0.0);
        QVERIFY(close(terms[invariance], 1e-3 * 1.5));
        // ε outside the root: σ = 1/√2 falls short of γ + ε by 1.0001 − 0.7071….
        const auto halved = domain_terms(views / 2, options);
        QVERIFY(close(halved[variance], 2 * 5 * (1.0001 - std::sqrt(0.5))));
    }

    void health_tells_rank_and_deviation() {
        auto z = torch::zeros({1, 5, 4});
        z[0].select(1, 0).copy_(torch::tensor({-2.F, -1.F, 0.F, 1.F, 2.F}));
        const auto one = feature_health({z, z, z});
        QVERIFY(std::abs(one.effective_rank[0] - 1) < 1e-6);
        QVERIFY(std::abs(one.standard_deviation[0] - std::sqrt(2.5) / 4) < 1e-6);
        const auto spread = torch::eye(4).unsqueeze(0);
        QVERIFY(std::abs(feature_health({spread, spread, spread}).effective_rank[1] - 3) < 1e-5);
        QCOMPARE(feature_health({z * 0, z * 0, z * 0}).effective_rank[2], 0.0);
    }

    void a_domain_without_a_loss_cannot_collapse() {
        const FeatureHealth health{{0.2, 0.1, 0.3}, {}};
        QCOMPARE(least_varied(health, 0.5), std::size_t(1));
        QCOMPARE(least_varied(health, 0), std::size_t(2));
    }
};

KINELENS_TEST(ObjectiveTest, event_loop);

} // namespace objective_test
#include "objective_test.moc"
