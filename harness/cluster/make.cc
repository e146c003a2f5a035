// make: one part after another, or several at a time with `run.sh -j 4`.
#include <fmt/format.h>

#include "base/shell_word.hh"
#include "cluster/systems.hh"

namespace sockgrade::cluster {

namespace {

// It is started in the folder of the results, so no path of it is a target: they may have spaces in them.
constexpr std::string_view kMakefile = R"make(# Started by run.sh.
PARTS := {parts}

merged: $(PARTS:%=part-%)
	sh scripts/merge.sh

$(PARTS:%=part-%): part-%:
	sh scripts/part.sh $*{jobs} >> logs/$@.log 2>&1

.PHONY: merged $(PARTS:%=part-%)
)make";

std::vector<Script> make_scripts(const Plan& plan) {
    std::string parts;
    for (const std::size_t part : plan.to_do) parts += fmt::format("{}{}", parts.empty() ? "" : " ", part);
    std::string headers;
    for (const std::string& one : plan.headers) headers += one + " ";
    return {{"Makefile", fmt::format(kMakefile, fmt::arg("parts", parts), fmt::arg("jobs", jobs_for(plan)))},
            {"run.sh", fmt::format("#!/bin/sh\n# run.sh [OPTION...]: options of make, such as -j 4\n"
                                   "exec make -C {} -f scripts/Makefile {}\"$@\"\n",
                                   shell_word(plan.out), headers)}};
}

}  // namespace

const System kMake{"make", "make, on this machine", make_scripts, "run.sh"};

}  // namespace sockgrade::cluster
