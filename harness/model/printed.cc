#include "model/printed.hh"

#include "base/pattern.hh"
#include "base/text.hh"
#include "wording/reports.hh"
#include "wording/statement.hh"
#include "wording/tokens.hh"

namespace sockgrade::model {

std::size_t times_printed(const Prints& prints, std::string_view output) {
    switch (prints.what) {
        case Prints::What::pattern:
            return count_matches(prints.pattern, wording::without_colours(output));
        case Prints::What::says:
            return wording::says(prints.sentence, output) ? 1 : 0;
        case Prints::What::reports:
            return wording::are_all_reports(wording::reports_in(prints.kinds, prints.sentence),
                                            wording::reports_in(prints.kinds, output))
                       ? 1
                       : 0;
        default:
            return 0;
    }
}

std::string called(const Prints& prints) {
    if (!prints.called.empty()) return prints.called;
    if (prints.what == Prints::What::says) return quote(prints.sentence);
    if (prints.what == Prints::What::pattern) return "what fits " + quote(prints.pattern);
    const std::string kinds = list_of(prints.kinds, "or");
    if (wording::reports_in(prints.kinds, prints.sentence).empty()) return "no report of what is " + kinds;
    return quote(prints.sentence) + " and no other report of what is " + kinds;
}

}  // namespace sockgrade::model
