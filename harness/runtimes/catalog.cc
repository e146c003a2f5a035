#include <algorithm>
#include <array>

#include "base/text.hh"
#include "runtimes/kinds.hh"

namespace sockgrade::runtimes {

namespace {

bool shows_one(std::string_view errors, std::span<const std::string_view> Runtime::*signs) {
    const auto stands_there = [&](std::string_view sign) {
        return errors.find(sign) != std::string_view::npos;
    };
    const auto all = catalog();
    return std::any_of(all.begin(), all.end(), [&](const Runtime* runtime) {
        const auto& own = runtime->*signs;
        return std::any_of(own.begin(), own.end(), stands_there);
    });
}

}  // namespace

std::span<const Runtime* const> catalog() {
#define RUNTIME(name) &kinds::name,
    static constexpr std::array kAll = {
#include "runtimes/catalog.def"
    };
#undef RUNTIME
    return kAll;
}

Language language_of(std::string_view command) {
    const std::string_view name = command.substr(command.rfind('/') + 1);
    for (const Runtime* runtime : catalog())
        if (runtime->is_command != nullptr && runtime->is_command(name)) return runtime->language;
    return Language::other;
}

bool looks_like_a_crash(std::string_view errors) { return shows_one(errors, &Runtime::crash_signs); }

bool shows_a_stack(std::string_view errors) { return shows_one(errors, &Runtime::stack_signs); }

std::string_view hint_for(std::string_view text, std::span<const KnownError> known) {
    for (const KnownError& one : known)
        if (text.find(one.error) != std::string_view::npos) return one.hint;
    return "Look at that line, and at the values in it.";
}

std::string_view line_at(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(std::min(at, text.size()));
    return trim_line_end(rest.substr(0, std::min(rest.find('\n'), rest.size())));
}

std::string_view last_line(std::string_view text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
    const std::size_t before = text.rfind('\n');
    return trim_line_end(before == std::string_view::npos ? text : text.substr(before + 1));
}

std::string_view line_with(std::string_view text, std::string_view part) {
    const std::size_t at = text.find(part);
    if (at == std::string_view::npos) return {};
    const std::size_t before = text.rfind('\n', at);
    return line_at(text, before == std::string_view::npos ? 0 : before + 1);
}

}  // namespace sockgrade::runtimes
