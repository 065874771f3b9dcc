// Descriptions of booklets, and the program that draws them.
#include "app/booklet.h"

#include "lesson/frameworks.h"
#include "screen/text.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <ctime>
#include <fcntl.h>
#include <optional>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

extern char** environ; // NOLINT(readability-redundant-declaration): POSIX asks for it

namespace app {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::chrono::seconds longest_drawing{20};
constexpr int not_written = 1; ///< status of coucou-booklet

std::tm local(std::int64_t at) {
    const auto seconds = static_cast<std::time_t>(at / 1000);
    std::tm told{};
    localtime_r(&seconds, &told);
    return told;
}

std::string short_date(const lesson::Messages& messages, std::int64_t at) {
    const std::tm told = local(at);
    return messages.text({"booklet.short-date",
                          {{"day", fmt::format("{:02}", told.tm_mday)},
                           {"month", fmt::format("{:02}", told.tm_mon + 1)},
                           {"year", std::to_string(told.tm_year + 1900)}}});
}

/// One module with its lines; those of the others stay out.
Json group_of(const Words& words, const lesson::Module& module, const progress::Record& record) {
    Json lines = Json::array();
    for (const progress::CanDo& reached : record.reached) {
        const lesson::Lesson& lesson = *words.catalogue.find(reached.lesson);
        if (lesson.module() != module.id) {
            continue;
        }
        const std::string date = date_in_words(words.messages, reached.at);
        Json line;
        line["text"] = screen::plain_text(lesson.can_do);
        line["picture"] = lesson.picture.empty() ? module.picture : lesson.picture;
        line["note"] =
            reached.is_alone
                ? words.messages.text({"booklet.note", {{"date", date}, {"how", words.messages.text("record.alone")}}})
                : date;
        line["short"] = short_date(words.messages, reached.at);
        line["alone"] = reached.is_alone;
        lines.push_back(std::move(line));
    }
    return {{"title", screen::plain_text(module.title)}, {"picture", module.picture}, {"lines", std::move(lines)}};
}

Json groups_of(const Words& words, const progress::Record& record) {
    Json groups = Json::array();
    for (const lesson::Module& module : words.catalogue.modules) {
        Json group = group_of(words, module, record);
        if (!group["lines"].empty()) {
            groups.push_back(std::move(group));
        }
    }
    return groups;
}

Json levels_of(const Words& words, const std::vector<progress::SkillState>& skills) {
    Json all = Json::array();
    for (const lesson::Module& module : words.catalogue.modules) {
        const auto state = std::ranges::find(skills, module.id, &progress::SkillState::skill);
        if (state != skills.end() && state->level > 0) {
            all.push_back(
                {{"title", screen::plain_text(module.title)}, {"picture", module.picture}, {"level", state->level}});
        }
    }
    return {{"title", words.messages.text("booklet.levels")}, {"all", std::move(all)}};
}

Json competences_of(const Words& words, const progress::Record& record) {
    Json lists = Json::array();
    for (const lesson::Framework& framework : lesson::frameworks()) {
        Json lines = Json::array();
        for (const progress::ReachedCompetence& reached : record.competences) {
            if (lesson::framework_of(reached.name) == &framework) {
                lines.push_back({lesson::competence_number(reached.name),
                                 words.messages.text(lesson::competence_message(reached.name))});
            }
        }
        if (!lines.empty()) {
            lists.push_back({{"title", words.messages.text(std::string(framework.message) + ".name")},
                             {"lines", std::move(lines)}});
        }
    }
    return {{"title", words.messages.text("booklet.competences")}, {"lists", std::move(lists)}};
}

/// A nameless file in memory that holds the text, read from its beginning; -1 where there is none.
int memory_file(const std::string& text) {
    const int file = memfd_create("booklet", MFD_CLOEXEC);
    std::size_t done = 0;
    while (file >= 0 && done < text.size()) {
        const ssize_t written = write(file, text.data() + done, text.size() - done);
        if (written <= 0) {
            close(file);
            return -1;
        }
        done += static_cast<std::size_t>(written);
    }
    if (file >= 0) {
        lseek(file, 0, SEEK_SET);
    }
    return file;
}

/// Waits until the process has ended; one that takes too long is ended. Gives its status as waitpid has it.
int wait_for(pid_t process) {
    int status = 0;
    const auto end = std::chrono::steady_clock::now() + longest_drawing;
    while (waitpid(process, &status, WNOHANG) == 0) {
        if (std::chrono::steady_clock::now() > end) {
            kill(process, SIGKILL);
            waitpid(process, &status, 0);
            return status;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return status;
}

/// Starts coucou-booklet beside this program, with the description as its input. Nothing where it cannot be started.
std::optional<pid_t> start(int description, const fs::path& file) {
    std::error_code error;
    std::string program = (fs::read_symlink("/proc/self/exe", error).parent_path() / "coucou-booklet").string();
    if (access(program.c_str(), X_OK) != 0) {
        // Tests are programs in a folder of their own.
        program = (fs::path(program).parent_path().parent_path() / "coucou-booklet").string();
    }
    std::string target = file.string();
    std::array<char*, 3> arguments{program.data(), target.data(), nullptr};
    posix_spawn_file_actions_t files{};
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, description, STDIN_FILENO);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t started = 0;
    const bool ok = posix_spawn(&started, program.c_str(), &files, nullptr, arguments.data(), environ) == 0;
    posix_spawn_file_actions_destroy(&files);
    return ok ? std::optional(started) : std::nullopt;
}

} // namespace

std::string date_in_words(const lesson::Messages& messages, std::int64_t at) {
    const std::tm told = local(at);
    const std::string day = told.tm_mday == 1 ? messages.text("record.date.first-day") : std::to_string(told.tm_mday);
    return messages.text({"record.date.full",
                          {{"day", day},
                           {"month", messages.text(fmt::format("record.date.month-{}", told.tm_mon + 1))},
                           {"year", std::to_string(told.tm_year + 1900)}}});
}

std::string booklet_description(const Words& words, const fs::path& art, const BookletContent& content) {
    const auto text = [&](std::string_view id) { return words.messages.text(id); };
    Json description;
    description["art"] = art.string();
    description["language"] = words.language;
    description["title"] = text("booklet.title");
    description["of"] = text("booklet.of");
    description["name"] = content.name;
    description["lead"] = text("booklet.lead");
    description["made"] = words.messages.text({"booklet.made", {{"date", date_in_words(words.messages, content.now)}}});
    description["more"] = content.record.next.empty() ? "" : text("booklet.more");
    description["count"] = {std::to_string(content.record.reached.size()), text("booklet.count")};
    description["groups"] = groups_of(words, content.record);
    description["levels"] = levels_of(words, content.skills);
    description["competences"] = competences_of(words, content.record);
    return description.dump(-1, ' ', false, Json::error_handler_t::replace);
}

base::Result<fs::path> draw_booklet(const std::string& description, const fs::path& file) {
    const base::Error refused{"booklet.not-written", {{"folder", file.parent_path().string()}}, {}};
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (!file.parent_path().empty() && !fs::is_directory(file.parent_path(), error)) {
        return refused;
    }
    const int input = memory_file(description);
    if (input < 0) {
        return base::Error{"booklet.not-drawn", {{"reason", "memfd_create"}}, {}};
    }
    const auto process = start(input, file);
    close(input);
    if (!process) {
        return base::Error{"booklet.no-program", {}, {}};
    }
    const int status = wait_for(*process);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
        return file;
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == not_written) {
        return refused;
    }
    return base::Error{"booklet.not-drawn", {{"reason", std::to_string(status)}}, {}};
}

} // namespace app
