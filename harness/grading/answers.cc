#include "grading/answers.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/error.hh"
#include "base/text.hh"
#include "build/tree.hh"
#include "grading/waves.hh"
#include "questions/judge.hh"
#include "spec/read_answers.hh"
#include "spec/value.hh"
#include "system/fd.hh"

namespace sockgrade::grading {

namespace {

namespace fs = std::filesystem;

// One byte more than is read of any file, so that a file that is too large is seen to be.
std::string beginning_of(const std::string& path) {
    // A FIFO must not make us wait for its writer.
    const system::Fd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status {};
    if (!file.valid() || ::fstat(file.get(), &status) < 0)
        throw UsageError(fmt::format("can't read the answers '{}': {}", path, std::strerror(errno)));
    if (!S_ISREG(status.st_mode))
        throw UsageError(fmt::format("can't read the answers '{}': it is no file of text", path));
    std::string text;
    std::array<char, 65536> piece{};
    while (text.size() <= spec::kWritten.bytes) {
        const ssize_t size = ::read(file.get(), piece.data(), piece.size());
        if (size < 0 && errno == EINTR) continue;
        if (size < 0)
            throw UsageError(fmt::format("can't read the answers '{}': {}", path, std::strerror(errno)));
        if (size == 0) break;
        text.append(piece.data(), static_cast<std::size_t>(size));
    }
    return text;
}

bool is_named_like_answers(const std::string& name) {
    const std::string small = to_lower(name);
    return small.starts_with("answers") && (small.ends_with(".yaml") || small.ends_with(".yml"));
}

}  // namespace

bool is_answers_file(const std::string& path) {
    const std::string small = to_lower(path);
    return (small.ends_with(".yaml") || small.ends_with(".yml")) && !fs::is_directory(path);
}

std::optional<std::string> answers_in(const std::string& folder, const std::string& exercise) {
    std::error_code error;
    if (!fs::is_directory(folder, error)) return std::nullopt;
    for (const std::string& stem : {"answers-" + exercise, std::string("answers")})
        for (const char* ending : {".yaml", ".yml"}) {
            const fs::path file = fs::path(folder) / (stem + ending);
            if (build::is_file_inside(folder, file)) return file.string();
        }
    return std::nullopt;
}

bool has_only_answers(const std::string& folder) {
    std::error_code error;
    bool has_answers = false;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (name.starts_with('.')) continue;
        if (!is_named_like_answers(name)) return false;
        has_answers = true;
    }
    return !error && has_answers;
}

model::AnswerSheet read_answers_file(const std::string& path, const model::Spec& spec) {
    const std::string name = fs::path(path).filename().string();
    return spec::read_answers(beginning_of(path), escape(name), questions::ids_of(spec.questions));
}

bool is_unanswered(const model::AnswerSheet& sheet) {
    if (!sheet.unreadable.empty()) return false;
    return std::all_of(sheet.answers.begin(), sheet.answers.end(), [](const auto& one) {
        const model::Answer& answer = one.second;
        return answer.is_readable &&
               std::all_of(answer.items.begin(), answer.items.end(), [](const auto& item) {
                   return item.find_first_not_of(" \t\r\n") == std::string::npos;
               });
    });
}

void need_questions(const model::Spec& spec) {
    if (spec.questions.empty()) throw UsageError(fmt::format("{} has no questions", spec.exercise));
}

void add_questions(model::Result& result, const model::Spec& spec, const model::AnswerSheet& sheet,
                   const std::string& only, const std::string& command) {
    for (model::CaseResult& one : questions::judge(spec.questions, sheet)) {
        if (!only.empty() && one.id != only) continue;
        one.reproduce = fmt::format("{} --case {}", command, one.id);
        result.cases.push_back(std::move(one));
    }
    for (std::string& remark : questions::remarks_on(spec.questions, sheet))
        result.notes.push_back(std::move(remark));
    result.score = 0;
    result.max_score = 0;
    add_up(result, only.empty() ? model::Deciding::must_cases : model::Deciding::every_case);
}

model::Result grade_answers(const model::Spec& spec, const std::string& name, const model::AnswerSheet& sheet,
                            const std::string& only, const std::string& command) {
    need_questions(spec);
    model::Result result;
    result.exercise = spec.exercise;
    result.title = spec.title;
    result.program = name;
    result.isolation = "none needed";
    add_questions(result, spec, sheet, only, command);
    return result;
}

}  // namespace sockgrade::grading
