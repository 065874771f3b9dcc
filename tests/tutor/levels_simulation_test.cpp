// A thousand artificial learners whose skill is known: the levels must put them in the right order, and soon.
//
// The learners follow another model than the estimate does, so that it cannot be right merely by knowing them. Skill s
// is 0 to 5; level n is truly theirs when they do tasks of grade n alone three times in four: s >= n. What they do:
//   P(alone) = 0.02 + 0.96 * Phi((s + form - lesson - hard) / 1.1 + 0.7), Phi the normal distribution,
//   hard = the lesson's level, plus a transfer cost of their own in a new look (0.3 to 1.3),
//          plus forgetting at a rate of their own (0.4 to 1.2) * log10(1 + days of pause) * 1.1,
//   lesson: each lesson is easier or harder for each learner by N(0, 0.4); form: each day is by N(0, 0.3).
// Where they fail, they ask for help until a rung gets them on (even odds each; the demonstration always does).
// They come on random days (half of the tasks on the same day, else 1 to 8 days later, one time in eight after 2 to 5
// weeks), and choose half of the time the next lesson of the path, else one that they did before.
#include "tutor/levels.h"
#include "tutor/run.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <random>
#include <vector>

#include <doctest/doctest.h>

namespace {

using namespace tutor;

constexpr int learners = 1'000;
constexpr std::uint64_t others = 5'000; // not those whom the formulas' numbers were chosen with
constexpr int tasks = 60;

/// The levels of the lessons of a module, in the order of the path: those of mail, and of a poorer module.
const std::vector<int> rich{1, 2, 2, 2, 2, 2, 2, 3};
const std::vector<int> poor{1, 1, 1, 1, 1, 1, 1, 1, 1, 2};

struct Known {
    std::set<std::uint64_t> seeds;
    std::set<std::string> looks;
    std::int64_t last_day = 0;
};

/// What one learner showed: the level after each task.
struct Course {
    double skill = 0;
    int true_level = 0;
    double ability = 0;
    std::vector<int> levels;
};

class Learner {
public:
    Learner(std::uint64_t number, const std::vector<int>& lessons, bool has_looks)
        : chance_(number), lessons_(lessons), has_looks_(has_looks), skill_(between(0, 5)),
          transfer_(between(0.3, 1.3)), forgetting_(between(0.4, 1.2)) {
        for (std::size_t i = 0; i < lessons_.size(); ++i) {
            offsets_.push_back(normal(0.4));
        }
    }

    Course play() {
        Course course{skill_, std::min(static_cast<int>(skill_), highest_level), 0, {}};
        for (int i = 0; i < tasks; ++i) {
            play_task();
            course.levels.push_back(estimate_.level);
        }
        course.ability = estimate_.ability;
        return course;
    }

private:
    double between(double least, double most) { return std::uniform_real_distribution(least, most)(chance_); }
    double normal(double deviation) { return std::normal_distribution(0.0, deviation)(chance_); }
    bool happens(double probability) { return between(0, 1) < probability; }

    void go_to_day() {
        if (day_ == 0) {
            day_ = 20'000;
        } else if (happens(0.5)) {
            return;
        } else {
            day_ += static_cast<std::int64_t>(happens(0.125) ? between(14, 36) : between(1, 9));
        }
        form_ = normal(0.3);
    }

    std::size_t choose() {
        if (seen_ == 0 || (seen_ < lessons_.size() && happens(0.5))) {
            return seen_++;
        }
        return static_cast<std::size_t>(between(0, static_cast<double>(seen_)));
    }

    void play_task() {
        go_to_day();
        const std::size_t lesson = choose();
        Known& known = known_[lesson];
        const auto seed = static_cast<std::uint64_t>(between(0, 1'000'000));
        const std::string look = !has_looks_ ? "" : happens(0.5) ? "bar" : "overview";
        Task task{lessons_[lesson], Newness::first_time, 0, day_, look};
        if (known.last_day > 0) {
            task.newness = known.looks.contains(look) ? Newness::new_seed : Newness::new_look;
            task.pause = day_ - known.last_day;
        }
        const double hard = task.level + (task.newness == Newness::new_look ? transfer_ : 0) +
                            forgetting_ * std::log10(1 + static_cast<double>(task.pause)) * 1.1;
        known.seeds.insert(seed);
        known.looks.insert(look);
        known.last_day = day_;
        TaskResult result{0, 0, 0, true};
        const int steps = 3 + static_cast<int>(between(0, 4));
        for (int i = 0; i < steps; ++i) {
            const double z = (skill_ + form_ - offsets_[lesson] - hard) / 1.1 + 0.7;
            const double alone = 0.02 + 0.96 * 0.5 * std::erfc(-z / std::sqrt(2.0));
            int help = 0;
            while (help < static_cast<int>(Help::show) && !happens(help == 0 ? alone : 0.5)) {
                ++help;
            }
            learn_from_step(estimate_, task, help);
            ++result.steps;
            result.alone += help == 0 ? 1 : 0;
            result.shown += help == static_cast<int>(Help::show) ? 1 : 0;
        }
        learn_from_task(estimate_, task, result);
    }

    std::mt19937_64 chance_;
    const std::vector<int>& lessons_;
    bool has_looks_;
    double skill_;
    double transfer_;
    double forgetting_;
    double form_ = 0;
    std::vector<double> offsets_;
    std::map<std::size_t, Known> known_;
    std::size_t seen_ = 0;
    std::int64_t day_ = 0;
    Skill estimate_;
};

/// Ranks from 1; equal values share the mean of theirs.
std::vector<double> ranks(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
    std::vector<double> found(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t end = first;
        while (end < order.size() && values[order[end]] == values[order[first]]) {
            ++end;
        }
        for (std::size_t i = first; i < end; ++i) {
            found[order[i]] = (static_cast<double>(first + end) + 1) / 2;
        }
        first = end;
    }
    return found;
}

/// Spearman's rank correlation with ties: Pearson's correlation of the ranks.
double spearman(const std::vector<double>& left, const std::vector<double>& right) {
    const std::vector<double> a = ranks(left);
    const std::vector<double> b = ranks(right);
    const double mean = (static_cast<double>(a.size()) + 1) / 2;
    double both = 0;
    double of_a = 0;
    double of_b = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        both += (a[i] - mean) * (b[i] - mean);
        of_a += (a[i] - mean) * (a[i] - mean);
        of_b += (b[i] - mean) * (b[i] - mean);
    }
    return both / std::sqrt(of_a * of_b);
}

/// How many tasks until the level is within one of the true one, and stays so; more than all where it never is.
int tasks_to_come_near(const Course& course) {
    int needed = tasks + 1;
    for (int i = tasks - 1; i >= 0 && std::abs(course.levels[static_cast<std::size_t>(i)] - course.true_level) <= 1;
         --i) {
        needed = i + 1;
    }
    return needed;
}

struct Figures {
    std::map<int, double> by_level; ///< Spearman of true and shown level after so many tasks
    double by_ability = 0;          ///< of skill and ability at the end
    int median = 0;                 ///< of tasks_to_come_near, of those whose true level is 2 or more
    int most = 0;                   ///< nine in ten of them need no more
    double too_high = 0;            ///< share shown more than one level too high at the end
    double within_one = 0;          ///< share within one level at the end
};

Figures figures_of(const std::vector<int>& lessons, bool has_looks) {
    std::vector<Course> courses;
    for (std::uint64_t number = 1; number <= learners; ++number) {
        courses.push_back(Learner(others + number, lessons, has_looks).play());
    }
    Figures figures;
    std::vector<double> skill;
    std::vector<double> ability;
    std::vector<double> truth;
    std::vector<int> needed;
    std::array<std::array<int, 5>, 5> table{};
    for (const Course& course : courses) {
        skill.push_back(course.skill);
        ability.push_back(course.ability);
        truth.push_back(course.true_level);
        if (course.true_level >= 2) { // the others begin near
            needed.push_back(tasks_to_come_near(course));
        }
        const int above = course.levels.back() - course.true_level;
        figures.too_high += above > 1 ? 1.0 / learners : 0;
        figures.within_one += std::abs(above) <= 1 ? 1.0 / learners : 0;
        ++table.at(static_cast<std::size_t>(course.true_level)).at(static_cast<std::size_t>(course.levels.back()));
    }
    for (const int after : {5, 10, 20, 40, 60}) {
        std::vector<double> shown;
        for (const Course& course : courses) {
            shown.push_back(course.levels[static_cast<std::size_t>(after - 1)]);
        }
        figures.by_level[after] = spearman(truth, shown);
    }
    figures.by_ability = spearman(skill, ability);
    std::ranges::sort(needed);
    figures.median = needed[needed.size() / 2];
    figures.most = needed[needed.size() * 9 / 10];
    for (std::size_t level = 0; level < table.size(); ++level) {
        MESSAGE("true level ", level, " is shown as 0, 1, 2, 3, 4 at the end: ", table.at(level).at(0), ", ",
                table.at(level).at(1), ", ", table.at(level).at(2), ", ", table.at(level).at(3), ", ",
                table.at(level).at(4));
    }
    for (const auto& [after, correlation] : figures.by_level) {
        MESSAGE("Spearman of true and shown levels after ", after, " tasks: ", correlation);
    }
    MESSAGE("Spearman of skill and estimated ability after ", tasks, " tasks: ", figures.by_ability);
    MESSAGE("tasks until within one level for good, from true level 2 on: median ", figures.median, ", nine in ten ",
            figures.most);
    MESSAGE("at the end within one level: ", figures.within_one, ", more than one too high: ", figures.too_high);
    return figures;
}

} // namespace

TEST_CASE("1,000 artificial learners: levels put them in the right order in a module with lessons up to level 3") {
    const Figures figures = figures_of(rich, true);
    CHECK(figures.by_level.at(20) >= 0.87);
    CHECK(figures.by_level.at(60) >= 0.89);
    CHECK(figures.by_ability >= 0.92);
    CHECK(figures.median <= 8);
    CHECK(figures.most <= 25);
    CHECK(figures.within_one >= 0.97);
    CHECK(figures.too_high <= 0.02);
}

TEST_CASE("1,000 artificial learners: the same in the poorest module, of one look and almost only level 1") {
    const Figures figures = figures_of(poor, false);
    CHECK(figures.by_level.at(60) >= 0.86);
    CHECK(figures.by_ability >= 0.92);
    CHECK(figures.within_one >= 0.94);
    CHECK(figures.too_high <= 0.02);
}
