// sockgrade doctor
#include "base/error.hh"
#include "cli/checkup.hh"
#include "cli/commands.hh"
#include "cli/output.hh"
#include "reports/checkup.hh"

namespace sockgrade::cli {

int doctor(const Options& options) {
    constexpr int kCannotGrade = 3;
    const model::Checkup checkup = check_up();
    const std::string text = options.format == "json"
                                 ? reports::checkup_json(checkup)
                                 : reports::checkup_text(checkup, report_options(options));
    write_report(options, text);
    return checkup.can_grade ? 0 : kCannotGrade;
}

}  // namespace sockgrade::cli
