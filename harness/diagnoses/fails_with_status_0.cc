#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

// It ended because of what its peer did, and tells the shell that all went well.
std::optional<model::Diagnosis> fails_with_status_0(const Failure& failure) {
    const auto end = ended(failure);
    if (!had_to_fail(failure) || !end || end->termination.how != model::Termination::How::exited ||
        end->termination.code != 0)
        return std::nullopt;
    return model::Diagnosis{"",
                            "The other side had died, and your program ended with exit status 0. Whoever "
                            "started it takes that for success.",
                            "End with another status where you notice the error: sys.exit(1) in Python, "
                            "exit(1) in C, System.exit(1) in "
                            "Java, process.exit(1) in Node, os.Exit(1) in Go. A recv() that returns nothing "
                            "is such a place, too.",
                            {end->number}};
}

}  // namespace sockgrade::diagnoses
