#include "spec/read_files.hh"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "base/text.hh"
#include "spec/check.hh"
#include "spec/read_message.hh"
#include "spec/scalar.hh"

namespace sockgrade::spec {

namespace {

constexpr std::size_t kLongestPath = 200;

// One that every system can have, and that is the same however it is written.
std::string problem_with_path(const std::string& path) {
    const bool is_plain = std::all_of(path.begin(), path.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("._-/ ").find(c) != std::string_view::npos;
    });
    const bool is_straight = path.find("//") == std::string::npos && path.find("./") == std::string::npos &&
                             !path.ends_with('/') && !path.ends_with("/.") && path != ".";
    if (!stays_inside(path) || !is_straight)
        return "expected a path below the folder that the program is started in, such as www/index.html";
    if (!is_plain || path.size() > kLongestPath)
        return fmt::format("a path has letters, digits, spaces, dots, dashes and underscores, {} at most",
                           kLongestPath);
    return {};
}

void read_each(const Section& map, const std::function<void(const Section& file)>& read) {
    const std::vector<Section> files = map.is_map() ? map.entries() : std::vector<Section>{};
    if (files.empty() || files.size() > language::kMostFiles)
        return map.problem(
            fmt::format("expected 1 to {} paths and what the files hold, such as '{{ out.txt: hello }}'",
                        language::kMostFiles));
    for (const Section& file : files) {
        if (const std::string problem = problem_with_path(file.key()); !problem.empty())
            file.key_problem(problem);
        for (const Section& other : files)
            if (other.key().starts_with(file.key() + '/'))
                file.key_problem(fmt::format("{} is a folder here, too", quote(file.key(), 60)));
        check(file);
        read(file);
    }
    for (std::size_t i = 0; i < files.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (files[i].key() == files[j].key())
                files[i].key_problem(
                    fmt::format("this file stands here twice, first in line {}", files[j].line()));
}

}  // namespace

std::vector<model::FileGiven> read_files_given(const Section& map, Scope& scope) {
    std::vector<model::FileGiven> files;
    read_each(map, [&](const Section& file) {
        files.push_back({file.key(), read_message(file, {language::kMostBytes, &scope})});
    });
    return files;
}

void tell(const std::vector<model::FileGiven>& files, Scope& scope) {
    for (const model::FileGiven& file : files) {
        if (file.content.form != model::Message::Form::text) continue;
        try {
            for (const std::string& name : names::names_in(file.content.text)) scope.tell(name);
        } catch (const names::Mistake&) {  // told where it stands
            continue;
        }
    }
}

std::vector<model::FileWanted> read_files_wanted(const Section& map, Scope& scope) {
    std::vector<model::FileWanted> files;
    read_each(map, [&](const Section& file) {
        std::set<std::string> captured;
        model::Wanted wanted = read_wanted(file,
                                           {.most = language::kMostBytes,
                                            .scope = &scope,
                                            .is_numbered = scope.is_repeated(),
                                            .is_awaited = true},
                                           captured);
        if (!captured.empty())
            file.problem("nothing is captured of files: they are looked at, and that is all");
        files.push_back({file.key(), std::move(wanted)});
    });
    return files;
}

std::vector<model::FileGiven> joined(std::vector<model::FileGiven> of_spec,
                                     std::vector<model::FileGiven> of_case) {
    for (model::FileGiven& file : of_case) {
        const auto same = std::find_if(of_spec.begin(), of_spec.end(),
                                       [&](const model::FileGiven& one) { return one.path == file.path; });
        if (same != of_spec.end())
            *same = std::move(file);
        else
            of_spec.push_back(std::move(file));
    }
    return of_spec;
}

}  // namespace sockgrade::spec
