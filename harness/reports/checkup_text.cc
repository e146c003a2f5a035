#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/columns.hh"
#include "reports/checkup.hh"
#include "reports/page.hh"

namespace sockgrade::reports {

namespace {

constexpr std::string_view kIndent = "       ";

// As a shell takes it: a line that goes on ends with a backslash.
void show_command(Page& page, std::string_view command) {
    const std::string indent = std::string(kIndent) + "      ";
    const std::vector<std::string> lines = fold(plain_line(command), page.columns() - indent.size() - 2);
    for (std::size_t i = 0; i < lines.size(); ++i)
        page.line(fmt::format("{}{}{}", indent, lines[i], i + 1 < lines.size() ? " \\" : ""));
}

// Things that fail for one reason are helped by one command: it is told where it is first needed.
class HelpTold {
  public:
    // Who was told before, or nobody.
    std::string before(const model::Ability& ability) {
        const auto [place, is_new] = told_.try_emplace({ability.remedy, ability.command}, ability.name);
        return is_new ? "" : place->second;
    }

  private:
    std::map<std::pair<std::string, std::string>, std::string> told_;
};

void show_ability(Page& page, const model::Ability& ability, std::size_t name_columns, HelpTold& told) {
    const Paint paint = ability.works ? Paint::green : ability.lost.empty() ? Paint::dim : Paint::red;
    const std::string mark = fmt::format("  {:<3}  {:<{}}  ", ability.works ? "yes" : "no",
                                         plain_line(ability.name), name_columns);
    page.hanging(mark, plain_line(ability.detail), paint);
    if (!ability.lost.empty()) page.hanging(fmt::format("{}lost  ", kIndent), ability.lost);
    if (ability.remedy.empty()) return;
    const std::string before = told.before(ability);
    if (!before.empty()) {
        page.hanging(fmt::format("{}help  ", kIndent), fmt::format("as for {}", before));
        return;
    }
    page.hanging(fmt::format("{}help  ", kIndent), ability.remedy);
    if (!ability.command.empty()) show_command(page, ability.command);
}

}  // namespace

std::string checkup_text(const model::Checkup& checkup, const ReportOptions& options) {
    Page page(options);
    page.line(page.painted(Paint::bold, "isolation level " + checkup.isolation));
    page.hanging("  ", checkup.meaning);
    if (!checkup.can_grade) {
        page.line();
        page.hanging("  ", "Programs can't be graded here: what they do can't be observed (see below).");
    }
    if (!checkup.not_contained.empty()) {
        page.line();
        page.line("  Not contained:");
        for (const std::string& fact : checkup.not_contained) page.hanging("  - ", fact);
    }
    std::size_t name_columns = 0;
    for (const model::AbilityGroup& group : checkup.groups)
        for (const model::Ability& ability : group.abilities)
            name_columns = std::max(name_columns, columns_of(plain_line(ability.name)));
    HelpTold told;
    for (const model::AbilityGroup& group : checkup.groups) {
        page.line();
        page.line(page.painted(Paint::bold, group.title));
        for (const model::Ability& ability : group.abilities) show_ability(page, ability, name_columns, told);
    }
    return std::move(page).take();
}

}  // namespace sockgrade::reports
