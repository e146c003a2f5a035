// sockgrade show EXERCISE
#include "cli/catalog.hh"
#include "cli/commands.hh"
#include "cli/output.hh"
#include "plan/print.hh"

namespace sockgrade::cli {

int show(const Options& options) {
    print(plan::explain(load_exercise(options.exercise, options.spec)));
    return 0;
}

}  // namespace sockgrade::cli
